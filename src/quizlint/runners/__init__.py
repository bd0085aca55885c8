"""Where files are looked at: in this process, or in several at once."""
