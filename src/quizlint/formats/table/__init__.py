"""Tables: comma-separated values, the sheets of workbooks, and the templates of quiz games.

A row becomes a mapping from column names to cells, which is read as rows of JSON are.
"""

from itertools import islice

from quizlint.content import Problem, ProblemKind, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.data.reading import read_tree
from quizlint.formats.kit.finish import nothing
from quizlint.formats.table.columns import LOOKED_AT, Columns, columns_of
from quizlint.formats.table.limits import beyond_limits
from quizlint.formats.table.scan import Row, rows
from quizlint.formats.table.values import answer_of, listed
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence, Tree
from quizlint.text import Source, Span, TableSource

name = "table"
suffixes = (".csv", ".tsv")

SEPARATORS = (",", ";", "\t", "|")
BEGINNING = 4096
"""Characters of a file's beginning that is shown to `sniff`: shorter ones are whole files."""

STEMS = frozenset({"question", "questiontext", "q", "stem", "front", "back", "term", "definition"})
"""Columns whose cells count even where they are empty."""

ASIDE = frozenset({"number", "no", "num", "nr", "#", "time", "type", "questiontype", "points"})
"""Columns that templates fill in for rows that nobody has written yet."""

LISTS = frozenset({"incorrectanswers", "wronganswers", "distractors", "incorrectoptions"})
"""Columns whose cells hold several distractors."""

SHIFTED = "this row has more cells than the heading; put quotes around texts with commas"
NOT_A_QUIZ = "its columns are not those of a quiz or of flashcards"


def sniff(name: str, head: str) -> float:
    """Sure by a heading that only quizzes and cards have, or by rows that end in a letter."""
    if not name.lower().endswith(suffixes):
        return 0.0
    return 0.8 if any(_columns(head, separator, whole=False) for separator in SEPARATORS) else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every row below the heading."""
    text = source.text
    for separator in ("\t",) if isinstance(source, TableSource) else SEPARATORS:
        columns = _columns(text, separator)
        if columns is not None:
            break
    else:
        return Reading(skipped=NOT_A_QUIZ)
    quotes: list[Problem] = []
    problems: list[Problem] = []
    items: list[Node] = []
    for row in islice(rows(text, separator, quotes), columns.first, None):
        if not _says_something(row, columns):
            continue
        if _is_shifted(row, columns, separator, text):
            data = {"message": SHIFTED, "skipped": row.span}
            problems.append(Problem(ProblemKind.SYNTAX, row.span, data))
            continue
        items.append(_mapping(row, columns, text))
        problems += beyond_limits(row, columns)
    found = (*quotes, *problems)
    if not items:
        return Reading(problems=(*found, _empty(source)))
    root = Sequence(items[0].start, items[-1].end, items)
    if columns.counts_from_one:
        hints = hints._replace(index_base=1)
    reading = read_tree(Tree((root,), found), source, hints)
    if reading.skipped and columns.sure:
        return Reading(problems=(*found, _empty(source)))
    if columns.counts_from_one:  # which proves nothing of the files beside it
        reading = reading._replace(index_base=None, index_base_open=False)
    return reading


def _columns(text: str, separator: str, *, whole: bool = True) -> Columns | None:
    """The heading, if the text is a table with this separator. The last row may be cut off."""
    head = list(islice(rows(text, separator, []), LOOKED_AT + 1))
    cut = not whole and len(text) >= BEGINNING and len(head) <= LOOKED_AT
    return columns_of(head[:-1] if cut else head)


def _says_something(row: Row, columns: Columns) -> bool:
    cells = zip(columns.names, row.cells, strict=False)
    return any(cell.value and column and column not in ASIDE for column, cell in cells)


def _is_shifted(row: Row, columns: Columns, separator: str, text: str) -> bool:
    """Whether commas in a row's texts have pushed its cells beyond the columns.

    A space behind a comma tells that somebody wrote it in a sentence.
    """
    extra = sum(bool(cell.value) for cell in row.cells[len(columns.names) :])
    if not extra or separator != ",":
        return False
    return sum(cell.plain and text[cell.start - 1] == " " for cell in row.cells[1:]) >= extra


def _mapping(row: Row, columns: Columns, text: str) -> Mapping:
    fields: dict[str, tuple[Scalar, Node]] = {}
    options: list[Scalar] = []
    for column, cell in zip(columns.names, row.cells, strict=False):
        if column == "option":
            options.append(cell)
        elif column == "options":
            options += listed(cell, text)
        elif column is not None and (cell.value or column in STEMS) and column not in fields:
            fields[column] = (_name(column, cell.start), cell)
    while options and not options[-1].value:
        options.pop()
    if options:
        whole = Sequence(options[0].start, options[-1].end, list(options))
        fields["options"] = (_name("options", whole.start), whole)
    for column in LISTS & fields.keys():
        name, cells = fields[column]
        if isinstance(cells, Scalar) and len(parts := listed(cells, text)) > 1:
            fields[column] = (name, Sequence(cells.start, cells.end, list(parts)))
    if "answer" in fields:
        name, key = fields["answer"]
        if isinstance(key, Scalar):
            fields["answer"] = (name, answer_of(key, options, columns, text))
    if columns.sure and "kind" not in fields:
        kind = Scalar("question", row.start, row.start)
        fields["kind"] = (_name("kind", row.start), kind)
    return Mapping(row.start, row.end, fields)


def _name(column: str, at: int) -> Scalar:
    """A column's name as the name of a field; it stands in no row, so that none is pointed at."""
    return Scalar(column, at, at)


def _empty(source: Source) -> Problem:
    end = source.text.find("\n")
    span = Span(0, end if end > 0 else min(1, len(source.text)))
    return nothing(source.text, "it has the heading of a quiz and no question below", span)
