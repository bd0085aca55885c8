"""The language server: what `check` says of a file, while it is written."""
