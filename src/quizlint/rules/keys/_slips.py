"""Misspelt names of keys: what was meant for one, where a key is missing."""

import re
from functools import lru_cache

from quizlint.text import Span
from quizlint.text.patterns import lazy

KEYS = ("answer", "answers", "correct", "right", "solution", "solutions")
"""Words by which keys are called, and of which a slip is told: one letter wrong, too many, missing,
or two that changed places."""

BEHIND = 80
"""Characters behind an item in which a line may be meant for its key."""

_NAMED = lazy(
    r"(?<![^\W\d_])(?P<word>[a-z]{4,9})[*_`\"']{0,3}[ \t]*(?:[:=]|-[ \t])", re.IGNORECASE | re.ASCII
)


def slip_in(text: str, item: Span) -> tuple[Span, str] | None:
    """A misspelt name for the key in an item, or in the lines right behind it."""
    for named in _NAMED.finditer(text, item.start, min(len(text), item.end + BEHIND)):
        word = named["word"].lower()
        if word in KEYS:
            continue
        near = _near(word)
        if near is not None:
            return Span(*named.span("word")), near
    return None


@lru_cache(maxsize=1024)
def _near(word: str) -> str | None:
    from rapidfuzz.distance import OSA  # only where a key is missing

    return next((key for key in KEYS if OSA.distance(word, key, score_cutoff=1) <= 1), None)
