"""Questions with their answers beside them, "1. What …? (Madrid)", in a file of quizzes: cards."""

import re

from quizlint.formats.markdown import words
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span

_TITLE = re.compile(f"{words.QUIZ}|{words.CARDS}", re.IGNORECASE)
_HELP = re.compile(words.HELP, re.IGNORECASE)
_LINE = re.compile(
    r"^[ \t]{0,3}(?:[-*+]|\d{1,4}[.)])[ \t]+[*_]{0,2}"
    r"(?P<front>[^\s*_][^\r\n?？]{2,300}[?？])[*_]{0,2}[ \t]*(?:\((?P<paren>[^()\r\n]{1,120})\)"
    r"|(?:[-–—→=⇒:]|[-=]>)[ \t]*(?P<dash>[^\s?？][^\r\n?？]{0,300})"
    r"|(?P<mark>\*\*|__|\*|_)(?P<bold>[^*_\r\n]{1,200})(?P=mark))[.]?[ \t]*\r?$",
    re.MULTILINE,
)
_ASIDE = re.compile(
    r"\W*(?:optional|required|y(?:es)?\s*/\s*no?|select|choose|pick|check|circle|tick|mark|multiple"
    r"|single|true\s*/|t\s*/\s*f|\d+\s*(?:points?|marks?|pts?|min)|e\.?g|i\.e|if\b|when\b|see\b"
    r"|hint|easy|medium|hard|beginner|intermediate|advanced|source|https?:)",
    re.IGNORECASE,
)
"""What stands in brackets behind a question and answers nothing."""

_LEAST = 2


def answered(text: str, begin: int) -> list[re.Match[str]]:
    """The lines of a text that ask and answer."""
    found = []
    for match in _LINE.finditer(text, begin):
        said = match["paren"] or match["dash"] or match["bold"]
        if not _ASIDE.match(said):
            found.append(match)
    return found


def find(page: Page) -> list[Job]:
    """The questions of a file whose title speaks of a quiz or of cards."""
    if not _TITLE.search(page.said) or _HELP.search(page.said):
        return []
    found = answered(page.bare, page.begin)
    if len(found) < _LEAST:
        return []
    return [(match.start(), match.end(), _Card(page.text, match).make) for match in found]


class _Card:
    """One such line."""

    def __init__(self, text: str, line: re.Match[str]) -> None:
        self.text = text
        self.line = line

    def make(self, maker: Maker) -> None:
        line = self.line
        side = next(name for name in ("paren", "dash", "bold") if line[name] is not None)
        front = text_of(self.text, [line.span("front")])
        back = text_of(self.text, [line.span(side)])
        if front and back:
            add_card(maker, Span(line.start(), line.end()), front, back)
