"""The numbers that text2qti takes for an answer: `5`, `1.41 +- 0.01`, `20 +- 5%`, `[1, 2]`."""

import re
from typing import NamedTuple

LEAST = 1e-4
"""Numbers nearer to 0 are refused, as Canvas cannot compare them."""

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
)
_WHOLE = re.compile(r"0|[+-]?[1-9][0-9]*")
_FORMS = "write [least, most], or a number +- a margin, or an integer"


class Range(NamedTuple):
    """The first `end` characters are the number, which `tolerance` holds for.

    `trouble` says why text2qti refuses it, and is empty where it does not.
    """

    end: int
    tolerance: float | None = None
    trouble: str = ""


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
            trouble = "a number that is no integer needs +- and a margin"
            return Range(end, 0.0, trouble)
        return Range(end, 0.0, _too_small(exact, exact) if exact is not None else _FORMS)
    width = read_number(margin.strip().removesuffix("%"))
    if exact is None or width is None:
        return Range(len(value), None, _FORMS)
    if width < 0:
        return Range(end, None, "the margin must not be below 0")
    if margin.endswith("%"):
        width *= abs(exact) / 100
    return Range(end, width, _too_small(exact - width, exact + width))


def _between(value: str) -> Range:
    least, comma, most = value[1:-1].partition(",")
    low, high = read_number(least), read_number(most)
    if not value.endswith("]") or not comma or low is None or high is None:
        return Range(len(value), None, _FORMS)
    trouble = "the least is above the most" if low > high else _too_small(low, high)
    return Range(len(value), None, trouble)


def _too_small(low: float, high: float) -> str:
    near = abs(low) < LEAST or abs(high) < LEAST
    return "it accepts no bounds nearer to 0 than 0.0001" if near else ""
