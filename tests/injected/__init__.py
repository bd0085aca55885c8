"""Clean content broken in one known way at a time, for tests and the benchmark of accuracy."""
