"""Pure measures on strings: what they say, how they read, how like each other they are.

Whatever costs time to import (textstat, rapidfuzz, a stemmer) is imported when it is first needed,
and so are the modules that take more than a moment: `readability`, `audience`, `reading_time`,
`numbers`, `similarity`, `lemmas` and `agreement` are imported by name.
"""

from quizlint.language.catchall import catch_all, combines_options
from quizlint.language.telling import tell_language
from quizlint.language.words import Term, absolute_terms, negatives, vague_terms

__all__ = [
    "Term",
    "absolute_terms",
    "catch_all",
    "combines_options",
    "negatives",
    "tell_language",
    "vague_terms",
]
