"""Rules about which options are right, and whether the file says so clearly."""
