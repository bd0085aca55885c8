"""What is known of English grammar, as far as it says something about a question.

Word lists stand in `language/packs/en.toml` and `language/words.py`; here stands what a list cannot
say. A module answers one question about a text, and imports nothing of rules.
"""
