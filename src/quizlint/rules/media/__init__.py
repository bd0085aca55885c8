"""Rules about images and other media."""
