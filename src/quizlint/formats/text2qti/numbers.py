"""The numbers that text2qti takes for an answer: `5`, `1.41 +- 0.01`, `20 +- 5%`, `[1, 2]`."""

import re
from typing import NamedTuple

from quizlint.content.causes.text2qti import Text2Qti

LEAST = 1e-4
"""Numbers nearer to 0 are refused, as Canvas cannot compare them."""

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
)
_WHOLE = re.compile(r"0|[+-]?[1-9][0-9]*")


class Range(NamedTuple):
    """The first `end` characters are the number, which `tolerance` holds for.

    `trouble` is why text2qti refuses it, None where it does not.
    """

    end: int
    tolerance: float | None = None
    trouble: Text2Qti | None = None


def read_number(word: str) -> float | None:
    """The number that a word is, or None."""
    word = word.strip()
    return float(word) if _NUMBER.fullmatch(word) else None


def read_range(value: str) -> Range:
    """Which numbers an answer accepts."""
    if value.startswith("["):
        return _between(value)
    number, sign, margin = value.partition("+-")
    exact = read_number(number)
    end = len(number.rstrip())
    if not sign:
        if exact is not None and not _WHOLE.fullmatch(number):
            return Range(end, 0.0, Text2Qti.NO_MARGIN)
        return Range(end, 0.0, _too_small(exact, exact) if exact is not None else Text2Qti.NUMBER)
    width = read_number(margin.strip().removesuffix("%"))
    if exact is None or width is None:
        return Range(len(value), None, Text2Qti.NUMBER)
    if width < 0:
        return Range(end, None, Text2Qti.NEGATIVE_MARGIN)
    if margin.endswith("%"):
        width *= abs(exact) / 100
    return Range(end, width, _too_small(exact - width, exact + width))


def _between(value: str) -> Range:
    least, comma, most = value[1:-1].partition(",")
    low, high = read_number(least), read_number(most)
    if not value.endswith("]") or not comma or low is None or high is None:
        return Range(len(value), None, Text2Qti.NUMBER)
    trouble = Text2Qti.BOUNDS_SWAPPED if low > high else _too_small(low, high)
    return Range(len(value), None, trouble)


def _too_small(low: float, high: float) -> Text2Qti | None:
    near = abs(low) < LEAST or abs(high) < LEAST
    return Text2Qti.NEAR_ZERO if near else None
