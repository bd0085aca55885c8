"""What every reader needs, and what holds for every format."""
