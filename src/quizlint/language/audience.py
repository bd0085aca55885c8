"""Which reading grades suit which readers.

Grades are US school grades as the Flesch-Kincaid formula gives them. The bands of school grades are
those of the supplement to Appendix A of the Common Core State Standards (2012), whose research
compared Flesch-Kincaid with five other measures; its bands overlap on purpose. Where a band has
another source or is our own extension, its line says so.
"""

import re
from functools import cache
from typing import NamedTuple


class Band(NamedTuple):
    """The grades of texts that an audience reads: from `low` to `high`, both included."""

    name: str
    low: float
    high: float


BANDS: tuple[Band, ...] = (
    Band("grades k-1", 0.0, 3.5),  # ours: up to half way into the next band
    Band("grades 2-3", 1.98, 5.34),
    Band("grades 4-5", 4.51, 7.73),
    Band("grades 6-8", 6.51, 10.34),
    Band("grades 9-10", 8.32, 12.12),
    Band("grades 11-12", 10.34, 14.2),
    Band("elementary school", 0.0, 7.73),
    Band("middle school", 6.51, 10.34),
    Band("high school", 8.32, 14.2),
    # No standard gives bands beyond school. On the formula's own scale 13 to 16 are the college
    # years and 17 the graduate's (Kincaid et al. 1975); each band begins where school text ends.
    Band("undergraduate", 10.34, 16.0),
    Band("graduate", 10.34, 18.0),
    Band("professional", 10.34, 18.0),
    # Texts for everybody: grades 6 to 7 (US National Library of Medicine, MedlinePlus, "How to
    # write easy-to-read health materials"), so up to the end of grade 7.
    Band("plain-language", 0.0, 8.0),
    # Standard prose, Flesch 60 to 70, is that of grades 8 and 9 (Flesch, R., 1949, The art of
    # readable writing), so up to the end of grade 9.
    Band("general public", 0.0, 10.0),
)
"""Audience, lowest and highest grade."""

_OTHER_NAMES = {
    "kindergarten": "grades k-1",
    "early childhood": "grades k-1",
    "primary school": "elementary school",
    "primary": "elementary school",
    "elementary": "elementary school",
    "grade school": "elementary school",
    "children": "elementary school",
    "junior high": "middle school",
    "junior high school": "middle school",
    "lower secondary": "middle school",
    "middle": "middle school",
    "secondary school": "high school",
    "secondary": "high school",
    "upper secondary": "high school",
    "senior high school": "high school",
    "sixth form": "grades 11-12",
    "undergraduates": "undergraduate",
    "university": "undergraduate",
    "college": "undergraduate",
    "bachelor": "undergraduate",
    "postgraduate": "graduate",
    "postgraduates": "graduate",
    "graduates": "graduate",
    "master": "graduate",
    "doctoral": "graduate",
    "professionals": "professional",
    "expert": "professional",
    "experts": "professional",
    "plain english": "plain-language",
    "easy read": "plain-language",
    "easy to read": "plain-language",
    "general": "general public",
    "public": "general public",
    "general audience": "general public",
    "everyone": "general public",
    "adults": "general public",
}

_FOLLOWERS = ("students", "student", "pupils", "pupil", "learners", "readers", "level", "education")


def band_for(audience: str) -> Band | None:
    """The band of an audience as an author names it; None for one that is not known.

    Known are the names in `BANDS` and common ones for the same, in any case and with any hyphens;
    `grade 5`, `5th grade`, `grades 6-8`; and `year 7` of England and Wales, which is grade 6.
    """
    name = " ".join(re.sub(r"[-_/,]+", " ", audience.lower()).split())
    words = name.split(" ")
    while len(words) > 1 and words[-1] in _FOLLOWERS:
        words.pop()
    name = " ".join(words)
    found = _by_name().get(name) or _by_name().get(_OTHER_NAMES.get(name, "").replace("-", " "))
    return found or _school_years(name)


def names() -> tuple[str, ...]:
    """The audiences that an author may name, for messages and documentation."""
    return tuple(band.name for band in BANDS)


@cache
def _by_name() -> dict[str, Band]:
    return {band.name.replace("-", " "): band for band in BANDS}


def _school_years(name: str) -> Band | None:
    """The band from the lowest to the highest school year that is named."""
    match = re.fullmatch(
        r"(?P<kind>grades?|years?|class) (?P<low>k|\d{1,2})(?: (?:to )?(?P<high>\d{1,2}))?"
        r"|(?P<nth>\d{1,2})(?:st|nd|rd|th)? (?P<nth_kind>grade|year|class)(?:rs?)?",
        name,
    )
    if match is None:
        return None
    kind = match["kind"] or match["nth_kind"]
    low = match["low"] or match["nth"]
    first = 0 if low == "k" else int(low)
    last = int(match["high"] or first)
    if kind.startswith("year"):
        first, last = max(0, first - 1), last - 1
    if not 0 <= first <= last <= 12:
        return None
    return Band(_name(first, last), _band_of(first).low, _band_of(last).high)


def _name(first: int, last: int) -> str:
    """What a span of school grades is called; 0 is kindergarten."""
    named = "k" if first == 0 else str(first)
    return f"grade {named}" if first == last else f"grades {named}-{last}"


def _band_of(grade: int) -> Band:
    for last, band in zip((1, 3, 5, 8, 10), BANDS, strict=False):
        if grade <= last:
            return band
    return BANDS[5]
