"""Rules about difficulty labels and reading load."""
