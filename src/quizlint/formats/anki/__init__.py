"""Anki: the notes of a package, and the text that Anki exports."""

from collections.abc import Sequence

from quizlint.content import Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.anki.cards import read_note
from quizlint.formats.anki.notes import NotesSource, NoteType, telling_first
from quizlint.formats.anki.text import has_headers, read_rows
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.lines import bears
from quizlint.text import Source, Span, Text

name = "anki"
suffixes = CATALOGUE[name].suffixes

Row = tuple[Span, Sequence[Text], NoteType]


def sniff(name: str, head: str) -> float:
    """By the lines about itself that an export begins with, or by a name of its own."""
    if name.lower().endswith(".anki"):
        return 1.0
    return 0.95 if bears(name, suffixes) and has_headers(head) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every note, as one card."""
    desk = Desk(source.text)
    rows = _notes(source) if isinstance(source, NotesSource) else read_rows(source, desk)
    if not rows:
        if desk.problems:
            return Reading(problems=tuple(desk.problems))
        end = Span(0, min(1, len(source.text)))
        return Reading(problems=(nothing(source.text, Nothing.NO_NOTES.of(), end),))
    alike: dict[NoteType, list[Sequence[Text]]] = {}
    for _, fields, kind in rows:
        alike.setdefault(kind, []).append(fields)
    sides = {kind: telling_first(kind, notes) for kind, notes in alike.items()}
    cards = tuple(
        read_note(fields, sides[kind], span, f"cards[{index}]", desk)
        for index, (span, fields, kind) in enumerate(rows)
    )
    span = Span(rows[0][0].start, rows[-1][0].end)
    return Reading((Document(cards, span, "cheat-sheet"),), tuple(desk.problems))


def _notes(source: NotesSource) -> list[Row]:
    """The rows of a collection, each field a text that stands there as it is."""
    text = source.text
    found: list[Row] = []
    for index, kind in enumerate(source.types):
        cells = source.cells(index + 1)
        fields = [Text(text[slice(*cell)], cell, text) for cell in cells]
        found.append((Span(cells[0].start, cells[-1].end), fields, kind))
    return found
