"""Rows and cells that came from no text file: a sheet of a workbook, the notes of a collection."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from quizlint.text.source import Position, Source
from quizlint.text.span import Span

BETWEEN = " | "
"""What stands between the cells of a row where the row is shown."""


@dataclass(frozen=True, eq=False, repr=False)
class TableSource(Source):
    """The text of a table. A place in it is a row and a cell, both counted from 1.

    `starts` holds, for each row, where its cells begin; a cell reaches up to what separates it from
    the next, and an empty cell is an empty range.
    """

    starts: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def from_rows(cls, path: str, rows: Iterable[Sequence[str]], separator: str = "\t") -> Self:
        """Write rows one a line; as tab-separated values, with quotes around what needs them."""
        lines: list[str] = []
        starts: list[tuple[int, ...]] = []
        at = 0
        for row in rows:
            cells = [_quoted(cell) for cell in row] if separator == "\t" else list(row)
            lengths = [len(cell) + 1 for cell in cells or ("",)]
            starts.append(tuple(accumulate(lengths[:-1], initial=at)))
            at += sum(lengths)
            lines.append(separator.join(cells) + "\n")
        return cls(path, "".join(lines), starts=tuple(starts))

    def cells(self, row: int) -> tuple[Span, ...]:
        """The ranges of a 1-based row's cells, without what separates them."""
        starts = self.starts[row - 1]
        following = [*starts[1:], self._row_end(row)]
        return tuple(Span(start, end - 1) for start, end in zip(starts, following, strict=True))

    def position(self, offset: int) -> Position:
        """The row and cell of an offset."""
        if not self.starts:
            return Position(1, 1)
        row = max(1, bisect_right(self.starts, offset, key=lambda cells: cells[0]))
        return Position(row, max(1, bisect_right(self.starts[row - 1], offset)))

    def extent(self, span: Span) -> tuple[Position, Position]:
        """The first cell of a range, and the one after its last."""
        last = self.position(max(span.start, span.end - 1))
        return self.position(span.start), Position(last.line, last.column + 1)

    def line_text(self, line: int) -> str:
        """The cells of a 1-based row, side by side."""
        if not self.starts:
            return ""
        cells = (self.text[start:end] for start, end in self.cells(line))
        return BETWEEN.join(cell.replace("\n", " ").replace("\r", " ") for cell in cells)

    def line_length(self, line: int) -> int:
        """The number of characters of a 1-based row, with what separates its cells."""
        return self._row_end(line) - self.starts[line - 1][0] if self.starts else 0

    def offset(self, line: int, column: int) -> int:
        """The offset at which a cell begins, clamped to the table."""
        if line > len(self.starts):
            return len(self.text)
        cells = self.starts[line - 1]
        return cells[min(column, len(cells)) - 1]

    def _row_end(self, row: int) -> int:
        """Where the next row begins."""
        return self.starts[row][0] if row < len(self.starts) else len(self.text)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
