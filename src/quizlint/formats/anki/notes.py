"""Notes of an Anki collection, and what their types say of the cards made from them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizlint.text import TableSource, Text

SEPARATOR = "\x1f"
"""What stands between the fields of a note in Anki's database."""

MAX_FIELDS = 100
"""Fields of a note that may be shown: each costs a look at every note."""

_REFERENCE = re.compile(r"\{\{([^{}]+)\}\}")


class NoteType(NamedTuple):
    """Which fields of a note, counted from 0, each side of its first card shows, in order."""

    cloze: bool
    fronts: tuple[int, ...] = (0,)
    backs: tuple[int, ...] = (1,)


@dataclass(frozen=True, eq=False, repr=False)
class NotesSource(TableSource):
    """The notes of a collection: a row a note, a cell a field. `types` has one entry a row."""

    types: tuple[NoteType, ...] = ()


def note_type(cloze: bool, names: Sequence[str], front: str, back: str) -> NoteType:
    """The type of notes with these fields, whose first card has these two templates."""
    names = names[:MAX_FIELDS]
    places = {name.strip(): index for index, name in enumerate(names)}
    shown = dict.fromkeys(_fields(front, places)) or {0: None}
    backs = tuple(each for each in dict.fromkeys(_fields(back, places)) if each not in shown)
    other = next((index for index in range(len(names)) if index not in shown), 1)
    return NoteType(cloze, tuple(shown), backs or (other,))


def _fields(template: str, places: dict[str, int]) -> Iterator[int]:
    """The fields that a template shows: `{{Front}}`, `{{type:Back}}`, no conditions."""
    for reference in _REFERENCE.findall(template):
        if reference[:1] not in "#^/!":
            place = places.get(reference.rpartition(":")[2].strip())
            if place is not None:
                yield place


def telling_first(kind: NoteType, notes: Sequence[Sequence[Text]]) -> NoteType:
    """The type with the fields of each side so that those which differ most come first.

    Templates begin with a heading as often as with the question: a chapter, a deck's name.
    """
    return NoteType(kind.cloze, _ordered(kind.fronts, notes), _ordered(kind.backs, notes))


def _ordered(fields: tuple[int, ...], notes: Sequence[Sequence[Text]]) -> tuple[int, ...]:
    if len(fields) < 2:
        return fields
    variety: Counter[int] = Counter()
    for field in fields:
        variety[field] = len({note[field].value for note in notes if field < len(note)})
    return tuple(sorted(fields, key=lambda field: -variety[field]))
