"""Fields and their values in native YAML, from its schema.

A file that is being written does not parse half of the time: where a field belongs is told by the
lines around it and how far they are indented.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from lsprotocol import types

from quizlint.formats import row_of
from quizlint.formats.data.native import FIELDS, KINDS, LISTS
from quizlint.lsp.checking import Checked

OWNERS = {**LISTS, "options": "option"}
"""What the entries of a list are, by the field that holds it."""

_LEVEL = "difficulty"

_KEY = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<name>[\w$-]+):(?=\s|$)")
_FIELD = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)[\w$-]*")
_VALUE = re.compile(r" *(?:- +)*(?P<name>[\w$-]+): +[\w-]*")


class _Line(NamedTuple):
    """A line with a field: where its list's dash and its name stand (the same without a dash)."""

    dash: int
    column: int
    name: str

    @property
    def begins(self) -> bool:
        """Whether it begins an entry of a list."""
        return self.dash < self.column


def completions(
    checked: Checked, lines: Sequence[str], line: int, column: int
) -> Iterator[types.CompletionItem]:
    """What may be written at a place: 0-based line, and column in code points."""
    if line >= len(lines) or not _is_native(checked):
        return
    before = lines[line][:column]
    value, field = _VALUE.fullmatch(before), _FIELD.fullmatch(before)
    if value is not None:
        owner, _ = _around(lines, line, _line(value[0]))
        for word in _values(owner, value["name"], checked):
            yield types.CompletionItem(word, kind=types.CompletionItemKind.EnumMember)
    elif field is not None:
        dash, dashes = len(field["indent"]), len(field["dashes"])
        owner, there = _around(lines, line, _Line(dash, dash + dashes, ""))
        for order, name in enumerate(FIELDS.get(owner, ())):
            if name not in there:
                yield types.CompletionItem(
                    name,
                    kind=types.CompletionItemKind.Field,
                    documentation=_schema(owner).get(name, {}).get("description"),
                    insert_text=f"{name}:" if name in OWNERS else f"{name}: ",
                    sort_text=f"{order:02}",
                )


def _is_native(checked: Checked) -> bool:
    reading, row = checked.reading, row_of("yaml")
    assert row is not None
    name = checked.target.path.name.lower()
    if name.endswith(tuple(f"{kind}{end}" for kind in (".quiz", ".sheet") for end in row.native)):
        return True
    if reading is None or reading.format != row.name:
        return False
    documents = reading.documents
    return bool(documents) and all(each.native for each in documents)


def _line(text: str) -> _Line | None:
    match = _KEY.match(text)
    if match is None:
        return None
    dash = len(match["indent"])
    return _Line(dash, dash + len(match["dashes"]), match["name"])


def _around(lines: Sequence[str], number: int, at: _Line | None) -> tuple[str, set[str]]:
    """What a field at a place belongs to (empty: nothing we know), and which fields stand there."""
    if at is None:
        return "", set()
    there, first = set(), at
    if not at.begins:
        for text in reversed(lines[:number]):
            line = _line(text)
            if line is None or line.column > at.column:
                continue
            if line.column < at.column:
                if line.dash == line.column:  # a field whose value is no list
                    return "", set()
                first = line
                break
            there.add(line.name)
            first = line
            if line.begins:
                break
    for text in lines[number + 1 :]:
        line = _line(text)
        if line is None or line.column > at.column:
            continue
        if line.column < at.column or line.begins:
            break
        there.add(line.name)
    if at.column == 0:
        return "document", there
    above = (_line(text) for text in reversed(lines[:number]))
    holders = (each for each in above if each is not None and not each.begins)
    holder = next((each for each in holders if each.column <= first.dash), None)
    return OWNERS.get(holder.name, "") if holder is not None and first.begins else "", there


def _values(owner: str, name: str, checked: Checked) -> Sequence[str]:
    if name == _LEVEL and owner in LISTS.values() and checked.plan is not None:
        return checked.plan.levels.scale
    if owner == "document" and name == "kind":
        return KINDS
    return tuple(_words(_schema(owner).get(name, {})))


def _words(schema: dict[str, Any]) -> Iterator[str]:
    """The values that a field may have, as they are written."""
    if schema.get("type") == ["boolean", "null"]:
        yield from ("true", "false")
    if schema.get("type") == "string":
        yield from schema.get("enum", ())
    for each in schema.get("anyOf", ()):
        yield from _words(each)


@cache
def _schema(owner: str) -> dict[str, dict[str, Any]]:
    """The schemas of the fields of a part of a native file."""
    from quizlint.schema.generate import schemas

    quiz = schemas()["quiz"]
    part = quiz if owner == "document" else quiz["$defs"].get(owner.capitalize(), {})
    fields: dict[str, dict[str, Any]] = part.get("properties", {})
    return fields
