"""Find files, read them, check them, suppress, gather."""
