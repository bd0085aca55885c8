"""Decks of mdanki: a heading a card, `%` between its sides, tags as links at its end."""

import re

from quizlint.content.problems import MissingField
from quizlint.formats.markdown.dialects.make import add_card, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span

_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<title>[^\r\n]*)", re.MULTILINE)
_BETWEEN = re.compile(r"^%[ \t]*\r?$", re.MULTILINE)
_TAGS = re.compile(r"^\[#[^\]\r\n]*\](?:\(|[ \t]*\r?$)[^\r\n]*", re.MULTILINE)


def find(page: Page) -> list[Job]:
    """The cards of a file in which one has a sign that only these decks have."""
    bare = page.bare
    headings = list(_HEADING.finditer(bare, page.begin))
    sections = [
        (match, headings[at + 1].start() if at + 1 < len(headings) else len(bare))
        for at, match in enumerate(headings)
    ]
    signed = [
        match
        for match, end in sections
        if _BETWEEN.search(bare, match.end(), end) or _TAGS.search(bare, match.end(), end)
    ]
    if not signed:
        return []
    level = min(len(match["level"]) for match in signed)
    jobs: list[Job] = []
    end = len(bare)
    for match in reversed(headings):
        if len(match["level"]) == level:
            jobs.append((match.start(), end, _Card(page, match, end).make))
        if len(match["level"]) <= level:
            end = match.start()
    return jobs


class _Card:
    """One section."""

    def __init__(self, page: Page, match: re.Match[str], end: int) -> None:
        self.text = page.text
        self.match = match
        self.between = _BETWEEN.search(page.bare, match.end(), end)
        tags = _TAGS.search(page.bare, match.end(), end)
        self.end = end if tags is None else tags.start()

    def make(self, maker: Maker) -> None:
        begin, title = self.match.start(), self.match.start("title")
        split = self.match.end() if self.between is None else self.between.start()
        behind = split if self.between is None else self.between.end()
        front = text_of(self.text, [(title, split)])
        back = text_of(self.text, [(behind, max(behind, self.end))])
        place = Span(begin, max(self.match.end(), begin + 1))
        if not back.value:
            route = maker.route("cards")
            maker.desk.note(MissingField(place, "back", "card", route=route))
            return
        add_card(maker, Span(begin, back.span.end), shown(front, place), back)
