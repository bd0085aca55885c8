"""A text made from another by changes, with the way back and forth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Change(NamedTuple):
    """`instead` takes the place of the characters from `start` to `end`."""

    start: int
    end: int
    instead: str


class Rewriting:
    """What a text became by changes, which ascend and do not overlap."""

    __slots__ = ("_ends", "_new_ends", "_new_starts", "_starts", "text")

    def __init__(self, before: str, changes: Iterable[Change]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._new_starts: list[int] = []
        self._new_ends: list[int] = []
        pieces: list[str] = []
        at = length = 0
        for start, end, instead in changes:
            pieces += (before[at:start], instead)
            length += start - at
            self._new_starts.append(length)
            length += len(instead)
            self._new_ends.append(length)
            self._starts.append(start)
            self._ends.append(end)
            at = end
        pieces.append(before[at:])
        self.text = "".join(pieces)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The smallest range before that gives `text[start:end]`; empty ranges stay empty."""
        if start < end:
            return self._source(start)[0], self._source(end - 1)[1]
        if start < len(self.text):
            at = self._source(start)[0]
        else:
            at = self._source(len(self.text) - 1)[1] if self.text else 0
        return at, at

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` that came from the range `start` to `end` before."""
        index = bisect_left(self._starts, start) - 1
        begin = start
        if index >= 0:
            past = start - self._ends[index]
            begin = self._new_starts[index] if past < 0 else self._new_ends[index] + past
        index = bisect_left(self._starts, end) - 1
        if index >= 0:
            end = self._new_ends[index] + max(0, end - self._ends[index])
        return begin, end

    def _source(self, at: int) -> tuple[int, int]:
        """The range before that gives the character `text[at]`."""
        index = bisect_right(self._new_starts, at) - 1
        if index < 0:
            return at, at + 1
        past = at - self._new_ends[index]
        if past < 0:
            return self._starts[index], self._ends[index]
        begin = self._ends[index] + past
        return begin, begin + 1
