"""Rules about suppressions themselves."""
