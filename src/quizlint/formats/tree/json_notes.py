"""Where the reading of JSON notes what it stumbles over."""

import re
import unicodedata
from enum import Enum
from typing import Final, TypeGuard

from quizlint.content import Problem
from quizlint.content.causes import Cause, Told
from quizlint.content.causes.json import Json
from quizlint.content.problems import DuplicateField, Syntax, TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from quizlint.text import Source, Span

_GAP: Final = re.compile(r"[ \t\n\r]+|(//[^\n\r]*|#[^\n\r]*|/\*(?s:.*?)(?:\*/|\Z))")
MAX_ERRORS = 20
"""Syntax problems reported for one file: whoever has mended these runs the check again."""


class Due(Enum):
    """What is to come next."""

    VALUE = 0
    NAME = 1
    NEXT = 2  # a comma or the closing bracket


class Lost(Exception):  # noqa: N818
    """A place from which reading cannot simply go on. `told` is None where it is too deep."""

    def __init__(self, start: int, end: int, told: Told | None) -> None:
        self.start = start
        self.end = end
        self.told = told


def is_container(node: Node) -> TypeGuard[Mapping | Sequence]:
    return type(node) is not Scalar


class Notes:
    """What was met in `text[start:end]`, and which containers are open."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.text = source.text
        self.start = start
        self.end = end
        self.problems: list[Problem] = []
        self.comments: list[Span] = []
        self.stack: list[Mapping | Sequence] = []
        self._habits: set[Cause | Told] = set()
        self._guessed = -1  # where the last guess about what was meant was made
        self._errors = 0

    def note(self, start: int, end: int, told: Told, skipped: Span | None = None) -> None:
        """Note what is wrong; an empty place becomes the last visible character before it."""
        self._errors += 1
        if self._errors <= MAX_ERRORS:
            self.problems.append(Syntax(self._visible(start, end), told, skipped))

    def habit(self, start: int, end: int, told: Told) -> None:
        """Note what an author does all over a file, at the first place only."""
        habit = told if told.cause is Json.CONTROL else told.cause
        if habit not in self._habits:
            self._habits.add(habit)
            self.note(start, end, told)

    def duplicate(self, second: Scalar, first: Scalar) -> None:
        self.problems.append(DuplicateField(second.span, second.value, first.span))

    def report(self, lost: Lost, start: int, end: int) -> None:
        """Note an unreadable place unless a guess inside what is skipped has already said it."""
        if lost.told is None:
            self.problems.append(TooDeep(Span(lost.start, lost.end), MAX_DEPTH))
        elif self._guessed < start:
            self.note(lost.start, lost.end, lost.told, Span(start, end) if start < end else None)

    def _visible(self, start: int, end: int) -> Span:
        if start < end <= self.end:
            return Span(start, end)
        last = self.visible_end(min(start, self.end))
        return Span(max(last - 1, self.start), max(last, min(self.start + 1, len(self.text))))

    def visible_end(self, at: int) -> int:
        """The end of the last visible character before `at`."""
        while at > self.start and self.text[at - 1].isspace():
            at -= 1
        return at

    def _guess(self, start: int, end: int, told: Told) -> None:
        self._guessed = max(self._guessed, start)
        self.note(start, end, told)

    def gap(self, at: int) -> int:
        """The end of white space, comments and characters that cannot be seen."""
        text, end = self.text, self.end
        while at < end:
            found = _GAP.match(text, at, end)
            if found is not None:
                if found[1] is not None:
                    self.comments.append(Span(*found.span()))
                    self.habit(*found.span(), Json.COMMENT.of())
                at = found.end()
                continue
            char = text[at]
            if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf"):
                break
            self.habit(at, at + 1, Json.INVISIBLE.of(ord(char)))
            at += 1
        return at
