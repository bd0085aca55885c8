"""The text that Anki exports: lines about itself (`#separator:tab`), then a note a record."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content.causes.table import Table
from quizlint.content.problems import Syntax
from quizlint.formats.anki.notes import NoteType
from quizlint.formats.kit.desk import Desk
from quizlint.text import Decoded, Source, Span, Text

_HEADER = re.compile(
    r"#[ \t]*(?P<key>separator|html|tags|columns|deck|notetype|(?:guid|tags|deck|notetype) column|"
    r"if matches|match scope)[ \t]*:(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)",
    re.IGNORECASE,
)
_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
    r"\t": "\t",
}
_APART = ("guid column", "tags column", "deck column", "notetype column")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Quoted:
    """A field in quotes, in which a quote is written twice."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(_pieces(source, span))


def _pieces(source: str, span: Span) -> Iterator[tuple[str, int, int]]:
    at, end = span.start + 1, span.end - (source[span.end - 1] == '"' and span.end - span.start > 1)
    while (doubled := source.find('""', at, end)) >= 0:
        yield source[at:doubled], at, doubled
        yield '"', doubled, doubled + 2
        at = doubled + 2
    yield source[at:end], at, end


QUOTED = Quoted()


class _Head(NamedTuple):
    """What the lines at the beginning say. `columns` by their key, counted from 0."""

    separator: str
    apart: frozenset[int]
    notetype: int | None
    cloze: bool
    end: int


def has_headers(head: str) -> bool:
    """Whether a text begins with a line that only an export has."""
    return _HEADER.match(head) is not None


def read_rows(source: Source, desk: Desk) -> list[tuple[Span, list[Text], NoteType]]:
    """The notes of an export. A cloze note is known by its type's name, or by its marks."""
    text = source.text
    head = _head(text)
    found: list[tuple[Span, list[Text], NoteType]] = []
    for cells in _records(text, head, desk):
        fields = [cell for index, cell in enumerate(cells) if index not in head.apart]
        if not fields:
            continue
        named = head.notetype is not None and head.notetype < len(cells)
        called = cells[head.notetype].value if named and head.notetype is not None else ""
        cloze = head.cloze or "cloze" in called.lower() or "{{c1::" in fields[0].value
        span = Span(cells[0].span.start, cells[-1].span.end)
        found.append((span, fields, NoteType(cloze)))
    return found


def _head(text: str) -> _Head:
    said: dict[str, str] = {}
    at = 0
    while (match := _HEADER.match(text, at)) is not None and match.end() > at:
        said[match["key"].lower()] = match["value"].strip("\t ") or match["value"]
        at = match.end()
    written = said.get("separator")
    separator = _SEPARATORS.get((written or "").lower(), written or "")
    if len(separator) != 1:
        first = _LINE.match(text, at)
        line = "" if first is None else first[0]
        separator = next((mark for mark in "\t;," if mark in line), "\t")
    columns = {
        key: int(said[key]) - 1
        for key in _APART
        if said.get(key, "").isdecimal() and len(said[key]) < 9
    }
    return _Head(
        separator,
        frozenset(columns.values()),
        columns.get("notetype column"),
        "cloze" in said.get("notetype", "").lower(),
        at,
    )


def _records(text: str, head: _Head, desk: Desk) -> Iterator[list[Text]]:
    """The fields of each record. Quotes stand only around a whole field."""
    separator = re.escape(head.separator)
    field = re.compile(rf'(?P<quoted>"[^"]*+(?:""[^"]*+)*+")|[^{separator}\r\n]*+')
    after = re.compile(rf"(?P<next>{separator})|\r\n|\r|\n|\Z")
    at = head.end
    while at < len(text):
        if text[at] == "#" or text[at] in "\r\n":
            line = _LINE.match(text, at)
            at = at + 1 if line is None else line.end()
            continue
        cells: list[Text] = []
        while True:
            match = field.match(text, at)
            end = at if match is None else match.end()
            quoted = match is not None and match["quoted"] is not None
            if text[at : at + 1] == '"' and (not quoted or after.match(text, end) is None):
                line = _LINE.match(text, at)
                end = at if line is None else at + len(line[0].rstrip("\r\n"))
                desk.note(Syntax(Span(at, end), Table.FIELD_UNCLOSED.of()))
                quoted = False
            span = Span(at, end)
            if quoted:
                value = text[at + 1 : end - 1].replace('""', '"')
                cells.append(Text(value, span, text, QUOTED))
            else:
                cells.append(Text(text[at:end], span, text))
            follows = after.match(text, end)
            if follows is None:
                at = end
                break
            at = follows.end()
            if follows["next"] is None:
                break
        yield cells
