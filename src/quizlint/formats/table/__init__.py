"""Tables: comma-separated values, the sheets of workbooks, and the templates of quiz games.

A row becomes a mapping from column names to cells, which is read as rows of JSON are.
"""

from itertools import islice

from quizlint.content import Problem, ProblemKind, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.data.reading import read_tree
from quizlint.formats.table.columns import LOOKED_AT, Columns, columns_of
from quizlint.formats.table.limits import beyond_limits
from quizlint.formats.table.scan import Row, rows
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence, Tree
from quizlint.text import Source, TableSource

name = "table"
suffixes = (".csv", ".tsv")

SEPARATORS = (",", ";", "\t")
BEGINNING = 4096
"""Characters of a file's beginning that is shown to `sniff`: shorter ones are whole files."""

NEEDED = frozenset({"question", "questiontext", "q", "stem", "front", "back", "term", "definition"})
"""Columns whose cells count even where they are empty."""

NOT_A_QUIZ = "its columns are not those of a quiz or of flashcards"


def sniff(name: str, head: str) -> float:
    """Sure by a heading that only quizzes and cards have, or by rows that end in a letter."""
    if not name.lower().endswith(suffixes):
        return 0.0
    return 0.8 if any(_columns(head, separator, whole=False) for separator in SEPARATORS) else 0.0


def read(source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every row below the heading."""
    tabs = isinstance(source, TableSource)
    for separator in ("\t",) if tabs else SEPARATORS:
        columns = _columns(source.text, separator)
        if columns is not None:
            break
    else:
        return Reading(skipped=NOT_A_QUIZ)
    problems: list[Problem] = []
    records = list(islice(rows(source.text, separator, problems), columns.first, None))
    items: list[Node] = []
    for row in records:
        if not row.blank:
            items.append(_mapping(row, columns))
            problems += beyond_limits(row, columns)
    if not items:
        return Reading(problems=(_empty(source),))
    root = Sequence(items[0].start, items[-1].end, items)
    if columns.counts_from_one:
        hints = hints._replace(index_base=1)
    return read_tree(Tree((root,), tuple(problems)), source, files, hints)


def _columns(text: str, separator: str, *, whole: bool = True) -> Columns | None:
    """The heading, if the text is a table with this separator. The last row may be cut off."""
    head = list(islice(rows(text, separator, []), LOOKED_AT + 1))
    cut = not whole and len(text) >= BEGINNING and len(head) <= LOOKED_AT
    return columns_of(head[:-1] if cut else head)


def _mapping(row: Row, columns: Columns) -> Mapping:
    fields: dict[str, tuple[Scalar, Node]] = {}
    options: list[Scalar] = []
    for column, cell in zip(columns.names, row.cells, strict=False):
        if column is None:
            continue
        if column.startswith("option"):
            options.append(cell)
            continue
        if (cell.value or column in NEEDED) and column not in fields:
            fields[column] = (_name(column, cell), _value(column, cell, columns))
    while options and not options[-1].value:
        options.pop()
    if options:
        whole = Sequence(options[0].start, options[-1].end, list(options))
        fields["options"] = (_name("options", options[0]), whole)
    return Mapping(row.start, row.end, fields)


def _name(column: str, cell: Scalar) -> Scalar:
    """A column's name as the name of a field; it stands in no row, so that none is pointed at."""
    return Scalar(column, cell.start, cell.start)


def _value(column: str, cell: Scalar, columns: Columns) -> Node:
    """A cell; keys that are numbers of columns are numbers, several of them a list."""
    parts = cell.value.replace(" ", "").split(",")
    counted = columns.counts_from_one or len(parts) > 1
    if column != "answer" or not counted or not all(part.isdigit() for part in parts):
        return cell
    offset = 1 if cell.spelling is not None and not cell.plain else 0
    numbers: list[Node] = []
    at = 0
    for part in parts:
        found = cell.value.index(part, at)
        at = found + len(part)
        start = cell.start + offset + found
        numbers.append(Scalar(part, start, start + len(part), plain=True, kind="integer"))
    return numbers[0] if len(numbers) == 1 else Sequence(cell.start, cell.end, numbers)


def _empty(source: Source) -> Problem:
    end = max(1, source.text.find("\n"))
    why = {"why": "it has a heading and no rows below"}
    return Problem(ProblemKind.NOTHING_TO_CHECK, Row([], 0, end).span, why)
