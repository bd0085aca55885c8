"""Questions with written answers under them, in a file whose title says so: they are cards."""

import re

from quizlint.formats.markdown import words
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import outdented, text_of
from quizlint.text import Span

_TITLE = re.compile(words.CARDS, re.IGNORECASE)
_QUIZ = re.compile(words.QUIZ, re.IGNORECASE)
_HELP = re.compile(words.HELP, re.IGNORECASE)
_NUMBER = r"(?:(?:Q(?:uestion)?[ .]?)?\d{1,4}[.):][ \t]*)?"
_BULLET = (
    r"^[-*+][ \t]+(?P<text>[^\r\n]*?[?？])[ \t]*\r?\n(?=(?:[ \t]*\r?\n)*[ \t]+"
    r"(?![-*+][ \t]|\(?[A-Za-z\d]{1,2}[.)])\S)"
)
"""A bullet that asks, with words under it that are no list."""

_STEMS = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        rf"^\#{{2,6}}[ \t]+[*_]{{0,2}}{_NUMBER}[*_]{{0,2}}(?P<text>[^\r\n]*?[?？])[*_ \t]*\r?$",
        rf"^(?:[-*+][ \t]+)?{_NUMBER}\*\*{_NUMBER}(?P<text>[^*\r\n]*?[?？]?)\*\*[?]?[ \t]*\r?$",
        r"^(?:Q(?:uestion)?[ .]?)?\d{1,4}[.)][ \t]+(?P<text>[^\r\n]*?[?？])[ \t]*\r?$",
        _BULLET,
    )
)
_STOP = re.compile(r"^\#{1,6}[ \t]|^(?:-{3,}|\*{3,})[ \t]*\r?$", re.MULTILINE)
_ANSWER = re.compile(
    rf"[*_]{{0,3}}(?:A|{words.ANSWER})[*_]{{0,3}}[ \t]*[:：][*_]{{0,3}}[ \t]*", re.I | re.VERBOSE
)
_LEAST = 2


def find(page: Page) -> list[Job]:
    """The questions of a file that are written alike and have words under them."""
    if _HELP.search(page.said):
        return []
    patterns = _STEMS if _TITLE.search(page.said) else ()
    if not patterns and _QUIZ.search(page.said):  # words under options would be taken for answers
        patterns = _STEMS[-1:]
    bare = page.bare
    best: list[Job] = []
    for pattern in patterns:
        stems = list(pattern.finditer(bare, page.begin))
        jobs: list[Job] = []
        bare_stems: list[Job] = []
        for index, stem in enumerate(stems):
            end = stems[index + 1].start() if index + 1 < len(stems) else len(bare)
            stop = _STOP.search(bare, stem.end(), end)
            end = end if stop is None else stop.start()
            answered = page.text[stem.end() : end].strip()
            (jobs if answered else bare_stems).append(
                (stem.start(), end, _Card(page.text, stem, end).make)
            )
        if len(jobs) > len(best):
            best = sorted(jobs + bare_stems) if len(jobs) > len(bare_stems) else jobs
    return best if len(best) >= _LEAST else []


class _Card:
    """One question and what stands under it."""

    def __init__(self, text: str, stem: re.Match[str], end: int) -> None:
        self.text = text
        self.stem = stem
        self.end = end

    def make(self, maker: Maker) -> None:
        text = self.text
        start = self.stem.end() + len(text[self.stem.end() : self.end])
        start -= len(text[self.stem.end() : self.end].lstrip())
        label = _ANSWER.match(text, start, self.end)
        start = start if label is None else label.end()
        back = text_of(text, outdented(text, start, self.end))
        front = text_of(text, [self.stem.span("text")])
        if front and back:
            add_card(maker, Span(self.stem.start(), back.span.end), front, back)
        elif front:
            maker.desk.missing(front.span, "back", "card", "")
