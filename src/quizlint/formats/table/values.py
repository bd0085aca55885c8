"""What the cells of a row say: an answer, several of them, or a list of options."""

import re
from collections.abc import Iterator

from quizlint.formats.data.aliases import normal
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import part_of
from quizlint.formats.tree.nodes import Scalar
from quizlint.text.normal import collapse

MAX_PARTS = 50
"""Parts of a cell beyond which it is a text, no list."""

_SHORT = re.compile(r"[A-Za-z]|[0-9]{1,2}")
_BETWEEN_SHORT = re.compile(r"[,;|/&\n]|\band\b")
_BETWEEN_TEXTS = (re.compile(r"\|"), re.compile(r"\n"), re.compile(r";"))
_COMMA = re.compile(",")
_LETTERED = re.compile(r"(?<!\S)\(?(?P<letter>[A-Za-z])[).:](?=\s)")
_LIST = re.compile(r"""\s*(?:\[[^{]*\]|\{[^{]*\})\s*""", re.DOTALL)
_LABEL = re.compile(r"""(?:'[A-Za-z]'|"[A-Za-z]")\s*:\s*""")
_MEMBER = re.compile(r"""'([^'\\]*)'|"([^"\\]*)\"""")


def answers_of(cell: Scalar, options: list[Scalar], columns: Columns, text: str) -> list[Scalar]:
    """The answers in a cell: letters, numbers, texts of options, or the headings of their columns.

    A number is a plain one where the table is known to count, or where it stands in a list.
    """
    texts = {collapse(option.value) for option in options if option.value}
    if collapse(cell.value) in texts and not columns.counts_from_one:
        return [cell]
    place = columns.headings.get(normal(cell.value)) if 1 < len(cell.value) < 20 else None
    if place is not None:
        return [Scalar(chr(ord("A") + place), cell.start, cell.end)]
    parts = split(cell, _BETWEEN_SHORT, text)
    if all(_SHORT.fullmatch(part.value) for part in parts):
        numbers = all(part.value.isdigit() for part in parts)
        if numbers and (len(parts) > 1 or columns.counts_from_one):
            for part in parts:
                part.kind, part.plain = "integer", True
        return parts
    for between in (*_BETWEEN_TEXTS, _COMMA):
        parts = split(cell, between, text)
        if len(parts) > 1 and all(collapse(part.value) in texts for part in parts):
            return parts
    return [cell]


def listed(cell: Scalar, text: str) -> list[Scalar]:
    """The members of a list in one cell: told apart by bars, line breaks or semicolons, or quoted
    between brackets as programs print lists, or behind letters as they print mappings.
    """
    if _LIST.fullmatch(cell.value) and (found := list(_members(cell.value))):
        found = found[:MAX_PARTS]
        return [part_of(cell, *match.span(match.lastindex or 0), text) for match in found]
    for between in _BETWEEN_TEXTS:
        parts = split(cell, between, text)
        if len(parts) > 1:
            return parts
    return _lettered(cell, text) or [cell]


def _members(value: str) -> Iterator[re.Match[str]]:
    """The quoted members of a list, and those of a mapping without their letters."""
    at = 0
    while (match := _MEMBER.search(value, at)) is not None:
        label = _LABEL.match(value, match.start())
        if label is None:
            yield match
        at = match.end() if label is None else label.end()


def enumerated(cell: Scalar, answer: str, text: str) -> list[Scalar]:
    """The members of a cell with commas between them, of which the answer is one, or the letter or
    number of one; else none.
    """
    parts = split(cell, _COMMA, text)
    known = {collapse(part.value) for part in parts}
    known |= {str(place + 1) for place in range(len(parts))}
    known |= {chr(ord("a") + place) for place in range(len(parts))}
    return parts if len(parts) > 1 and known & {collapse(answer), answer.lower()} else []


def _lettered(cell: Scalar, text: str) -> list[Scalar]:
    """The members of a cell that letters tell apart: "A) Rome B) Oslo"."""
    starts: list[int] = []
    for match in _LETTERED.finditer(cell.value):
        if ord(match["letter"].upper()) - ord("A") == len(starts):
            starts.append(match.start())
    if len(starts) < 2 or cell.value[: starts[0]].strip():
        return []
    found = []
    for start, end in zip(starts, (*starts[1:], len(cell.value)), strict=True):
        part = cell.value[start:end].strip()
        found.append(part_of(cell, start, start + len(part), text))
    return found


def split(cell: Scalar, between: re.Pattern[str], text: str) -> list[Scalar]:
    """The parts of a cell, without the white space around them; empty ones are none."""
    value = cell.value
    ends = [match.span() for match in between.finditer(value)]
    if not ends:
        return [Scalar(value, cell.start, cell.end, cell.plain, spelling=cell.spelling)]
    if len(ends) > MAX_PARTS:
        return [cell]
    found: list[Scalar] = []
    at = 0
    for end, following in (*ends, (len(value), len(value))):
        part = value[at:end].strip()
        if part:
            start = value.index(part, at)
            found.append(part_of(cell, start, start + len(part), text))
        at = following
    return found or [cell]
