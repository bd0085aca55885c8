"""One note, as the card that a learner sees."""

import re
from collections.abc import Sequence

from quizlint.content import Card
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap, MissingField
from quizlint.formats.anki.notes import NoteType
from quizlint.formats.kit.desk import Desk
from quizlint.text import Span, Text

_MARK = re.compile(r"\{\{c\d+:")
_DELETION = re.compile(r"\{\{c\d+::(?P<hidden>(?:(?!\{\{|\}\}|::).)+)", re.DOTALL)


def is_cloze(text: Text) -> bool:
    """Whether a text has a mark for hidden words."""
    return _MARK.search(text.value) is not None


def read_note(fields: Sequence[Text], kind: NoteType, span: Span, route: str, desk: Desk) -> Card:
    """The card of a note. `kind` names the fields of each side, the most telling first."""
    front = _first(fields, kind.fronts, span, desk)
    if not kind.cloze:
        return Card(
            span=span, route=route, front=front, back=_first(fields, kind.backs, span, desk)
        )
    if not is_cloze(front):
        front = next(filter(is_cloze, fields), front)
    hidden = _DELETION.search(front.value)
    early = _early_end(front.value)
    if early is not None:
        place = front.at(early, early + 2)
        desk.note(FormatTrap(place, Platform.ANKI_EARLY_END.of(), route=route))
    if hidden is not None:
        back = front.slice(*hidden.span("hidden"))
    else:
        if front and not is_cloze(front):
            desk.note(MissingField(front.span, "{{c1::…}}", "cloze", route=route))
        back = front  # nothing is hidden; that is one finding, not two
    return Card(span=span, route=route, front=front, back=back)


def _early_end(value: str) -> int | None:
    """Where Anki ends hidden words inside of braces that belong to them, as in a formula."""
    for mark in _MARK.finditer(value):
        end = value.find("}}", mark.end())
        inside = _MARK.sub("", value[mark.end() : end]) if end >= 0 else ""
        if inside.count("{") > inside.count("}"):
            return end
    return None


def _first(fields: Sequence[Text], places: Sequence[int], span: Span, desk: Desk) -> Text:
    """The first of some fields that has text; if none has, the first."""
    there = [fields[place] for place in places if place < len(fields)]
    empty = there[0] if there else Text("", Span(span.end, span.end), desk.source)
    return next(filter(bool, there), empty)
