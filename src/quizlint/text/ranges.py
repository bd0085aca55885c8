"""Ranges of positions in a text."""

from bisect import bisect_right
from collections.abc import Sequence


def within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a position lies in one of the ranges, which ascend and do not overlap."""
    index = bisect_right(ranges, at, key=_begin) - 1
    return index >= 0 and at < ranges[index][1]


def _begin(span: tuple[int, int]) -> int:
    return span[0]
