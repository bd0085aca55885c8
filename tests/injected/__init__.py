"""Content made for tests and benchmarks: clean, broken in one known way, or made to cost time."""
