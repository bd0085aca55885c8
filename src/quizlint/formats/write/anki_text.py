"""Anki's text for imports: lines about itself, and a note a record."""

import re
from collections.abc import Sequence

from quizlint.content import Card, Document
from quizlint.formats.anki.cards import is_cloze
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written, writable
from quizlint.formats.write.media import Media
from quizlint.formats.write.xhtml import xhtml

name = "anki"
suffix = ".anki"
exact = False
rendered = True
unread = frozenset({"levels"})  # they become tags

_PARTS = TARGETS[name].parts
_HEAD = "#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5\n"
_BASIC, _CLOZE = "Basic", "Cloze"
"""The types of notes that every collection has."""

_DECK = "Cards"
_SPACE = re.compile(r"\s+")
_NEEDS_QUOTES = re.compile(r'[\t\n"]|^#|^\s|\s$')


def write(
    documents: Sequence[Document], markup: Markup = "markdown", _media: Media = NO_MEDIA
) -> Written:
    """The cards of all documents; each document is a deck."""
    ledger = Ledger(_PARTS)
    lines = [_HEAD]
    for document in documents:
        deck = _deck(document)
        named = document.topic is None and document.title is not None  # the title is the deck's
        ledger.about(document)
        if named:
            ledger.losses = [each for each in ledger.losses if each[:2] != (document, "title")]
        for item in document.items:
            if not ledger.admits(item) or not isinstance(item, Card):
                continue
            if item.id is not None and item.id:
                ledger.lose(item, "ids", f"its id '{item.id.value.strip()}'")
            ledger.pictures(item, item.texts)
            cloze = is_cloze(item.front)
            front = item.front.value.strip() if cloze else _html(item.front.value, markup)
            back = "" if cloze else _html(item.back.value, markup)
            tag = "" if item.difficulty is None else _SPACE.sub("-", item.difficulty.value.strip())
            cells = (_CLOZE if cloze else _BASIC, deck, front, back, tag)
            lines.append("\t".join(map(_quoted, cells)) + "\n")
    return Written("".join(lines), tuple(ledger.losses))


def _deck(document: Document) -> str:
    """The topic, whose parts stand below each other; else the title."""
    said = document.topic if document.topic is not None else document.title
    words = "" if said is None else said.plain
    parts = [_SPACE.sub(" ", part).strip() for part in words.split(" / ")]
    return writable("::".join(part for part in parts if part)) or _DECK


def _html(value: str, markup: Markup) -> str:
    return xhtml(value.strip(), markup)


def _quoted(cell: str) -> str:
    """A field as it must stand between tabs."""
    cell = writable(cell).replace("\r\n", "\n").replace("\r", "\n")
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
