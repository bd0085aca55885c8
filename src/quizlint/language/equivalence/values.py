"""The same value: one quantity in two notations.

Number words and figures, fractions and percentages, units (400 m, 0.4 km), dates and times in other
forms. Rounded conversions count: two quantities in different units are one where each, converted to
the unit of the other and rounded as the other is, gives it (100 °C, 212 °F, 373 K), and they are no
more than half a per cent apart. About a quarter is about 25 %, but not 25 %.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizlint.content import Confidence
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.language.equivalence.spelled import figures, may_be_number, names_share
from quizlint.language.numbers import Quantity, quantity
from quizlint.text.patterns import lazy

TOLERANCE = Fraction(1, 200)
"""The share by which a rounded conversion may be off."""

LONGEST = 60

_ABOUT = lazy(
    r"(?:(?:about|approximately|around|roughly|nearly|almost|circa)\b|approx\.?|ca\.|~|≈)\s*",
    re.IGNORECASE,
)
_DECIMALS = lazy(r"\d\.(\d+)")
_TIME = lazy(
    r"(?:a )?(?P<part>quarter|half|\d{1,2})(?: minutes)? (?P<way>past|to) (?P<hour>\d{1,2})"
    r"(?: (?P<half>a\.?m|p\.?m|in the (?:morning|afternoon|evening)))?"
)
_DAY_AND_TIME = lazy(
    r"(?P<date>\d{1,2} [A-Za-z]{3,9}(?: \d{4})?|[A-Za-z]{3,9} \d{1,2}(?:, \d{4})?"
    r"|\d{4}-\d\d-\d\d)"
    r"(?:,| at|T)? ?(?P<time>\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)"
)


class Value(NamedTuple):
    """A quantity, and in `written` how it stands in the option (articles and "by" aside)."""

    quantity: Quantity
    written: str


def value(said: Said, language: str) -> Value | None:
    """The value that a whole option is; None for any other, and for code."""
    text = said.text
    if len(text) > LONGEST or said.prose.has_code or said.prose.has_media:
        return None
    if not (has_digit(text) or may_be_number(said.words, text)):
        return None
    return _value(text, language)


@lru_cache(maxsize=4096)
def _value(text: str, language: str) -> Value | None:
    about = _ABOUT.match(text)
    rest = text[about.end() :] if about else text
    said = language == "en" and (not has_digit(rest) or names_share(rest.lower().split()))
    found = _spelled(rest) if said else None
    found = found or quantity(rest, language) or _moment(rest)
    if found is None and language == "en" and not said:
        found = _spelled(rest)
    if found is None:
        return None
    return Value(found._replace(approximate=about is not None), text)


def find(one: Value, other: Value, asked: Asked) -> Same | None:
    """Whether two values are one."""
    if one.written == other.written or asked.notation:
        return None
    a, b = one.quantity, other.quantity
    if a.dimension != b.dimension or a.approximate != b.approximate:
        return None
    if a.value == b.value:
        return Same(Kind.VALUE, Confidence.HIGH, _words(one, other, exact=True))
    if _rounded(one, other) and _rounded(other, one):
        return Same(Kind.VALUE, Confidence.MEDIUM, _words(one, other, exact=False))
    return None


def _words(one: Value, other: Value, *, exact: bool) -> str:
    plain = [each for each in (one, other) if each.written.isdigit()]
    said = [each for each in (one, other) if each.written.isalpha()]
    if len(plain) == len(said) == 1:
        return f"'{said[0].written}' is the number {plain[0].written}"
    return f"'{other.written}' is {'' if exact else 'about '}'{one.written}'"


def _rounded(one: Value, other: Value) -> bool:
    """Whether `one`, converted to the unit of `other` and rounded like it, is `other`."""
    from quizlint.language.units import unit

    a, b = one.quantity, other.quantity
    if not a.unit or not b.unit or a.unit == b.unit:
        return False
    into = unit(b.unit)
    if into is None or abs(a.value - b.value) > TOLERANCE * abs(b.value):
        return False
    decimals = _DECIMALS.search(other.written)
    half = Fraction(1, 2 * 10 ** len(decimals[1])) if decimals else Fraction(1, 2)
    return abs(a.value - b.value) <= half * into.factor


def _spelled(text: str) -> Quantity | None:
    """What numbers in words amount to, of a text that figures alone do not tell.

    "three hundred", "one fifth", "a quarter of a litre", "by 20%", "at half past three".
    """
    words = text.lower().rstrip(" .").replace("-", " - ").split()
    words = " ".join(words).replace(" - ", "-").split()
    while words and words[0] in ("by", "at", "in", "exactly", "just", "for", "after"):
        words = words[1:]
    time = _said_time(words)
    if time is not None:
        return Quantity(Fraction(time), "clock")
    if words[:1] in (["a"], ["an"], ["one"]) and words[1:2] and words[1] in _PARTS:
        words = [f"1/{_PARTS[words[1]]}", *words[2:]]
    elif words[:3] == ["half", "a", "dozen"]:
        words = ["6", *words[3:]]
    elif words[:1] == ["half"]:
        words = ["1/2", *words[1:]]
    elif (
        words[:1] in (["a"], ["an"])
        and len(words) == 2
        and words[1] in ("dozen", "hundred", "thousand")
    ):
        words = ["one", words[1]]
    if words[1:2] == ["of"] and words[2:3] in (["a"], ["an"], ["one"]):
        words = [words[0], *words[3:]]
    elif "/" in words[0] if words else False:
        words = [words[0], *(words[2:] if words[1:2] in (["a"], ["an"]) else words[1:])]
    plain = " ".join(figures([word for word in words if word]))
    return quantity(plain) if plain and plain != text else None


_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8,
    "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip


def _said_time(words: list[str]) -> int | None:
    """Seconds since midnight of "half past three in the afternoon", "a quarter to four pm"."""
    match = _TIME.fullmatch(" ".join(figures(words)))
    if match is None:
        return None
    minutes = {"quarter": 15, "half": 30}.get(match["part"]) or int(match["part"])
    hour = int(match["hour"]) % 12
    late = match["half"] is not None and match["half"].startswith(("p", "in the a", "in the e"))
    if match["half"] is None or minutes > 59:
        return None
    after = minutes if match["way"] == "past" else -minutes
    return (hour + 12 * late) * 3600 + after * 60


def _moment(text: str) -> Quantity | None:
    """A time of a day with or without its year ("30 June, 24:00"), in minutes."""
    from quizlint.language.dates import clock, day

    match = _DAY_AND_TIME.fullmatch(text)
    if match is None:
        return None
    date, time = match["date"], clock(match["time"])
    written = re.search(r"\d{4}", date) is not None
    days = day(date) or day(f"{date} 2001") or day(f"{date}, 2001")
    if days is None or time is None:
        return None
    return Quantity(
        Fraction(days * 1440) + Fraction(time, 60), "moment" if written else "day of the year"
    )


_DIGIT = re.compile(r"[0-9½-¾⅐-⅞]")


def has_digit(text: str) -> bool:
    """Whether a text has a figure or a fraction in one character."""
    return _DIGIT.search(text) is not None
