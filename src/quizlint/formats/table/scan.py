"""Rows and cells of comma-separated values, each with its place.

RFC 4180, as spreadsheets write it: cells that hold a separator, a quote or a line break stand in
quotes, and quotes inside are doubled.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizlint.content import Problem, ProblemKind
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Decoded, Span

_QUOTED = re.compile(r'"(?:[^"]++|"")*+')
MAX_CELLS = 200
"""Cells of a row beyond which it is no question, and nothing more is read of it."""


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


QUOTED = QuotedCell()


def rows(text: str, separator: str, problems: list[Problem]) -> Iterator[Row]:
    """The records of a text in order. What is wrong with quotes is added to `problems`."""
    at, length = 0, len(text)
    bare = _bare(separator)
    while at < length:
        start = at
        cells: list[Scalar] = []
        while True:
            cell, at = _cell(text, at, bare, separator, problems)
            if len(cells) < MAX_CELLS:
                cells.append(cell)
            if at < length and text[at] == separator:
                at += 1
                continue
            break
        yield Row(cells, start, at)
        at += 2 if text.startswith("\r\n", at) else 1


def _cell(
    text: str, at: int, bare: re.Pattern[str], separator: str, problems: list[Problem]
) -> tuple[Scalar, int]:
    """One cell, and where what separates it from the next stands."""
    first = at
    while separator != " " and text[first : first + 1] == " ":
        first += 1
    if text[first : first + 1] != '"':
        found = bare.match(text, at)
        end = at if found is None else found.end()
        return _plain(text, at, end), end
    inside = _QUOTED.match(text, first)
    closing = first + 1 if inside is None else inside.end()
    if closing >= len(text):
        found = bare.match(text, first)
        end = first + 1 if found is None else found.end()
        problems.append(_trouble(first, "this quote is never closed; what follows is read without"))
        return _plain(text, first, end), end
    end = closing + 1
    cell = Scalar("".join(piece for piece, _, _ in _pieces(text, first + 1, closing)), first, end)
    cell.spelling = QUOTED
    rest = bare.match(text, end)
    if rest is not None and rest[0].strip():
        message = "text stands behind the closing quote of its cell; double quotes that are meant"
        problems.append(_trouble(end, message))
    return cell, end if rest is None else rest.end()


def _plain(text: str, start: int, end: int) -> Scalar:
    value = text[start:end]
    if not value or value.isspace():  # what separates it from the next shows where it is missing
        at = end if end < len(text) and text[end] not in "\r\n" else max(0, end - 1)
        return Scalar("", at, min(at + 1, len(text)), plain=True)
    left = len(value) - len(value.lstrip())
    value = value.strip()
    return Scalar(value, start + left, start + left + len(value), plain=True)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    at = start
    while (quote := source.find('""', at, end)) >= 0:
        yield source[at : quote + 1], at, quote + 1
        at = quote + 2
    yield source[at:end], at, end


def _trouble(at: int, message: str) -> Problem:
    data = {"message": message, "skipped": None}
    return Problem(ProblemKind.SYNTAX, Span(at, at + 1), data)


@cache
def _bare(separator: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(separator)}\r\n]+")
