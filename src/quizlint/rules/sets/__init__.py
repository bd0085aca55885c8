"""Rules about a whole document."""
