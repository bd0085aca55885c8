"""Text whose structure is in its lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Option
from quizlint.text import Span, Text

_LINE = re.compile(r"[^\r\n]+")
_BREAKS = ("\n", "\r\n", "\r", "")


class Line(NamedTuple):
    """A line that is not blank, without the space around it. `apart`: a blank one goes before."""

    start: int
    end: int
    text: str
    apart: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines(text: str) -> Iterator[Line]:
    """The lines that are not blank."""
    apart, since = False, 0
    for match in _LINE.finditer(text):
        begin, end = match.span()
        apart = apart or text[since : min(begin, since + 3)] not in _BREAKS
        since = end
        words = match[0].strip()
        if not words:
            apart = True
            continue
        start = begin + len(match[0]) - len(match[0].lstrip())
        yield Line(start, start + len(words), words, apart)
        apart = False


class LinePart:
    """A part of a question, which may go on over several lines.

    `mark` is where its mark or label stands, `begin` and `end` hold what is behind it.
    """

    __slots__ = ("begin", "end", "mark", "start")

    def __init__(self, line: Line, mark: Span, begin: int) -> None:
        self.start, self.end = line.start, line.end
        self.mark, self.begin = mark, begin

    def text(self, source: str) -> Text:
        """What it says; where it says nothing, the place is its mark."""
        return leaf(source, self.begin, self.end, self.mark)

    def option(self, source: str) -> Option:
        """The part as an option whose mark is its label."""
        label = Text(source[slice(*self.mark)], self.mark, source)
        return Option(self.text(source), Span(self.start, self.end), label)


def leaf(source: str, start: int, end: int, mark: Span) -> Text:
    """The text of a range without the space around it; of an empty one the place is `mark`."""
    written = source[start:end]
    value = written.strip()
    if not value:
        return Text("", mark, source)
    start += len(written) - len(written.lstrip())
    return Text(value, Span(start, start + len(value)), source)


def bears(name: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a file's name has one of the suffixes, or none at all (standard input)."""
    last = name.lower().replace("\\", "/").rpartition("/")[2]
    return last.endswith(suffixes) or "." not in last
