"""Rows and cells of comma-separated values, each with its place.

RFC 4180, as spreadsheets write it: cells that hold a separator, a quote or a line break stand in
quotes, and quotes inside are doubled. A quote that is wrong costs its own line at most.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizlint.content import Problem
from quizlint.content.causes.table import Table
from quizlint.content.problems import Syntax
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Decoded, Span

_QUOTED = re.compile(r'"(?:[^"]++|"")*+')
_BREAK = re.compile(r"[\r\n]")

MAX_CELLS = 200
"""Cells of a row beyond which it is no question, and nothing more is read of it."""

MAX_QUOTED = 100_000
"""Characters behind a quote among which the closing one is looked for."""

MAX_TROUBLES = 100
"""Wrong quotes after which no more are noted, and one must be closed on its own line, so that time
stays linear."""


class Row(NamedTuple):
    """One record: its cells, and where it begins and ends, line break left out."""

    cells: list[Scalar]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole record."""
        return Span(self.start, self.end)

    @property
    def blank(self) -> bool:
        """Whether no cell has anything in it."""
        return not any(cell.value for cell in self.cells)


class QuotedCell:
    """A cell in quotes, in which `""` is a quote."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(_pieces(source, span.start + 1, span.end - 1))


class InsideCell:
    """A part of such a cell."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(_pieces(source, *span))


QUOTED = QuotedCell()
INSIDE = InsideCell()


def part_of(cell: Scalar, start: int, end: int, text: str) -> Scalar:
    """The part `value[start:end]` of a cell, as a leaf of its own."""
    if cell.plain:
        return Scalar(cell.value[start:end], cell.start + start, cell.start + end, plain=True)
    span = cell.text(text).at(start, end)
    return Scalar(cell.value[start:end], *span, spelling=INSIDE)


def rows(text: str, separator: str, problems: list[Problem]) -> Iterator[Row]:
    """The records of a text in order. What is wrong with quotes is added to `problems`."""
    at, length = 0, len(text)
    while at < length:
        start, end = at, _line_end(text, at)
        cells: list[Scalar] = []
        if text.find('"', at, end) < 0:
            for part in text[at:end].split(separator, MAX_CELLS)[:MAX_CELLS]:
                cells.append(_plain(text, at, at + len(part)))
                at += len(part) + 1
        else:
            while True:
                cell, end = _cell(text, at, separator, problems)
                if len(cells) < MAX_CELLS:
                    cells.append(cell)
                if not text.startswith(separator, end):
                    break
                at = end + 1
        yield Row(cells, start, end)
        at = end + (2 if text.startswith("\r\n", end) else 1)


def _cell(text: str, at: int, separator: str, problems: list[Problem]) -> tuple[Scalar, int]:
    """One cell, and where what separates it from the next stands."""
    bare = _bare(separator)
    first = at
    while text[first : first + 1] == " ":
        first += 1
    if text[first : first + 1] != '"':
        end = _end(bare, text, at)
        return _plain(text, at, end), end
    limit = min(len(text), first + MAX_QUOTED)
    if len(problems) >= MAX_TROUBLES:
        limit = _line_end(text, first)
    inside = _QUOTED.match(text, first, limit)
    closing = limit if inside is None else inside.end()
    end = _end(bare, text, closing + 1)
    closed = closing < limit
    strays = closed and not text[closing + 1 : end].isspace() and end > closing + 1
    if not closed or (strays and _BREAK.search(text, first, closing) is not None):
        _note(problems, first, Table.QUOTE_UNCLOSED)
        end = _end(bare, text, first)
        return _plain(text, first + 1, end), end
    if strays:
        _note(problems, closing + 1, Table.BEHIND_QUOTE)
        return _plain(text, first, end), end
    value = text[first + 1 : closing]
    if '"' in value:
        value = value.replace('""', '"')
    return Scalar(value, first, closing + 1, spelling=QUOTED), end


def _plain(text: str, start: int, end: int) -> Scalar:
    value = text[start:end]
    if not value or value.isspace():  # what separates it from the next shows where it is missing
        at = end if end < len(text) and text[end] not in "\r\n" else max(0, end - 1)
        return Scalar("", at, min(at + 1, len(text)), plain=True)
    inner = value.strip()
    if len(inner) != len(value):
        start += value.index(inner)
    return Scalar(inner, start, start + len(inner), plain=True)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    at = start
    while (quote := source.find('""', at, end)) >= 0:
        yield source[at:quote], at, quote
        yield '"', quote, quote + 2
        at = quote + 2
    yield source[at:end], at, end


def _note(problems: list[Problem], at: int, cause: Table) -> None:
    if len(problems) < MAX_TROUBLES:
        problems.append(Syntax(Span(at, at + 1), cause.of()))


def _line_end(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return len(text) if found is None else found.start()


def _end(bare: re.Pattern[str], text: str, at: int) -> int:
    """Where text without quotes ends that begins here."""
    found = bare.match(text, at)
    return min(at, len(text)) if found is None else found.end()


@cache
def _bare(separator: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(separator)}\r\n]*+")
