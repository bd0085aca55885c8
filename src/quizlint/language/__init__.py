"""Pure measures on strings: what they say, how they read, how like each other they are.

Whatever costs time to import (textstat, rapidfuzz) is imported when it is first needed.
"""

from quizlint.language.catchall import catch_all
from quizlint.language.telling import tell_language

__all__ = ["catch_all", "tell_language"]
