"""Dates and times of day as people write them."""

import re
from datetime import date
from functools import cache

from quizlint.text.patterns import lazy

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sep sept|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}

_MONTH_OF_YEAR = lazy(r"(?P<month>[A-Za-z]{3,9})\.?,?\s(?P<year>\d{3,4})")
_CLOCK = lazy(
    r"(?P<hours>\d{1,2})(?::(?P<minutes>\d{2})(?::(?P<seconds>\d{2}))?)?"
    r"(?:\s?(?P<half>[aApP])\.?[mM]\.?)?"
)


def day(text: str) -> int | None:
    """The days since 31 December of the year 0 that a whole text names, or None.

    `2024-01-31`, `31 January 2024`, `Jan 31, 2024`, `31/01/2024`. Where day and month may stand
    either way (`01/02/2024`) there is no date.
    """
    for pattern in _days():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        number = _month(match["month"])
        in_month = int(match["day"])
        if match.re.groupindex.get("slashed"):
            if number != in_month and number <= 12 and in_month <= 12:
                return None
            number, in_month = min(number, in_month), max(number, in_month)
        try:
            return date(int(match["year"]), number, in_month).toordinal()
        except ValueError:
            return None
    return None


def month(text: str) -> int | None:
    """The months since January of the year 0 that a whole text names ("March 1989"), or None."""
    match = _MONTH_OF_YEAR.fullmatch(text)
    number = _month(match["month"]) if match is not None else 0
    return int(match["year"]) * 12 + number - 1 if match is not None and number else None


def clock(text: str) -> int | None:
    """The seconds since midnight of a time of day: `1:30`, `13:05:10`, `1:30 pm`, `7 a.m.`"""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
    half = (match["half"] or "").lower()
    if minutes > 59 or seconds > 59 or hours > (12 if half else 24):
        return None
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    elif match["minutes"] is None:
        return None
    return hours * 3600 + minutes * 60 + seconds


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.get(written.lower(), 0)


@cache
def _days() -> tuple[re.Pattern[str], ...]:
    nth = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    name = r"(?P<month>[A-Za-z]{3,9})\.?"
    return (
        re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
        re.compile(rf"{nth}\s(?:of\s)?{name},?\s(?P<year>\d{{3,4}})"),
        re.compile(rf"{name}\s{nth},?\s(?P<year>\d{{3,4}})"),
        re.compile(r"(?P<day>\d{1,2})(?P<slashed>[/.])(?P<month>\d{1,2})[/.](?P<year>\d{4})"),
    )
