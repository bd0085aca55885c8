"""Rules about options and distractors."""
