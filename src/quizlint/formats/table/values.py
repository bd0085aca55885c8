"""What the cells of a row say: an answer, several of them, or a list of options."""

import re

from quizlint.formats.data.aliases import normal
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import part_of
from quizlint.formats.tree.nodes import Node, Scalar, Sequence
from quizlint.text.normal import collapse

_SHORT = re.compile(r"[A-Za-z]|[0-9]{1,2}")
_BETWEEN_SHORT = re.compile(r"\s*(?:[,;|/&\n]|\band\b)\s*")
_BETWEEN_TEXTS = (re.compile(r"\s*\|\s*"), re.compile(r"\s*\n\s*"), re.compile(r"\s*;\s*"))
_COMMA = re.compile(r"\s*,\s*")
_LIST = re.compile(r"""\s*\[.*\]\s*""", re.DOTALL)
_MEMBER = re.compile(r"""'([^'\\]*)'|"([^"\\]*)\"""")


def answer_of(cell: Scalar, options: list[Scalar], columns: Columns, text: str) -> Node:
    """The key in a cell: letters, numbers, texts of options, or the headings of their columns.

    A number is a plain one where the table is known to count, or where it stands in a list.
    """
    texts = {collapse(option.value) for option in options if option.value}
    if collapse(cell.value) in texts and not columns.counts_from_one:
        return cell
    place = columns.headings.get(normal(cell.value))
    if place is not None and len(cell.value) > 1:
        return Scalar(chr(ord("A") + place), cell.start, cell.end)
    parts = split(cell, _BETWEEN_SHORT, text)
    if all(_SHORT.fullmatch(part.value) for part in parts):
        numbers = all(part.value.isdigit() for part in parts)
        if numbers and (len(parts) > 1 or columns.counts_from_one):
            for part in parts:
                part.kind, part.plain = "integer", True
        return _one_or_all(parts, cell)
    for between in (*_BETWEEN_TEXTS, _COMMA):
        parts = split(cell, between, text)
        if len(parts) > 1 and all(collapse(part.value) in texts for part in parts):
            return _one_or_all(parts, cell)
    return cell


def listed(cell: Scalar, text: str) -> list[Scalar]:
    """The members of a list in one cell: told apart by bars, line breaks or semicolons, or quoted
    between brackets as programs print lists.
    """
    if _LIST.fullmatch(cell.value) and (found := list(_MEMBER.finditer(cell.value))):
        return [part_of(cell, *match.span(match.lastindex or 0), text) for match in found]
    for between in _BETWEEN_TEXTS:
        parts = split(cell, between, text)
        if len(parts) > 1:
            return parts
    return [cell]


def split(cell: Scalar, between: re.Pattern[str], text: str) -> list[Scalar]:
    """The parts of a cell that are not empty."""
    found: list[Scalar] = []
    at = 0
    for match in between.finditer(cell.value):
        if at < match.start():
            found.append(part_of(cell, at, match.start(), text))
        at = match.end()
    if not at:
        return [Scalar(cell.value, cell.start, cell.end, cell.plain, spelling=cell.spelling)]
    if at < len(cell.value):
        found.append(part_of(cell, at, len(cell.value), text))
    return found


def _one_or_all(parts: list[Scalar], cell: Scalar) -> Node:
    return parts[0] if len(parts) == 1 else Sequence(cell.start, cell.end, list(parts))
