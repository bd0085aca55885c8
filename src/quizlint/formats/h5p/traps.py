"""Asterisks that make no gap of H5P's, or one that nobody can fill."""

import re
from collections.abc import Iterator

from quizlint.content.causes.platform import Platform
from quizlint.formats.kit.gaps import Gaps
from quizlint.text import Span, Text

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def gap_traps(whole: Text, gaps: Gaps, *, typed: bool) -> Iterator[tuple[Span, Platform]]:
    """The places where H5P reads something else than is meant, and what it is."""
    value = whole.value
    at = 0
    for start, end in gaps:
        if not value[start:end].strip("* \t"):
            yield whole.at(start, end), Platform.H5P_EMPTY_GAP
        tag = _TAG.search(value, start, end) if typed else None
        if tag is not None:
            yield whole.at(*tag.span()), Platform.H5P_TAG_IN_GAP
        at = end
    star = value.find("*", at)
    if star >= 0:  # of an odd number the last has no other
        yield whole.at(star, star + 1), Platform.H5P_LONE_STAR
    elif not gaps:
        yield whole.at(0, len(value)), Platform.H5P_NO_GAP
