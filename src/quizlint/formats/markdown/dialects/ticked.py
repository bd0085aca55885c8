"""Fenced blocks that say `quiz`, with options as a list and the right ones marked behind them.

Which bird swims?
- the hen
- the penguin [correct]
> It dives.
"""

import re

from quizlint.content import Option
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Fence, Job, Page
from quizlint.formats.markdown.dialects.quizdown import is_quiz_fence
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, lines_in, text_of
from quizlint.text import Span

_OPTION = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_TICK = re.compile(r"[ \t]*\[(?:\*|x|✓|correct)\]\s*$", re.IGNORECASE)
_NOTE = re.compile(r"[ \t]*[>?][ \t]+")
_ASKED = re.compile(r"[ \t]*Q:[ \t]*", re.IGNORECASE)


def find(page: Page) -> list[Job]:
    """The blocks of a file in which an option is marked."""
    jobs: list[Job] = []
    for fence in page.fences:
        if is_quiz_fence(fence.info) and not page.is_boxed(fence) and page.is_ticked(fence):
            jobs += _questions(page.text, fence)
    return jobs


class _Ticked:
    """One question."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stem: list[Range] = []
        self.options: list[Range] = []
        self.notes: list[Range] = []

    def holds(self) -> bool:
        ticks = [_TICK.search(self.text[slice(*each)]) for each in self.options]
        return len(ticks) > 1 and any(ticks) and bool(self.stem)

    def span(self) -> Span:
        end = max(self.options[-1][1], *(end for _, end in self.notes[-1:]), 0)
        start = text_of(self.text, self.stem[:1]).span.start
        return Span(start, start + len(self.text[start:end].rstrip()))

    def make(self, maker: Maker) -> None:
        text = self.text
        options = []
        for start, end in self.options:
            bullet = _OPTION.match(text, start, end)
            tick = _TICK.search(text[start:end])
            body = start if bullet is None else bullet.end()
            stop = end if tick is None else start + tick.start()
            words = text_of(text, [(body, stop)])
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            last = first + len(text[first:end].rstrip())
            words = shown(words, Span(first, last))
            options.append(Option(words, Span(first, last), None, tick is not None))
        notes = text_of(text, self.notes)
        stem = text_of(text, self.stem)
        add_choice(maker, self.span(), stem, options, rationale=notes)


def _questions(text: str, fence: Fence) -> list[Job]:
    current = _Ticked(text)
    found = [current]
    for start, end in lines_in(text, fence.body, fence.stop):
        line = text[start:end]
        if not line.strip():
            continue
        note = _NOTE.match(line) if current.options else None
        if _OPTION.match(line) and current.stem:
            current.options.append((start, end))
        elif note is not None:
            current.notes.append((start + note.end(), end))
        else:
            if current.options:
                current = _Ticked(text)
                found.append(current)
            asked = None if current.stem else _ASKED.match(line)
            current.stem.append((start if asked is None else start + asked.end(), end))
    return [(*question.span(), question.make) for question in found if question.holds()]
