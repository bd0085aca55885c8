"""Decks of plain-text cards: `Q:` and `A:` lines, and `C:` for text with [deletions]."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from quizlint.content import Card
from quizlint.content.problems import MissingField
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown import words
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span, Text

_MARK = re.compile(
    r"^[ \t]{0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:(?P<lead>[*_]{2,3})?(?:\d{1,3}[.)][ \t]*)?"
    rf"(?:(?P<q>{words.QUESTION}|{words.FRONT}|问题?|問題?)|(?P<a>A|{words.BACK})|(?P<c>C))"
    r"[ ]?\d{0,3}[*_]{0,3}[ \xa0\u202f]?[:：]"
    r"(?:[*_]{2,3})?(?=\s|$|[^\x00-\x7f])|-{3,}[ \t]*\r?$|\#{1,6}[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_OTHER_LETTER = re.compile(r"^[*_]{0,2}[BD][:.)][*_]{0,2}\s", re.MULTILINE)
_OFFERED = re.compile(
    r"^[^\n]*\n[ \t]*(?:[-*+][ \t]+)?(?:\(?a[).]|1[).]|\[ ?\])[ \t]*\S[^\n]*\n"
    r"[ \t]*(?:[-*+][ \t]+)?(?:\(?b[).]|2[).]|\[[ x]?\])[ \t]*\S[^\n]*\n(?:[^\n]+\n){0,6}?"
    r"[*_ \t]*A(?:nswer|ns)?[*_ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_DELETION = re.compile(r"(?<!!)\[([^\[\]\n]+)\](?![(\[:])")


def is_deck(text: str, begin: int, *, titled: bool = False) -> bool:
    """Whether a text is a deck: it begins with a card, and its letters are no options.

    Where its title says so (`titled`), other words may go before the first card.
    """
    at = _first_words(text, begin)
    first = _MARK.match(text, at)
    begins = first is not None and _side(first) in ("Q", "C")
    if not (begins or titled) or _OTHER_LETTER.search(text, begin):
        return False
    sides = [_side(match) for match in _MARK.finditer(text, begin)]
    if "Q" in sides and _OFFERED.search(text, begin):
        return False
    if "Q" in sides:
        pairs = sum(a == "Q" and b == "A" for a, b in pairwise(side for side in sides if side))
        return pairs > 0 if begins else pairs > 1
    return begins and _DELETION.search(text, begin) is not None


def _side(match: re.Match[str]) -> str | None:
    """Which side of a card a line begins: Q, A or C; None for a rule or heading between cards."""
    if match["q"]:
        return "Q"
    if match["a"]:
        return "A"
    return "C" if match["c"] == "C" else None


def _first_words(text: str, at: int) -> int:
    """Where the first words stand that are no heading and no comment."""
    while True:
        at += len(text[at : at + 1000]) - len(text[at : at + 1000].lstrip())
        if text.startswith("<!--", at):
            end = text.find("-->", at) + 3
            if end < 3:
                return at
        elif text.startswith("#", at):
            end = text.find("\n", at)
            if end < 0:
                return at
        else:
            return at
        at = end


def has_cards(text: str, start: int, end: int) -> bool:
    """Whether a part of a text has a card of a deck."""
    return any(_side(match) in ("Q", "C") for match in _MARK.finditer(text, start, end))


def read_cards(
    text: str, start: int, end: int, opaque: Sequence[Block], first: int, desk: Desk
) -> list[Card]:
    """The cards of `text[start:end]`; marks inside the opaque blocks are none.

    `first` is the number of the first card's route.
    """
    begins = [block.start for block in opaque]
    found = []
    for match in _MARK.finditer(text, start, end):
        at = bisect_right(begins, match.start()) - 1
        if at < 0 or opaque[at].end <= match.start():
            found.append(match)
    cards: list[Card] = []
    front: Text | None = None
    begun = start
    for index, match in enumerate(found):
        side = _side(match)
        stop = found[index + 1].start() if index + 1 < len(found) else end
        if front is not None and side != "A":
            _missing(desk, "back", begun, front.span.end, first + len(cards))
            front = None
        if side is None:
            continue
        words = text_of(text, [(match.end(), stop)])
        route = f"cards[{first + len(cards)}]"
        if side == "Q":
            begun, front = match.start(), words
        elif side == "A" and front is not None:
            back = _shown(words, match)
            span = Span(begun, max(words.span.end, match.end()))
            cards.append(
                Card(span=span, route=route, front=_shown(front, found[index - 1]), back=back)
            )
            front = None
        elif side == "C":
            deletion = _DELETION.search(words.value)
            if deletion is None:
                _missing(desk, "[deletion]", match.start(), match.end(), first + len(cards))
                continue
            span = Span(match.start(), words.span.end)
            back = words.slice(*deletion.span(1))
            cards.append(Card(span=span, route=route, front=words, back=back))
    if front is not None:
        _missing(desk, "back", begun, front.span.end, first + len(cards))
    return cards


def _shown(words: Text, mark: re.Match[str]) -> Text:
    """The words, or for none of them an empty text that stands at its mark."""
    return words if words.value else Text("", Span(mark.start(), mark.end()), mark.string)


def _missing(desk: Desk, field: str, start: int, end: int, index: int) -> None:
    place = Span(start, max(end, start + 2))
    desk.note(MissingField(place, field, "card", route=f"cards[{index}]"))
