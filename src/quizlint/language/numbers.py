"""Numbers, quantities and ranges as people write them in answers.

A text is a quantity only if all of it is one; where a reading is not sure, there is none.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quizlint.text.patterns import lazy

if TYPE_CHECKING:
    from fractions import Fraction

_LONGEST = 60

_ORDINALS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "€", "eur": "€",
    "euro": "€", "euros": "€", "£": "£", "gbp": "£", "¥": "¥", "yen": "¥", "jpy": "¥", "₹": "₹",
    "inr": "₹", "rupees": "₹", "chf": "chf",
}  # fmt: skip

_ABOUT = lazy(
    r"(?:(?:about|approximately|around|roughly|nearly|almost|circa)\b|approx\.?|ca?\.|~|≈)\s*",
    re.IGNORECASE,
)
_PRICE = lazy(r"(?P<sign>-?)(?P<currency>US\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|INR)(?=\s))\s?")
_NOUN = lazy(r"[a-z]{3,20}(?: [a-z]{3,20})?")


class Quantity(NamedTuple):
    """A number with what it is a number of.

    `value` is exact and in base units. `dimension` says what may be compared: "" for pure numbers
    and shares; base units ("m", "g m s^-2") for measures; "money $", "date" (value: days), "month",
    "clock" (seconds since midnight), "year" (BC below zero), "ordinal", "ordinal century", and
    "count of proton" for a number with a noun. `unit` is as written.
    """

    value: "Fraction"
    dimension: str = ""
    unit: str = ""
    approximate: bool = False

    def same(self, other: "Quantity") -> bool:
        """Whether the two are certainly equal."""
        return (
            self.dimension == other.dimension
            and self.value == other.value
            and not self.approximate
            and not other.approximate
        )


class Range(NamedTuple):
    """Values from `low` to `high` in base units; None is an open end."""

    low: "Fraction | None"
    high: "Fraction | None"
    low_included: bool = True
    high_included: bool = True
    dimension: str = ""
    unit: str = ""

    def overlaps(self, other: "Range") -> bool:
        """Whether some value lies in both; two that only touch share it if both include it."""
        return (
            self.dimension == other.dimension
            and self._begins_before_end_of(other)
            and other._begins_before_end_of(self)
        )

    def holds(self, quantity: Quantity) -> bool:
        """Whether the quantity lies in the range."""
        point = Range(quantity.value, quantity.value, dimension=quantity.dimension)
        return self.overlaps(point)

    def _begins_before_end_of(self, other: "Range") -> bool:
        if self.low is None or other.high is None:
            return True
        if self.low == other.high:
            return self.low_included and other.high_included
        return self.low < other.high


def quantity(text: str, language: str = "en") -> Quantity | None:
    """The quantity that a whole text is, or None.

    `0.5`, `50 %`, `1/2`, `1.5e3`, `3 × 10^8 m/s`, `$5 million`, `five`, `25 °C`, `3rd`, `300 BC`,
    `31 January 2024`, `1:30 pm`, `12 protons`, `about 5 km`. `1,000` is a thousand and `1.000` is
    one, and the reverse in a language with a decimal comma.
    """
    if len(text) > _LONGEST or _NUMBER.search(text) is None:
        return None
    text = _tidy(text)
    about = _ABOUT.match(text)
    if about is not None:
        text = text[about.end() :]
    if not text:
        return None
    found = _measure(text, language) or _money(text, language) or _point(text)
    if found is not None and about is not None:
        return Quantity(found.value, found.dimension, found.unit, approximate=True)
    return found


def quantity_range(text: str, language: str = "en") -> Range | None:
    """The range that a whole text is, or None.

    `10-20`, `10 to 20 km`, `between 5 and 10`, `< 5`, `5 or more`, `at least 3 %`, `up to $100`.
    The ends of `10-20` are included; the end of `more than 5` is not.
    """
    if len(text) > _LONGEST or _NUMBER.search(text) is None:
        return None
    text = _tidy(text)
    for side in _bounds():
        match = side.pattern.fullmatch(text)
        if match is not None:
            return side.range(quantity(match["bound"], language))
    for pattern in _spans():
        match = pattern.fullmatch(text)
        if match is not None:
            return _between(match["low"], match["high"], language)
    return None


def _tidy(text: str) -> str:
    text = " ".join(text.split()).rstrip(".;,").strip()
    if len(text) > 2 and text[0] == text[-1] == "$":  # a formula, not money
        text = text[1:-1].strip()
    return text.replace("\\%", "%").replace("\\times", "×").replace("−", "-")


def _point(text: str) -> Quantity | None:
    """A point in time, or a place in a row in words."""
    from fractions import Fraction

    from quizlint.language.dates import clock, day, month

    for dimension, parse in (("date", day), ("month", month), ("clock", clock)):
        value = parse(text)
        if value is not None:
            return Quantity(Fraction(value), dimension)
    word = text.lower()
    if word in _ORDINALS and word != "second":  # which may be the unit
        return Quantity(Fraction(_ORDINALS.index(word) + 1), "ordinal", word)
    return None


def _money(text: str, language: str) -> Quantity | None:
    from quizlint.language.figures import leading_number

    match = _PRICE.match(text)
    if match is None:
        return None
    number = leading_number(match["sign"] + text[match.end() :], language)
    if number is None or number[1].strip():
        return None
    symbol = _CURRENCIES[match["currency"].lower()]
    return Quantity(number[0], f"money {symbol}", match["currency"])


def _measure(text: str, language: str) -> Quantity | None:
    from quizlint.language.figures import leading_number
    from quizlint.language.units import unit

    number = leading_number(text, language)
    if number is None:
        return None
    value, rest = number
    name = rest.strip()
    lower = name.lower()
    if not name:
        return Quantity(value)
    if rest[:2].lower() in ("st", "nd", "rd", "th") and (len(rest) == 2 or rest[2] == " "):
        noun = lower[2:].strip()
        plain = not noun or _NOUN.fullmatch(noun)
        return Quantity(value, f"ordinal {noun}".strip(), rest[:2]) if plain else None
    if lower.replace(".", "") in ("ad", "ce", "bc", "bce"):
        return Quantity(-value if lower[0] == "b" else value, "year", name)
    if lower in _CURRENCIES:
        return Quantity(value, f"money {_CURRENCIES[lower]}", name)
    measure = unit(name)
    if measure is not None:
        return Quantity(value * measure.factor + measure.offset, measure.dimension, name)
    if rest[0] == " " and _NOUN.fullmatch(name):
        return Quantity(value, f"count of {_singular(name)}", name)
    return None


def _singular(noun: str) -> str:
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return noun[:-1] if plural else noun


def _between(low_text: str, high_text: str, language: str) -> Range | None:
    high = quantity(high_text, language)
    if high is not None and not high.unit and _PRICE.match(low_text):  # $10-20
        high = quantity(low_text[0] + high_text, language)
    low = quantity(low_text, language)
    if low is not None and high is not None and high.unit and not low.unit:  # 10-20 km
        low = quantity(f"{low_text} {high.unit}", language)
    if low is None or high is None or low.approximate or high.approximate:
        return None
    if low.dimension != high.dimension or low.value >= high.value:
        return None
    return Range(low.value, high.value, dimension=high.dimension, unit=high.unit)


class _Bound(NamedTuple):
    """Wordings that open a range to one side."""

    pattern: re.Pattern[str]
    upward: bool
    included: bool

    def range(self, bound: Quantity | None) -> Range | None:
        if bound is None or bound.approximate:
            return None
        if self.upward:
            return Range(bound.value, None, self.included, True, bound.dimension, bound.unit)
        return Range(None, bound.value, True, self.included, bound.dimension, bound.unit)


def _number() -> str:
    """Anything that could be a number, in figures or in words."""
    from quizlint.language.figures import NUMBER_WORDS

    words = "|".join([*NUMBER_WORDS, *_ORDINALS])
    return rf"[0-9½-¾⅐-⅞]|\b(?:{words})\b"


_NUMBER = lazy(_number, re.IGNORECASE)


@cache
def _bounds() -> tuple[_Bound, ...]:
    def bound(before: str, after: str, *, upward: bool, included: bool) -> _Bound:
        first = rf"(?:{before})\s*(?P<bound>.+)"
        pattern = first if not after else rf"(?P<bound>.+?)\s*(?:{after})"
        return _Bound(re.compile(pattern, re.IGNORECASE), upward, included)

    over = r"(?:more|greater|larger|higher|longer|older)\s+than\b|over\b|above\b|after\b"
    under = r"(?:less|fewer|smaller|lower|shorter|younger)\s+than\b|under\b|below\b|before\b"
    more = r"(?:or|and)\s+(?:more|above|over|greater|higher|older|later|up)|\+"
    less = r"(?:or|and)\s+(?:less|fewer|below|under|smaller|lower|younger|earlier)"
    return (
        bound(r"≥|>=|⩾|at\s+least\b|no\s+(?:less|fewer)\s+than\b", "", upward=True, included=True),
        bound(r"≤|<=|⩽|at\s+most\b|up\s+to\b|no\s+more\s+than\b", "", upward=False, included=True),
        bound(rf">|{over}", "", upward=True, included=False),
        bound(rf"<|{under}", "", upward=False, included=False),
        bound("", more, upward=True, included=True),
        bound("", less, upward=False, included=True),
    )


@cache
def _spans() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"between\s+(?P<low>.+?)\s+and\s+(?P<high>.+)", re.IGNORECASE),
        re.compile(r"(?:from\s+)?(?P<low>.+?)\s+(?:to|until)\s+(?P<high>.+)", re.IGNORECASE),
        re.compile(r"(?P<low>[^\s–-].*?)\s*[–-]\s*(?P<high>[^\s–-].*)"),
    )
