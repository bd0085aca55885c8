"""Rules about stems."""
