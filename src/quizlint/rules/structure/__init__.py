"""Rules about whether a file holds together."""
