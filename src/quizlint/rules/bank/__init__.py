"""Rules about all documents together."""
