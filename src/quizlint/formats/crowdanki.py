"""Decks that CrowdAnki keeps as JSON: notes, the types of notes, decks inside of decks."""

import re
from collections.abc import Iterator
from collections.abc import Sequence as Many

from quizlint.content import Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.anki.cards import read_note
from quizlint.formats.anki.notes import NoteType, note_type, telling_first
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.tree.json import parse
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Source, Span, Text

name = "crowdanki"

_SNIFFED = re.compile(r'"__type__"\s*:\s*"(?:Deck|Note|NoteModel|DeckConfig)"')
_CLOZE = "1"
"""What Anki calls the type of notes in which words are hidden."""


def sniff(name: str, head: str) -> float:
    """By what CrowdAnki calls its parts."""
    return 1.0 if name.lower().endswith(".json") and _SNIFFED.search(head) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every note of a deck and of those in it, as one card."""
    tree = parse(source)
    desk = Desk(source.text)
    decks = [deck for root in tree.roots for deck in _decks(root)]
    types = {key: kind for deck in decks for key, kind in _types(deck)}
    rows: list[tuple[Mapping, list[Text], NoteType]] = []
    for deck in decks:
        for note in _listed(deck.get("notes")):
            fields = [desk.text(each, "") for each in _scalars(note.get("fields"))]
            if fields:
                kind = types.get(_word(note, "note_model_uuid"), NoteType(cloze=False))
                rows.append((note, fields, kind))
    if not rows:
        empty = () if tree.problems else (nothing(source.text, Nothing.NO_NOTES.of()),)
        return Reading(problems=(*tree.problems, *empty))
    alike: dict[NoteType, list[Many[Text]]] = {}
    for _, fields, kind in rows:
        alike.setdefault(kind, []).append(fields)
    sides = {kind: telling_first(kind, notes) for kind, notes in alike.items()}
    cards = []
    for index, (note, fields, kind) in enumerate(rows):
        route = f"cards[{index}]"
        cards.append(read_note(fields, sides[kind], note.span, route, desk))
    span = Span(cards[0].span.start, cards[-1].span.end)
    title = decks[0].get("name")
    named = title.text(source.text) if isinstance(title, Scalar) and title.value else None
    document = Document(tuple(cards), span, "cheat-sheet", title=named)
    return Reading((document,), (*tree.problems, *desk.problems))


def _decks(node: Node) -> Iterator[Mapping]:
    """A deck and all that are in it, in the order written."""
    waiting = [node]
    while waiting:
        deck = waiting.pop()
        if isinstance(deck, Mapping):
            yield deck
            waiting += reversed(_listed(deck.get("children")))


def _types(deck: Mapping) -> Iterator[tuple[str, NoteType]]:
    """The types of notes that a deck declares, by their identifiers."""
    for model in _listed(deck.get("note_models")):
        names = [_word(field, "name") for field in _listed(model.get("flds"))]
        first = next(iter(_listed(model.get("tmpls"))), None)
        front, back = ("", "") if first is None else (_word(first, "qfmt"), _word(first, "afmt"))
        cloze = _word(model, "type") == _CLOZE
        yield _word(model, "crowdanki_uuid"), note_type(cloze, names, front, back)


def _listed(node: Node | None) -> list[Mapping]:
    entries = node.items if isinstance(node, Sequence) else ()
    return [each for each in entries if isinstance(each, Mapping)]


def _scalars(node: Node | None) -> list[Scalar]:
    return [
        each
        for each in (node.items if isinstance(node, Sequence) else ())
        if isinstance(each, Scalar)
    ]


def _word(mapping: Mapping, field: str) -> str:
    value = mapping.get(field)
    return value.value if isinstance(value, Scalar) else ""
