"""Directives of reStructuredText that ask something: their fields, and what stands in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from quizlint.text import Span, Text
from quizlint.text.patterns import lazy

_BEGINS = lazy(
    r"^(?P<indent>[ \t]*)\.\.(?:"
    r"[ \t]+(?P<kind>mchoice|fillintheblank|shortanswer)::[ \t]*(?P<id>[^\r\n]*)"
    r"|[ \t]+(?:code|code-block|sourcecode|highlight|raw|activecode)::[^\r\n]*"
    r"|[ \t]+(?![_|\[])(?!\S+::)\S[^\r\n]*"  # a comment, and what is indented below it
    r"|[ \t]*(?=\r?\n[ \t]+\S)"
    r")",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"[ \t]*:(?P<name>[\w-]+):[ \t]*(?P<said>[^\r\n]*)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Line(NamedTuple):
    """A line that is not blank: where its words stand, and how far they are indented."""

    start: int
    end: int
    indent: int


@dataclass(slots=True)
class Directive:
    """One directive: its first line begins at `start`, its last ends at `end`."""

    kind: str
    start: int
    end: int
    id: Text | None
    fields: dict[str, Text] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)


def directives(source: str) -> Iterator[Directive]:
    """The directives that ask, in order; not those in comments, and in code that is shown."""
    at = 0
    while (match := _BEGINS.search(source, at)) is not None:
        lines = list(_below(source, match))
        at = max(match.end(), lines[-1].end if lines else 0)
        if match["kind"] is not None:
            yield _directive(match, lines, source)


def _directive(match: re.Match[str], lines: list[Line], source: str) -> Directive:
    end = lines[-1].end if lines else match.end()
    named = match["id"].strip()
    place = Span(match.start("id"), match.start("id") + len(named))
    found = Directive(
        match["kind"].lower(), match.start(), end, Text(named, place, source) if named else None
    )
    name, indent, at = "", 0, match.end()
    for index, line in enumerate(lines):
        written = _FIELD.match(source, line.start, line.end)
        apart = source.count("\n", at, line.start) > 1
        if written is not None and written.end() == line.end:
            name, indent = written["name"].lower(), line.indent
            start = written.start("said")
            found.fields[name] = Text(written["said"], Span(start, line.end), source)
        elif name and not apart and line.indent > indent:  # a field goes on
            begun = found.fields[name].span.start
            begun = line.start if not found.fields[name] else begun
            found.fields[name] = Text(source[begun : line.end], Span(begun, line.end), source)
        else:
            found.body = lines[index:]
            break
        at = line.end
    return found


def _below(source: str, match: re.Match[str]) -> Iterator[Line]:
    """The lines below a directive that are indented more than it."""
    deep = len(match["indent"].expandtabs())
    first = _LINE.match(source, match.end())
    at = match.end() if first is None else first.end()
    while at < len(source) and (line := _LINE.match(source, at)) is not None:
        whole = line[0].rstrip()
        words = whole.lstrip(" \t")
        indent = len(whole[: len(whole) - len(words)].expandtabs())
        if words:
            if indent <= deep:
                return
            yield Line(at + len(whole) - len(words), at + len(whole), indent)
        at = line.end()


def words(lines: list[Line], source: str) -> Text | None:
    """What stands in lines that follow each other."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    return Text(source[start:end], Span(start, end), source) if start < end else None
