"""What is done for every file once it is read, whatever its format."""

from collections.abc import Container, Iterable
from dataclasses import replace

from quizlint.content import Document, Problem, Reading
from quizlint.content.causes import Told
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import (
    MissingField,
    NothingToCheck,
    Syntax,
    TooDeep,
    TooLarge,
    TooManyAliases,
    UnreadQuestion,
    WrongType,
)
from quizlint.formats.base import Files, Hints
from quizlint.formats.kit.neighbours import missing_files
from quizlint.formats.kit.sidecar import supply
from quizlint.text import Source, Span

EXCUSED = (
    *(Syntax, TooDeep, TooLarge, TooManyAliases),
    *(MissingField, WrongType, NothingToCheck, UnreadQuestion),
)
"""Problems that say already why a file has no item."""


def finished(
    reading: Reading, source: Source, files: Files, hints: Hints, markup: str = "markdown"
) -> Reading:
    """A reading with the keys that stand beside its file, and what is missing there or in it."""
    if reading.skipped is not None:
        return reading
    documents, disagreeing = supply(reading.documents, source, files, hints)
    documents = tuple(replace(document, markup=markup) for document in documents)
    problems = (*reading.problems, *disagreeing, *missing_files(documents, files))
    if not has_items(documents) and not any(isinstance(each, EXCUSED) for each in problems):
        problems += (nothing(source.text, Nothing.NO_ITEM.of()),)
    routes = frozenset(item.route for each in documents for item in each.items)
    seen = reading.seen or sum(len(each.items) for each in documents) + lost(problems, routes)
    return reading._replace(documents=documents, problems=problems, seen=seen)


LOST = (MissingField, UnreadQuestion)
"""Problems each of which is an item that is not there."""


def lost(problems: Iterable[Problem], read: Container[str] = ()) -> int:
    """How many items were not read, or begun and lack so much that they are none.

    `read` are the routes of those that are some in spite of what they lack.
    """
    counts = {
        (each.route or each.span, type(each)): each.count if isinstance(each, UnreadQuestion) else 1
        for each in problems
        if isinstance(each, LOST) and not (each.route and each.route in read)
    }
    return sum(counts.values())


def has_items(documents: tuple[Document, ...]) -> bool:
    """Whether there is anything to check."""
    return any(document.items for document in documents)


def nothing(text: str, why: Told, place: Span | None = None) -> Problem:
    """That a file of a format holds no item. Where no place is given, it is the first line."""
    return NothingToCheck(place or first_line(text), why)


def first_line(text: str, start: int = 0) -> Span:
    """The first line from an offset on that is not blank, without the space around it.

    Where all are blank it is the first character, so that there is something to point at.
    """
    rest = text[start:].lstrip()
    if not rest:
        return Span(0, min(1, len(text)))
    start = len(text) - len(rest)
    return Span(start, start + len(rest.splitlines()[0].rstrip()))
