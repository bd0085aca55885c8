"""FMT: what gets lost between systems."""
