"""Levels where a format has no field for them, and people put them into tags."""

LEVELS = frozenset("beginner intermediate advanced basic easy medium hard expert".split())
"""Tags that name a level, in lower case."""
