"""Answers that are a verdict: True, No, Correct."""

import re
from collections.abc import Iterable

from quizlint.text.patterns import lazy

_TRUE = frozenset("true yes correct right t y agree".split())
_FALSE = frozenset("false no incorrect wrong f n disagree".split())
_AROUND = " .!,;:*\"'()[]"
_LONGEST = 12

_WORD = r"(?:true|false|yes|no|right|wrong|correct|incorrect)\b"
# A verdict with what is said about it: "No, it sinks", "True because …". Not "no special tools".
_OPENS = lazy(
    rf"\W*{_WORD}(?=\W*$|\s*[,.;:!(–—-]|\s+(?:because|as|since|but|if|when|only)\b)",
    re.IGNORECASE,
)
_SEVERAL = lazy(
    rf"(?:not\s+)?{_WORD}(?:\s*(?:[,;/&–-]|and)\s*(?:not\s+)?{_WORD})+\.?", re.IGNORECASE
)


def verdict(text: str) -> bool | None:
    """The verdict that a whole answer is; None for any other."""
    word = text.strip(_AROUND).lower() if len(text) <= _LONGEST else ""
    return True if word in _TRUE else False if word in _FALSE else None


def opens_with_verdict(text: str) -> bool:
    """Whether an answer begins with a verdict, whatever follows: "Yes, because …"."""
    return _OPENS.match(text) is not None


def several_verdicts(text: str) -> bool:
    """Whether an answer is a row of verdicts on several statements: "True, false"."""
    return _SEVERAL.fullmatch(text) is not None


def are_judged(answers: Iterable[str]) -> bool:
    """Whether the answers judge what is said before them: a verdict for and one against."""
    found = {verdict(answer) for answer in answers}
    return True in found and False in found
