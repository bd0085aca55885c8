"""Questions whose answers fold out: `<details><summary>Question</summary>Answer</details>`.

Pages of help are written like this too, so a file counts only if its name or title speaks of a
quiz, of flashcards or of a test of knowledge, and most of what folds out answers a question.
"""

import re

from quizlint.formats.markdown.dialects.above import stem_above
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, text_of
from quizlint.formats.markdown.stems import asks
from quizlint.text import Span

_SIGN = re.compile(
    r"\bquiz|\bflash[ _-]?cards?\b|\bself[ _-]?(?:test|check|assessment)"
    r"|\b(?:check|test)[ _-]your(?:self|[ _-](?:knowledge|understanding|skills))"
    r"|\bknowledge[ _-]check|\b(?:interview|review|practice|exam|study)[ _-]questions?\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\bfaq|\bfrequently\b|\btroubleshoot", re.IGNORECASE)
_OPEN = re.compile(r"<details\b[^<>]{0,200}>\s*<summary\b[^<>]{0,200}>", re.IGNORECASE)
_REVEALS = re.compile(
    r"\W*(?:(?:click|tap|press)\b.*|(?:show|see|view|reveal|the|correct|view)\b.*)?"
    r"\b(?:answers?|solutions?|reveal|explanation)\b.{0,30}",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"\s*</?(?:br|b|strong|em|i|p|h[1-6]|span|u|div)\b[^<>]{0,100}>\s*", re.I)
_NUMBER = re.compile(r"(?:Q(?:uestion)?[ .]?)?\d{1,4}[.):]", re.IGNORECASE)
_LEAST = 2
_LONG = 120  # characters of a summary that only says that an answer is in it


def find(page: Page) -> list[Job]:
    """The questions of a file; nothing where it may be a page of help."""
    bare = page.bare
    if not _SIGN.search(page.said) or _HELP.search(page.said):
        return []
    jobs: list[Job] = []
    folded = 0
    before = page.begin
    opens = list(_OPEN.finditer(bare))
    for index, match in enumerate(opens):
        stop = opens[index + 1].start() if index + 1 < len(opens) else len(bare)
        middle = bare.find("</summary>", match.end(), stop)
        close = bare.find("</details>", middle, stop) if middle >= 0 else -1
        if close < 0:  # another one inside, or no end
            continue
        folded += 1
        summary = _untagged(bare, match.end(), middle)
        body = _untagged(page.text, middle + len("</summary>"), close)
        words = bare[slice(*summary)]
        end = close + len("</details>")
        if body[0] < body[1]:
            if len(words) <= _LONG and _REVEALS.fullmatch(words):
                above = bare[before : match.start()]
                if asks(above.strip()) or "?" in above[-400:]:
                    jobs.append((match.start(), end, _Above(page, before, match, body).make))
            elif "?" in words or _NUMBER.match(words):
                jobs.append((match.start(), end, _Folded(page, match.start(), summary, body).make))
        before = end
    return jobs if len(jobs) >= _LEAST and len(jobs) * 2 > folded else []


def _untagged(text: str, start: int, end: int) -> Range:
    """The range without white space and inline tags at both ends."""
    while True:
        written = text[start:end]
        start += len(written) - len(written.lstrip())
        end = start + len(written.strip())
        opening = _TAG.match(text, start, end)
        if opening is not None and opening[0].lstrip()[:3].lower() == "<br":
            start = opening.end()
            continue
        at = text.rfind("</", start, end)
        if opening is None or at < opening.end() or _TAG.fullmatch(text, at, end) is None:
            return start, end
        start, end = opening.end(), at


class _Folded:
    """A question in a summary."""

    def __init__(self, page: Page, start: int, summary: Range, body: Range) -> None:
        self.text = page.text
        self.start = start
        self.summary = summary
        self.body = body

    def make(self, maker: Maker) -> None:
        front, back = text_of(self.text, [self.summary]), text_of(self.text, [self.body])
        add_card(maker, Span(self.start, back.span.end), front, back)


class _Above:
    """A question whose answer folds out under it."""

    def __init__(self, page: Page, before: int, match: re.Match[str], body: Range) -> None:
        self.text = page.text
        self.before = before
        self.at = match.start()
        self.body = body

    def make(self, maker: Maker) -> None:
        stem, start = stem_above(maker, self.text, self.before, self.at)
        front, back = stem.text(self.text), text_of(self.text, [self.body])
        if front:
            add_card(maker, Span(start, back.span.end), front, back)
