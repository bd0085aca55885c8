"""Knowledge checks at the end of a lesson: a list of questions, each a link to what answers it."""

import re

from quizlint.content import Prompt
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, text_of
from quizlint.text import Span

_HEADING = re.compile(
    r"^#{1,6}[ \t]+[^\w\r\n]*(?:knowledge[ -]checks?|(?:check|test) your (?:knowledge"
    r"|understanding)|self[ -](?:check|test)|check yourself)[^\w\r\n]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT = re.compile(r"^#{1,6}[ \t]|^-{3,}[ \t]*\r?$", re.MULTILINE)
_ITEM = re.compile(r"^(?:[-*+]|\d{1,3}[.)])[ \t]+(?P<text>\S[^\r\n]*)", re.MULTILINE)
_LINK = re.compile(r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\]){3,400})\]\([^()\s]*\)[.?]?[ \t]*$")


def find(page: Page) -> list[Job]:
    """The questions of a file's knowledge checks."""
    bare = page.bare
    jobs: list[Job] = []
    for heading in _HEADING.finditer(bare, page.begin):
        following = _NEXT.search(bare, heading.end())
        stop = len(bare) if following is None else following.start()
        items = list(_ITEM.finditer(bare, heading.end(), stop))
        if not any("?" in item["text"] for item in items):
            continue
        for index, item in enumerate(items):
            end = items[index + 1].start() if index + 1 < len(items) else stop
            jobs.append((item.start(), end, _Asked(page.text, item, end).make))
    return jobs


class _Asked:
    """One question; with what is indented under it, a card."""

    def __init__(self, text: str, item: re.Match[str], end: int) -> None:
        self.text = text
        self.item = item
        self.end = end

    def make(self, maker: Maker) -> None:
        start, stop = self.item.span("text")
        link = _LINK.fullmatch(self.text, start, stop)
        asked: Range = link.span("text") if link is not None else (start, stop)
        front = text_of(self.text, [asked])
        rest = self.text[stop : self.end]
        below = text_of(self.text, [(stop, self.end)])
        if below and all(line[:1] in " \t\r" for line in rest.split("\n") if line):
            add_card(maker, Span(self.item.start(), below.span.end), front, below)
            return
        prompt = Prompt(
            span=Span(self.item.start(), stop), route=maker.route("prompts"), prompt=front
        )
        maker.add("prompts", prompt)
