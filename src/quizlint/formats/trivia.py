"""Trivia text: `#Q` and a stem, `^` and the right answer, options behind `A`, `B`, `C`, `D`."""

import re

from quizlint.content import (
    Document,
    Interaction,
    Question,
    Reading,
    WrittenKey,
)
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import Syntax
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import Choices, key_of
from quizlint.formats.kit.lines import Line, LinePart, bears, lines
from quizlint.text import Source, Span

name = "trivia"
suffixes = CATALOGUE[name].suffixes

NOT_TRIVIA = "it is text without a question behind #Q"

_QUESTION = re.compile(r"#Q(?=\s|$)")
_OPTION = re.compile(r"([A-Z])(?=\s|$)")
_HEAD = re.compile(r"^[ \t]*#Q[ \t]", re.MULTILINE)
_HEAD_KEY = re.compile(r"^[ \t]*\^[ \t]*\S", re.MULTILINE)


def sniff(name: str, head: str) -> float:
    """By its marks at the beginnings of lines."""
    if not bears(name, suffixes) or _HEAD.search(head) is None:
        return 0.0
    return 0.9 if _HEAD_KEY.search(head) else 0.6


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file."""
    bank = _Bank(source.text)
    found = list(lines(source.text))
    for at, line in enumerate(found):
        bank.take(line, found[at + 1] if at + 1 < len(found) else None)
    bank.finish()
    if not bank.items:
        return Reading(problems=tuple(bank.desk.problems), skipped=NOT_TRIVIA)
    document = Document(tuple(bank.items), Span(found[0].start, found[-1].end))
    return Reading((document,), tuple(bank.desk.problems))


class _Bank:
    """The questions so far, and the one under way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.desk = Desk(text)
        self.items: list[Question] = []
        self.stem: LinePart | None = None
        self.keys: list[LinePart] = []
        self.options: list[LinePart] = []
        self.last: LinePart | None = None

    def take(self, line: Line, following: Line | None) -> None:
        """One more line, and a look at the one after it."""
        if _QUESTION.match(line.text):
            self.finish()
            self.stem = self.last = _marked(line, 2)
        elif self.stem is None:
            self._stray(line)
        elif line.text[0] == "^":
            self.last = _marked(line, 1)
            self.keys.append(self.last)
        elif self._is_option(line, following):
            self.last = _marked(line, 1)
            self.options.append(self.last)
        elif line.apart and self.options:
            self._stray(line)
        elif self.last is not None:
            self.last.end = line.end

    def finish(self) -> None:
        """Make a question of what was gathered."""
        stem, keys = self.stem, self.keys
        options = [part.option(self.text) for part in self.options]
        self.stem, self.keys, self.options = None, [], []
        if stem is None:
            return
        ends = [stem.end, *(part.end for part in keys), *(each.span.end for each in options)]
        question = Drafted(
            Span(stem.mark.start, max(ends)),
            None if options or not keys else Interaction.TEXT,
            stem.text(self.text),
            f"questions[{len(self.items)}]",
            options=options,
        )
        if keys:
            choices = Choices(options)
            texts = [part.text(self.text) for part in keys]
            written = [WrittenKey(text, choices.text(text.value)) for text in texts]
            place = Span(keys[0].mark.start, keys[-1].end)
            question.key = key_of(written, len(options), place)
        self.items.append(finish(question, self.desk))

    def _is_option(self, line: Line, following: Line | None) -> bool:
        """Whether a line is an option: texts too may begin with a letter that stands alone."""
        if _OPTION.match(line.text) is None:
            return False
        letter = line.text[0]
        if self.options:
            return letter > self.text[self.options[-1].start]
        if self.keys:
            return letter in "ABC"
        return letter == "A" and following is not None and following.text[:2] == "B "

    def _stray(self, line: Line) -> None:
        self.desk.note(Syntax(line.span, Platform.TRIVIA_STRAY.of(), line.span))


def _marked(line: Line, width: int) -> LinePart:
    mark = Span(line.start, line.start + width)
    return LinePart(line, mark, mark.end)
