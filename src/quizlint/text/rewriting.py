"""A text made from another by changes, with the way back and forth."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Change = tuple[int, int, str]
"""Where a range begins and ends, and what takes its place."""


class Rewriting:
    """What a text became by changes, which ascend and do not overlap."""

    __slots__ = ("_changes", "_ends", "_new_ends", "_new_starts", "_starts", "text")

    def __init__(self, before: str, changes: Sequence[Change]) -> None:
        pieces: list[str] = []
        at = 0
        for start, end, instead in changes:
            pieces += (before[at:start], instead)
            at = end
        pieces.append(before[at:])
        self.text = "".join(pieces)
        self._changes = changes
        self._starts: list[int] | None = None  # the maps are made when a place is asked for

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
        starts = self._mapped()
        index = bisect_left(starts, start) - 1
        begin = start
        if index >= 0:
            past = start - self._ends[index]
            begin = self._new_starts[index] if past < 0 else self._new_ends[index] + past
        index = bisect_left(starts, end) - 1
        if index >= 0:
            end = self._new_ends[index] + max(0, end - self._ends[index])
        return begin, end

    def _source(self, at: int) -> tuple[int, int]:
        """The range before that gives the character `text[at]`."""
        starts = self._mapped()
        index = bisect_right(self._new_starts, at) - 1
        if index < 0:
            return at, at + 1
        past = at - self._new_ends[index]
        if past < 0:
            return starts[index], self._ends[index]
        begin = self._ends[index] + past
        return begin, begin + 1

    def _mapped(self) -> list[int]:
        if self._starts is None:
            self._starts = [start for start, _, _ in self._changes]
            self._ends = [end for _, end, _ in self._changes]
            self._new_starts: list[int] = []
            self._new_ends: list[int] = []
            longer = 0
            for start, end, instead in self._changes:
                self._new_starts.append(start + longer)
                longer += len(instead) - (end - start)
                self._new_ends.append(end + longer)
        return self._starts
