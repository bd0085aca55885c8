"""How many answers a stem asks for."""

import re
from typing import NamedTuple

from quizlint.text.patterns import lazy

NUMBERS = {word: n for n, word in enumerate("one two three four five six seven".split(), start=1)}


HINTS = ("choose", "select", "pick", "tick", "check", "mark")
"""One of these is in every stem that asks for a number of answers, which is quickly told."""

_ALL_THAT_APPLY = lazy(
    r"\ball\s+(?:that|which|the\s+(?:correct|right|true)|correct|right|true)\b"
    r"|\bone\s+or\s+more\b|\bmore\s+than\s+one\b|\bevery\s+(?:correct|right|true)\b"
    r"|\bseveral\b|\bmultiple\s+(?:answers|options)\b|\bany\s+that\s+apply\b",
    re.IGNORECASE,
)


class AskedNumber(NamedTuple):
    """A number of answers, and where the plain stem asks for it."""

    number: int
    start: int
    end: int


def _asked() -> str:
    number = rf"(?P<number>{'|'.join(NUMBERS)}|[1-7])"
    what = r"(?:answers?|options?|choices?|responses?|statements?|items?)"
    return (
        rf"\b(?:choose|select|pick|tick|check|mark)\s+(?:the\s+|any\s+|exactly\s+|only\s+)?{number}"
        rf"(?=\s+(?:(?:correct|right|best|true|of)\b|{what}\b)|\s*[.!?)\]:]|\s*$)"
    )


_ASKED = lazy(_asked, re.IGNORECASE)


def asked_count(stem: str) -> AskedNumber | None:
    """The number in "choose two"; None where the stem asks for no number.

    "Which two of these" is a question about two things as often as a number of answers, so it does
    not count.
    """
    lowered = stem.lower()
    if not any(hint in lowered for hint in HINTS):
        return None
    match = _ASKED.search(stem)
    if match is None:
        return None
    word = match["number"].lower()
    return AskedNumber(NUMBERS.get(word) or int(word), *match.span())


def says_how_many(stem: str) -> bool:
    """Whether a stem says how many options may be chosen, by number or "all that apply"."""
    words = r"\b(?:which|what)\s+(?:" + "|".join(list(NUMBERS)[1:]) + r")\b"
    return (
        asked_count(stem) is not None
        or _ALL_THAT_APPLY.search(stem) is not None
        or re.search(words, stem, re.IGNORECASE) is not None
    )
