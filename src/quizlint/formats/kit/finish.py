"""What is done for every file once it is read, whatever its format."""

from collections.abc import Iterable

from quizlint.content import Document, Problem, ProblemKind, Reading
from quizlint.formats.base import Files, Hints
from quizlint.formats.kit.neighbours import missing_files
from quizlint.formats.kit.sidecar import supply
from quizlint.text import Source, Span

NO_ITEMS = "no question, card or prompt stands in it"

EXCUSED = frozenset(
    {
        *(ProblemKind.SYNTAX, ProblemKind.TOO_DEEP, ProblemKind.TOO_LARGE, ProblemKind.ALIASES),
        *(ProblemKind.MISSING_FIELD, ProblemKind.WRONG_TYPE, ProblemKind.NOTHING_TO_CHECK),
        ProblemKind.UNREAD_QUESTION,
    }
)
"""Problems that say already why a file has no item."""


def finished(reading: Reading, source: Source, files: Files, hints: Hints) -> Reading:
    """A reading with the keys that stand beside its file, and what is missing there or in it."""
    if reading.skipped is not None:
        return reading
    documents, disagreeing = supply(reading.documents, source, files, hints)
    problems = (*reading.problems, *disagreeing, *missing_files(documents, files))
    if not has_items(documents) and not any(each.kind in EXCUSED for each in problems):
        problems += (nothing(source.text, NO_ITEMS),)
    seen = reading.seen or sum(len(each.items) for each in documents) + lost(problems)
    return reading._replace(documents=documents, problems=problems, seen=seen)


LOST = frozenset({ProblemKind.MISSING_FIELD, ProblemKind.UNREAD_QUESTION})


def lost(problems: Iterable[Problem]) -> int:
    """How many items were not read, or begun and lack so much that they are none."""
    counts = {
        (each.route or each.span, each.kind): each.data.get("count", 1)
        for each in problems
        if each.kind in LOST
    }
    return sum(count for count in counts.values() if isinstance(count, int))


def has_items(documents: tuple[Document, ...]) -> bool:
    """Whether there is anything to check."""
    return any(document.items for document in documents)


def nothing(text: str, why: str, place: Span | None = None) -> Problem:
    """That a file of a format holds no item. Where no place is given, it is the first line."""
    return Problem(ProblemKind.NOTHING_TO_CHECK, place or first_line(text), {"why": why})


def first_line(text: str, start: int = 0) -> Span:
    """The first line from an offset on that is not blank, without the space around it.

    Where all are blank it is the first character, so that there is something to point at.
    """
    rest = text[start:].lstrip()
    if not rest:
        return Span(0, min(1, len(text)))
    start = len(text) - len(rest)
    return Span(start, start + len(rest.splitlines()[0].rstrip()))
