"""Lists of bold terms, each with what it means behind it, in a file whose title speaks of cards."""

import re

from quizlint.formats.markdown import words
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span

_TITLE = re.compile(words.CARDS, re.IGNORECASE)
_TERM = re.compile(
    r"^(?:[-*+]|\d{1,3}[.)])?[ \t]*(?P<mark>\*\*|__)(?P<front>[^*_\r\n]{1,100}?)[:]?(?P=mark)"
    r"[ \t]*(?:[:：]|[-–—=]{1,2}>?|→)[ \t]*(?P<back>\S[^\r\n]*)",
    re.MULTILINE,
)
_LEAST = 2


def find(page: Page) -> list[Job]:
    """The terms of a file."""
    if not _TITLE.search(page.said):
        return []
    found = list(_TERM.finditer(page.bare, page.begin))
    if len(found) < _LEAST:
        return []
    return [(each.start(), each.end(), _Card(page.text, each).make) for each in found]


class _Card:
    """One term."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text = text
        self.match = match

    def make(self, maker: Maker) -> None:
        front, back = (text_of(self.text, [self.match.span(side)]) for side in ("front", "back"))
        add_card(maker, Span(self.match.start(), back.span.end), front, back)
