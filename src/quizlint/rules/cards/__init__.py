"""Rules about flashcards."""
