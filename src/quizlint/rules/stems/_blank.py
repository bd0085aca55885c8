"""Blanks that a learner is to fill in."""

import re

from quizlint.text import Prose
from quizlint.text.patterns import lazy

HINTS = ("_", "....", "……", ". . .", "---", "– –", "——", "lank", "LANK", "[ ]", "( )")

_BLANK = lazy(
    r"_{4,}|(?<!\w)_{2,3}(?!\w)|(?<![\w(\[{,])_(?=[\s\-.,?]|$)(?!\s*[=,)])|\.{5,}|…{2,}"
    r"|(?<=\w )(?:\. ){3,}\.|(?<=\w )-{3,}(?=[ .,?]|$)|(?<=\w )(?:[–—-] ?){3,}(?=[ .,?]|$)"
    r"|[(\[<]\s*blank\s*[)\]>]|\[\s\]|(?<=\w )\( +\)|\b(?-i:BLANK)\b",
    re.IGNORECASE,
)


def blanks(prose: Prose) -> list[tuple[int, int]]:
    """Where the plain text has a blank: `____`, `(blank)`, `[ ]`, a lone `_`, dots, dashes."""
    text = prose.text
    if not any(hint in text for hint in HINTS):
        return []
    return [match.span() for match in _BLANK.finditer(prose.wording)]
