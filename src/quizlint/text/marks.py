"""Notes on which characters of a value are markup."""

import re
from collections.abc import Iterator

from quizlint.text.rewriting import Change

_FREE, _LITERAL, _DROPPED, _DROPPED_TOO = range(4)
_DROPPED_RUN = re.compile(rb"\x02\x03*")
_PROTECTED = bytes([_LITERAL, *range(1, 256)])


class Marks:
    """What is known of each character of `value`: free, literal (it is no markup), or dropped.

    `code` and `math` are ranges in `value`. Whoever reads one kind of markup looks at free
    characters only, so that the kinds read first win over those read later.
    """

    def __init__(self, value: str) -> None:
        self.value = value
        self.code: list[tuple[int, int]] = []
        self.math: list[tuple[int, int]] = []
        self.media = False
        self._fate = bytearray(len(value))
        self._instead: dict[int, str] = {}

    def drop(self, start: int, end: int, instead: str = "") -> None:
        """Leave out a range, and write something in its place."""
        if start < end:
            self._fate[start:end] = b"\x03" * (end - start)
            self._fate[start] = _DROPPED
            self._instead[start] = instead

    def keep(self, start: int, end: int) -> None:
        """Take a range literally."""
        self._fate[start:end] = b"\x01" * (end - start)

    def protect(self, start: int, end: int) -> None:
        """Take what is still free in a range literally."""
        self._fate[start:end] = self._fate[start:end].translate(_PROTECTED)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing is known yet of a whole range."""
        return self._fate.count(_FREE, start, end) == end - start

    def is_dropped(self, at: int) -> bool:
        """Whether a character is left out."""
        return self._fate[at] >= _DROPPED

    def free(
        self, pattern: re.Pattern[str], start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begin at a free character."""
        fate = self._fate
        last = len(fate) if end is None else end
        return (m for m in pattern.finditer(self.value, start, last) if fate[m.start()] == _FREE)

    def changes(self) -> list[Change]:
        """The changes that take the markup away."""
        runs = (run.span() for run in _DROPPED_RUN.finditer(self._fate))
        return [(start, end, self._instead[start]) for start, end in runs]
