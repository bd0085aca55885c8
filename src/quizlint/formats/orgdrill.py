"""Flashcards in Org files: headings tagged `drill` (org-drill), and notes of anki-editor."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Card, Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import MissingField, UnreadQuestion
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.text import Source, Span, Text
from quizlint.text.patterns import lazy

name = "orgdrill"

HIDING = frozenset({"hide1cloze", "show1cloze", "hide2cloze", "show2cloze"}) | frozenset(
    {"hide1_firstmore", "show1_firstless", "show1_lastmore", "hidefirst", "hidelast"}
)
"""Types of cards in which words between brackets are hidden."""

SIDED = frozenset({"twosided", "multisided"})
"""Types of cards whose sides stand under headings."""

TAUGHT = frozenset({"", "simple", "simpletyped"}) | HIDING | SIDED
"""Types of cards whose words stand in the file; all others are made by a program."""

_HEADING = lazy(r"^(?P<stars>\*+)[ \t]+(?P<title>[^\r\n]*)", re.MULTILINE)
_TAGS = lazy(r":[\w@#%:]+:")
_COMMENT = lazy(r"^[ \t]*#[ \t][^\r\n]*", re.MULTILINE)
_SIGN = lazy(
    r"^\*+[ \t][^\r\n]*:drill:[\w@#%:]*[ \t]*\r?$|^[ \t]*:ANKI_NOTE_TYPE:[ \t]*\S",
    re.MULTILINE,
)
_ASIDE = lazy(
    r"(?:[ \t]*(?:\#(?:[ \t+][^\r\n]*)?|(?:SCHEDULED|DEADLINE|CLOSED):[^\r\n]*)?(?:\r\n|\r|\n|\Z)"
    r"|[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*\r?\n(?P<drawer>(?:(?![ \t]*:END:)[^\n]*\n)*+)"
    r"[ \t]*:END:[ \t]*(?:\r?\n|\Z))",
    re.IGNORECASE,
)
_PROPERTY = lazy(r"^[ \t]*:(?P<name>[\w-]+):[ \t]+(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_HIDDEN = lazy(r"(?<!\[)\[(?!\[|fn:|\d{4}-\d\d|[ X\d/%-]{0,7}\])(?P<words>[^][|]+)(?:\|[^][]*)?\]")
_CLOZE = lazy(r"\{\{c\d+::(?P<words>(?:(?!\}\}|::).)+)", re.DOTALL)


class Entry(NamedTuple):
    """One heading and what stands under it, up to the next; `end` is where its subtree ends."""

    level: int
    title: Span
    drilled: bool
    properties: dict[str, str]
    start: int
    body: Span
    end: int


def sniff(name: str, head: str) -> float:
    """By one heading that is tagged, or one note of Anki."""
    return 1.0 if name.lower().endswith(".org") and _SIGN.search(head) is not None else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every heading that is a card."""
    desk = Desk(source.text)
    entries = _entries(source.text)
    comments = tuple(Span(*match.span()) for match in _COMMENT.finditer(source.text))
    cards: list[Card] = []
    for place, entry in enumerate(entries):
        noted = "anki_note_type" in entry.properties
        if entry.drilled or noted:
            kind = entry.properties.get("drill_card_type", "").strip("\"'").lower()
            if not noted and kind not in TAUGHT:
                desk.note(UnreadQuestion(_shown(entry), "computed", True))
                continue
            sides = list(_under(entries, place))
            front, back = (
                _noted(entry, sides, desk) if noted else _drilled(entry, sides, kind, desk)
            )
            route = f"cards[{len(cards)}]"
            if front and back is None:
                desk.note(MissingField(_shown(entry), "back", "card", route=route))
            elif back is not None:
                end = max(front.span.end, back.span.end)
                cards.append(Card(span=Span(entry.start, end), route=route, front=front, back=back))
    if not cards:
        empty = () if desk.problems else (nothing(source.text, Nothing.NO_NOTES.of()),)
        return Reading(problems=(*desk.problems, *empty), comments=comments)
    span = Span(cards[0].span.start, max(card.span.end for card in cards))
    document = Document(tuple(cards), span, "cheat-sheet")
    return Reading((document,), tuple(desk.problems), comments)


def _entries(text: str) -> list[Entry]:
    """All headings, in order."""
    found = list(_HEADING.finditer(text))
    ends = _ends(found, len(text))
    entries = []
    for place, match in enumerate(found):
        stop = found[place + 1].start() if place + 1 < len(found) else len(text)
        at, properties = min(match.end() + 1, stop), dict[str, str]()
        while at < stop and (aside := _ASIDE.match(text, at, stop)) is not None:
            if aside.end() == at:
                break
            for said in _PROPERTY.finditer(aside["drawer"] or ""):
                properties[said["name"].lower()] = said["value"]
            at = aside.end()
        title, tags = _titled(match)
        body = Span(at, _last(text, at, stop))
        level = len(match["stars"])
        entries.append(
            Entry(level, title, "drill" in tags, properties, match.start(), body, ends[place])
        )
    return entries


def _titled(match: re.Match[str]) -> tuple[Span, list[str]]:
    """Where the title of a heading stands, and the tags behind it."""
    title = match["title"].rstrip()
    words, _, last = title.replace("\t", " ").rpartition(" ")
    tags = last.split(":") if _TAGS.fullmatch(last) is not None else []
    start = match.start("title")
    return Span(start, start + len(words.rstrip() if tags else title)), tags


def _last(text: str, start: int, stop: int) -> int:
    """Where a body ends that comments follow, which are of the next heading."""
    while start < stop:
        begin = max(start, text.rfind("\n", start, stop - 1) + 1)
        line = text[begin:stop].strip()
        if line and line != "#" and not line.startswith(("# ", "#+")):
            return stop
        stop = begin
    return start


def _ends(found: list[re.Match[str]], length: int) -> list[int]:
    """Where the subtree of each heading ends: at the next one that is as high."""
    ends = [length] * len(found)
    above: list[int] = []
    for place, match in enumerate(found):
        while above and len(found[above[-1]]["stars"]) >= len(match["stars"]):
            ends[above.pop()] = match.start()
        above.append(place)
    return ends


def _under(entries: list[Entry], place: int) -> Iterator[Entry]:
    """The headings right under one, but for those that are cards themselves."""
    level: int | None = None
    for at in range(place + 1, len(entries)):
        entry = entries[at]
        if entry.start >= entries[place].end:
            return
        level = level or entry.level
        if entry.level <= level and not entry.drilled:
            yield entry


def _drilled(entry: Entry, sides: list[Entry], kind: str, desk: Desk) -> tuple[Text, Text | None]:
    """Front and back of a card of org-drill; no back where there is none."""
    body = _text(entry.body, desk)
    told = [text for side in sides if (text := _text(side.body, desk))]
    if kind in SIDED:
        front = told[0] if told else body
        return front, told[1] if len(told) > 1 else None
    hidden = _HIDDEN.search(body.value)
    if hidden is not None and (kind in HIDING or not told):
        return body, body.slice(*hidden.span("words"))
    if not body:
        return (_text(entry.title, desk) if told else body), told[0] if told else None
    return body, told[0] if told else None


def _noted(entry: Entry, sides: list[Entry], desk: Desk) -> tuple[Text, Text | None]:
    """Front and back of a note of Anki: what is not under a heading is heading and body."""
    fields = {_text(side.title, desk).value.lower(): _text(side.body, desk) for side in sides}
    title, body = _text(entry.title, desk), _text(entry.body, desk)
    if "cloze" in entry.properties["anki_note_type"].lower():
        front = fields.get("text") or body or title
        hidden = _CLOZE.search(front.value)
        return front, None if hidden is None else front.slice(*hidden.span("words"))
    front = fields.get("front") or title
    back = fields.get("back") or (body if body else None)
    return front, back


def _text(span: Span, desk: Desk) -> Text:
    words = desk.source[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Text(desk.source[start:end], Span(start, end), desk.source)


def _shown(entry: Entry) -> Span:
    return (
        entry.title if entry.title.start < entry.title.end else Span(entry.start, entry.start + 1)
    )
