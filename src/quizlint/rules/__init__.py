"""What can be wrong with a quiz: one file a rule."""
