"""Texts that are written in pieces: behind quote marks, indented, around a line of metadata."""

import re
from collections.abc import Iterable, Sequence

from quizlint.content import BLANK
from quizlint.text import Decoded, Span, Text

_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_BREAK = re.compile(r"\r\n?|\n")
_WORDS = re.compile(r"[^\r\n]+")

Range = tuple[int, int]


class Pieces:
    """The spelling of a value that is what stands in some ranges of its span, joined."""

    __slots__ = ("_ranges",)

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._ranges = tuple(ranges)

    def decode(self, source: str, _span: Span) -> Decoded:
        starts = [at for start, end in self._ranges for at in range(start, end)]
        value = "".join(source[start:end] for start, end in self._ranges)
        return Decoded(value, starts, [at + 1 for at in starts])


class Spelled:
    """The spelling of a value by its parts, each with the range that spells it."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[tuple[str, int, int]]) -> None:
        self._parts = tuple(parts)

    def decode(self, _source: str, _span: Span) -> Decoded:
        return Decoded.joined(self._parts)


def spelled(source: str, parts: Sequence[tuple[str, int, int]]) -> Text:
    """The text that ascending parts make; white space at both ends is left out."""
    kept = list(parts)
    while kept and not kept[0][0].strip():
        kept.pop(0)
    while kept and not kept[-1][0].strip():
        kept.pop()
    if not kept:
        at = parts[0][1] if parts else 0
        return Text("", Span(at, at), source)
    value, start, end = kept[0]
    if len(value) == end - start:
        cut = len(value) - len(value.lstrip())
        kept[0] = (value[cut:], start + cut, end)
    value, start, end = kept[-1]
    if len(value) == end - start:
        bare = value.rstrip()
        kept[-1] = (bare, start, start + len(bare))
    whole = "".join(value for value, _, _ in kept)
    return Text(whole, Span(kept[0][1], kept[-1][2]), source, Spelled(kept))


def with_gaps(source: str, ranges: Sequence[Range], gaps: Sequence[Range]) -> Text:
    """The text of ascending ranges, with a blank for each of the ascending gaps in them."""
    parts: list[tuple[str, int, int]] = []
    left = list(reversed(gaps))
    for start, end in ranges:
        at = start
        while left and left[-1][0] < end:
            first, last = left.pop()
            if first >= at:
                parts += [(source[at:first], at, first), (BLANK, first, last)]
                at = last
        if at < end:
            parts.append((source[at:end], at, end))
    return spelled(source, [part for part in parts if part[1] < part[2]])


def text_of(source: str, ranges: Sequence[Range]) -> Text:
    """The text that ascending ranges make; white space at both ends is left out."""
    if len(ranges) == 1:
        return _whole(source, *ranges[0])
    kept: list[Range] = []
    for start, end in ranges:
        if kept and kept[-1][1] == start:
            kept[-1] = (kept[-1][0], end)
        elif start < end:
            kept.append((start, end))
    while kept:
        start, end = kept[-1]
        end = start + len(source[start:end].rstrip())
        if start < end:
            kept[-1] = (start, end)
            break
        kept.pop()
    while kept:
        start, end = kept[0]
        start = end - len(source[start:end].lstrip())
        if start < end:
            kept[0] = (start, end)
            break
        kept.pop(0)
    if not kept:
        at = ranges[0][0] if ranges else 0
        return Text("", Span(at, at), source)
    span = Span(kept[0][0], kept[-1][1])
    if len(kept) == 1:
        return _whole(source, *kept[0])
    value = "".join(source[start:end] for start, end in kept)
    return Text(value, span, source, Pieces(kept))


def _whole(source: str, start: int, end: int) -> Text:
    written = source[start:end]
    value = written.strip()
    if not value:
        return Text("", Span(start, start), source)
    if len(value) < len(written):
        start += written.index(value[0])
    return Text(value, Span(start, start + len(value)), source)


def outdented(source: str, start: int, end: int) -> list[Range]:
    """The range without the indentation that its lines after the first have in common."""
    if source.find("\n", start, end) < 0:
        return [(start, end)]
    lines = lines_in(source, start, end)
    depth: int | None = None
    for first, last in lines[1:]:
        line = source[first:last]
        if not line.isspace():
            own = len(line) - len(line.lstrip(" \t"))
            depth = own if depth is None else min(depth, own)
    if not depth:
        return [(start, end)]
    return [lines[0]] + [
        (first + depth, last) if last - first > depth else (last - _break(source, last), last)
        for first, last in lines[1:]
    ]


def unquoted(source: str, start: int, end: int) -> list[Range]:
    """The range without the `>` that its lines begin with."""
    ranges = []
    for first, last in lines_in(source, start, end):
        mark = _QUOTE.match(source, first, last)
        ranges.append((mark.end() if mark else first, last))
    return ranges


def lines_in(source: str, start: int, end: int) -> list[Range]:
    """The lines of a range, each with its ending."""
    lines = []
    at = start
    for match in _BREAK.finditer(source, start, end):
        lines.append((at, match.end()))
        at = match.end()
    if at < end:
        lines.append((at, end))
    return lines


def _break(source: str, end: int) -> int:
    """The length of the line ending before an offset."""
    if source[end - 2 : end] == "\r\n":
        return 2
    return 1 if source[end - 1] in "\r\n" else 0


def blanked(text: str, hidden: Iterable[Range]) -> str:
    """The text with spaces in place of ascending ranges; lines and offsets stay the same."""
    parts: list[str] = []
    at = 0
    for start, end in hidden:
        if end <= at:
            continue
        start = max(start, at)
        parts += [text[at:start], _WORDS.sub(_spaces, text[start:end])]
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
