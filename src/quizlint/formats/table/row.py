"""One row of a table, given out to the parts of an item."""

from quizlint.formats.data.aliases import Part, parts_of
from quizlint.formats.data.draft import (
    Draft,
    Field,
    OptionDraft,
    find_key,
    find_options,
    find_stem,
)
from quizlint.formats.data.find import Place, pair_in, said_kind
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import Row
from quizlint.formats.table.values import answers_of, enumerated, listed
from quizlint.formats.tree.nodes import Scalar

STEMS = frozenset({"question", "questiontext", "q", "stem", "front", "back", "term", "definition"})
"""Columns whose cells count even where they are empty."""

ASIDE = frozenset({"number", "no", "num", "nr", "#", "time", "type", "questiontype", "points"})
"""Columns that templates fill in for rows that nobody has written yet."""

LISTS = frozenset({"incorrectanswers", "wronganswers", "distractors", "incorrectoptions"})
"""Columns whose cells hold several distractors."""


def says_something(row: Row, columns: Columns) -> bool:
    """Whether there is more in a row than what a template fills in."""
    cells = zip(columns.names, row.cells, strict=False)
    return any(cell.value and column and column not in ASIDE for column, cell in cells)


def is_shifted(row: Row, columns: Columns, separator: str, text: str) -> bool:
    """Whether commas in a row's texts have pushed its cells beyond the columns.

    A space behind a comma tells that somebody wrote it in a sentence.
    """
    extra = sum(bool(cell.value) for cell in row.cells[len(columns.names) :])
    if not extra or separator != ",":
        return False
    return sum(cell.plain and text[cell.start - 1] == " " for cell in row.cells[1:]) >= extra


def place_of(row: Row, columns: Columns, route: str, text: str, *, cards: bool) -> Place:
    """A row as an item, or as a flashcard. `cards`: the file's name speaks of them."""
    draft = _draft(row, columns, text)
    fields = draft.fields
    kind = said_kind(fields)
    if "kind" not in fields and (columns.sure or _is_answered(draft, columns)):
        kind = "question"
    prompt = kind == "prompt" and draft.stem is not None
    return Place(row.span, route, draft, pair_in(fields, cards), kind, prompt)


def _is_answered(draft: Draft, columns: Columns) -> bool:
    """Whether a row in a table of options offers none, and is answered in words all the same."""
    return "options" in columns.names and bool(draft.answers) and not draft.options


def _draft(row: Row, columns: Columns, text: str) -> Draft:
    fields: dict[str, Field] = {}
    options: list[Scalar] = []
    for column, cell in zip(columns.names, row.cells, strict=False):
        if column == "option":
            options.append(cell)
        elif column == "options":
            options += listed(cell, text)
        elif column is not None and (cell.value or column in STEMS) and column not in fields:
            # A column's name stands in no row, so that none is pointed at.
            fields[column] = (Scalar(column, cell.start, cell.start), cell)
    while options and not options[-1].value:
        options.pop()
    if len(options) == 1 and "answer" in fields and isinstance(said := fields["answer"][1], Scalar):
        options = enumerated(options[0], said.value, text) or options
    draft = Draft(row.span, fields, parts_of(tuple(fields)))
    find_stem(draft)
    draft.distractors = _distractors(draft, text) or None
    if options:
        draft.options = [OptionDraft(each, each.start, each.end) for each in options]
    else:
        find_options(draft)
    find_key(draft)
    if draft.key is not None and draft.key is fields.get("answer"):
        (stated,) = draft.answers
        draft.answers = answers_of(stated, options, columns, text)
    return draft


def _distractors(draft: Draft, text: str) -> list[Scalar]:
    found: list[Scalar] = []
    for column in draft.parts.get(Part.DISTRACTORS, ()):
        cell = draft.fields[column][1]
        if isinstance(cell, Scalar):
            found += listed(cell, text) if column in LISTS else [cell]
    return found
