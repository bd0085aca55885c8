"""Tables: comma-separated values, the sheets of workbooks, and the templates of quiz games.

The cells of a row are given out to the parts of an item by the names of their columns, as the
fields of a record in JSON are.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from quizlint.content import Problem, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.table import Table
from quizlint.content.problems import Syntax, UnreadQuestion
from quizlint.formats.base import NO_HINTS, SNIFFED, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.data.find import Place, names_cards, of_one_kind
from quizlint.formats.data.foreign import habits_of, read_places
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.table.columns import LOOKED_AT, Columns, columns_of, slip_of
from quizlint.formats.table.headless import Called, called, without_heading
from quizlint.formats.table.limits import beyond_limits
from quizlint.formats.table.row import is_shifted, place_of, says_something
from quizlint.formats.table.scan import Row, rows
from quizlint.text import Source, Span, TableSource

name = "table"
suffixes = CATALOGUE[name].suffixes

SEPARATORS = (",", ";", "\t", "|")

NOT_A_QUIZ = "its columns are not those of a quiz or of flashcards"


class Recognised(NamedTuple):
    """What a table's beginning shows."""

    separator: str
    columns: Columns


class Misnamed(NamedTuple):
    """A heading of a quiz with slips in it: the row's number, what is wrong and what to write."""

    separator: str
    number: int
    place: Span
    fields: tuple[str, ...]
    known: tuple[str, ...]


def sniff(name: str, head: str) -> float:
    """Sure by a heading that only quizzes and cards have, or by rows that end in a letter."""
    lower = name.lower()
    if lower.endswith(".txt"):  # which spreadsheets give to what they call Unicode text
        first = head[: head.find("\n") + 1 or len(head)]
        says = called(name) if first.count("\t") == 1 else ""
        known = first.count("\t") > 1 or says == "cards"
        return 0.8 if known and recognised(head, ("\t",), says) is not None else 0.0
    if not lower.endswith(suffixes):
        return 0.0
    found = recognised(head, says=called(name)) is not None or misnamed(head) is not None
    return 0.8 if found else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every row below the heading."""
    separators = ("\t",) if isinstance(source, TableSource) else SEPARATORS
    found = recognised(source.text[:SNIFFED], separators, called(source.path))
    if found is None:
        unread = misnamed(source.text[:SNIFFED], separators)
        if unread is None:
            return Reading(skipped=NOT_A_QUIZ)
        return Reading(problems=(_unread(source, unread, hints),))
    columns = found.columns
    places, problems = _places(source, found)
    base = 1 if columns.counts_from_one else hints.index_base
    habits = habits_of((each.draft for each in places if each.draft is not None), base)
    if columns.numbered and habits.base is None and habits.open:
        habits = replace(habits, base=1, open=False)  # as the headings of the options count
    desk = Desk(source.text)
    document = read_places(places if of_one_kind(places) else (), habits, desk)
    if not document.items:
        if places and columns.deck:
            return Reading(skipped=NOT_A_QUIZ)
        if places and not columns.sure:
            return Reading(problems=(*problems, _optionless(places, hints)))
        empty = nothing(source.text, Nothing.NO_ROWS.of())
        return Reading(problems=(*problems, empty))
    whole = Span(places[0].span.start, places[-1].span.end)
    return Reading(
        documents=(replace(document, span=whole),),
        problems=(*problems, *desk.problems),
        # A game that counts from one proves nothing of the files beside it.
        index_base=None if columns.counts_from_one else habits.proof,
        index_base_open=habits.open and not columns.counts_from_one,
    )


@lru_cache(maxsize=4)
def recognised(
    head: str, separators: tuple[str, ...] = SEPARATORS, says: Called = ""
) -> Recognised | None:
    """The separator and the columns of a table, by its beginning. `says` is what its name says.

    Who sniffs asks first, and who reads asks again; the beginning is taken apart once.
    """
    beginnings = [(each, _beginning(head, each)) for each in separators]
    for separator, first in beginnings:
        if (columns := columns_of(first, cards=says == "cards")) is not None:
            return Recognised(separator, columns)
    for separator, first in beginnings:
        if (columns := without_heading(first[:LOOKED_AT], says)) is not None:
            return Recognised(separator, columns)
    return None


def _beginning(head: str, separator: str) -> list[Row]:
    """The first rows, without one that ends where the beginning is cut off."""
    first = list(islice(rows(head, separator, []), LOOKED_AT + 1))
    return first[:-1] if len(head) >= SNIFFED and len(first) <= LOOKED_AT else first


@lru_cache(maxsize=4)
def misnamed(head: str, separators: tuple[str, ...] = SEPARATORS) -> Misnamed | None:
    """The heading of a quiz in which slips keep the question or the options from being found."""
    for separator in separators:
        for number, row in enumerate(islice(rows(head, separator, []), 2)):
            if (found := slip_of(row)) is not None:
                return Misnamed(separator, number, *found)
    return None


def _optionless(places: list[Place], hints: Hints) -> Problem:
    """That the rows below the heading of a quiz have no options, or none that can be told."""
    return UnreadQuestion(
        places[0].span, "few", hints.kind is not None, len(places), fields=("options",)
    )


def _unread(source: Source, found: Misnamed, hints: Hints) -> Problem:
    below = islice(rows(source.text, found.separator, []), found.number + 1, None)
    count = max(sum(not row.blank for row in below), 1)
    return UnreadQuestion(
        found.place, "field", hints.kind is not None, count, found.fields, found.known
    )


def _places(source: Source, found: Recognised) -> tuple[list[Place], list[Problem]]:
    """The rows that say something as items, and what is wrong with rows and quotes."""
    text, (separator, columns) = source.text, found
    cards = columns.deck or names_cards(source.path.replace("\\", "/").rpartition("/")[2])
    places: list[Place] = []
    quotes: list[Problem] = []
    problems: list[Problem] = []
    for row in islice(rows(text, separator, quotes), columns.first, None):
        if not says_something(row, columns):
            continue
        if is_shifted(row, columns, separator, text):
            problems.append(Syntax(row.span, Table.SHIFTED_ROW.of(), row.span))
            continue
        places.append(place_of(row, columns, f"[{len(places)}]", text, cards=cards))
        problems += beyond_limits(row, columns)
    return places, [*quotes, *problems]
