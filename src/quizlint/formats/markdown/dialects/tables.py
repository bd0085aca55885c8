"""Tables: a question in each row, with a column for each option and one for the key; or cards.

Two columns are cards only in a file whose name or title speaks of cards.
"""

import re
from typing import NamedTuple

from quizlint.content import Interaction, Key, KeyState, Option, Question
from quizlint.formats.kit.shared import told_apart
from quizlint.formats.markdown import words
from quizlint.formats.markdown.answers import key_said
from quizlint.formats.markdown.dialects.make import add_card, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, lines_in
from quizlint.text import Span, Text

_RULER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*\r?\n?")
_CELL = re.compile(r"(?:[^|\\\r\n]|\\[^\r\n])*")
_STEM = re.compile(
    rf"questions|stem|prompt|题目|问题|問題|{words.QUESTION}", re.IGNORECASE | re.VERBOSE
)
_OPTION = re.compile(
    rf"(?:(?:{words.OPTION})[ _]?)?(?P<label>[a-h]|\d)", re.IGNORECASE | re.VERBOSE
)
_KEY = re.compile(rf"(?:{words.ANSWER})", re.IGNORECASE | re.VERBOSE)
_WHY = re.compile(rf"(?:{words.EXPLANATION})", re.IGNORECASE | re.VERBOSE)
_NUMBER = re.compile(r"#|no\.?|nr\.?|n°|number|id|question #", re.IGNORECASE)
_QUIZ = re.compile(words.QUIZ, re.IGNORECASE)
_CARDS = re.compile(words.CARDS, re.IGNORECASE)


class _Row(NamedTuple):
    start: int
    end: int
    cells: list[Range]


def find(page: Page) -> list[Job]:
    """The rows of a file's tables."""
    bare = page.bare
    of_cards = _CARDS.search(page.said) is not None
    of_quiz = _QUIZ.search(page.said) is not None
    jobs: list[Job] = []
    lines = lines_in(bare, page.begin, len(bare))
    at = 1
    while at < len(lines):
        start, end = lines[at]
        if "|" not in bare[start:end] or not _RULER.fullmatch(bare[start:end]):
            at += 1
            continue
        head = _row(bare, *lines[at - 1])
        columns = _Columns([bare[slice(*cell)].strip(" *_`") for cell in head.cells])
        at += 1
        while at < len(lines) and "|" in bare[slice(*lines[at])]:
            row = _row(bare, *lines[at])
            if columns.asks:
                jobs.append((row.start, row.end, _Asked(page.text, columns, row).make))
            elif (of_cards or (of_quiz and columns.answers)) and columns.shows(bare, row):
                jobs.append((row.start, row.end, _Card(page.text, columns, row).make))
            at += 1
    return jobs


def _row(text: str, start: int, end: int) -> _Row:
    """A line's cells, white space around them left out."""
    line = text[start:end].rstrip()
    begin = start + len(line) - len(line.lstrip())
    end = start + len(line)
    at = begin + (text[begin : begin + 1] == "|")
    cells: list[Range] = []
    while at < end:
        match = _CELL.match(text, at, end)
        stop = at if match is None else match.end()
        written = text[at:stop]
        lead = len(written) - len(written.lstrip())
        cells.append((at + lead, max(at + lead, at + len(written.rstrip()))))
        at = stop + 1
    return _Row(begin, end, cells)


class _Columns:
    """What each column of a table holds."""

    def __init__(self, heads: list[str]) -> None:
        self.heads = heads
        self.options = [at for at, head in enumerate(heads) if _OPTION.fullmatch(head)]
        self.stem = _first(heads, _STEM)
        self.key = _first(heads, _KEY)
        self.why = _first(heads, _WHY)
        plain = [at for at, head in enumerate(heads) if not _NUMBER.fullmatch(head)]
        self.cards = plain if len(plain) == 2 else []

    @property
    def answers(self) -> bool:
        """Whether a row is a question and its answer."""
        return len(self.cards) == 2 and self.stem >= 0 and self.key >= 0

    @property
    def asks(self) -> bool:
        """Whether a row is a question."""
        return self.stem >= 0 and len(self.options) > 1 and self.key >= 0

    def shows(self, text: str, row: _Row) -> bool:
        """Whether a row is a card: two sides, the front more than a number."""
        sides = [text[slice(*side)] for side in self.sides(row)]
        return len(sides) == 2 and all(sides) and not sides[0].strip(" .#)").isdigit()

    def sides(self, row: _Row) -> list[Range]:
        """The two sides of a card; an empty range where the row has no such cell."""
        return [row.cells[at] if at < len(row.cells) else (0, 0) for at in self.cards]


def _first(heads: list[str], pattern: re.Pattern[str]) -> int:
    return next((at for at, head in enumerate(heads) if pattern.fullmatch(head)), -1)


class _Card:
    """One row of two."""

    def __init__(self, text: str, columns: _Columns, row: _Row) -> None:
        self.text = text
        self.span = Span(row.start, row.end)
        self.sides = columns.sides(row)

    def make(self, maker: Maker) -> None:
        front, back = (Text(self.text[a:b], Span(a, b), self.text) for a, b in self.sides)
        add_card(maker, self.span, front, back)


class _Asked:
    """One row with options."""

    def __init__(self, text: str, columns: _Columns, row: _Row) -> None:
        self.text = text
        self.columns = columns
        self.row = row

    def make(self, maker: Maker) -> None:
        columns, row = self.columns, self.row
        options: list[Option] = []
        for at in columns.options:
            cell = self._cell(at)
            if cell is not None:
                match = _OPTION.fullmatch(columns.heads[at])
                label = None if match is None else Text(match["label"], cell.span, self.text)
                options.append(Option(shown(cell, self._bar(at)), self._bar(at), label))
        stem = self._cell(columns.stem) or Text("", Span(row.start, row.end), self.text)
        said = self._cell(columns.key)
        key = Key(KeyState.ABSENT) if not said else key_said(said, options)
        question = Question(
            span=Span(row.start, row.end),
            route=maker.route("questions"),
            stem=shown(stem, Span(row.start, row.end)),
            options=tuple(option._replace(label=None) for option in options),
            key=key,
            rationale=self._cell(columns.why) or None,
            interaction=told_apart(options, key) if options else Interaction.TEXT,
        )
        maker.add("questions", question)

    def _cell(self, at: int) -> Text | None:
        if not 0 <= at < len(self.row.cells):
            return None
        start, end = self.row.cells[at]
        return Text(self.text[start:end], Span(start, end), self.text)

    def _bar(self, at: int) -> Span:
        """A cell's place; for an empty one, the bar before it."""
        start, end = self.row.cells[at]
        return Span(start, end) if start < end else Span(max(start - 1, self.row.start), start + 1)
