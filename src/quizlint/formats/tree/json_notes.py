"""Where the reading of JSON notes what it stumbles over."""

import re
import unicodedata
from enum import Enum
from typing import Final, TypeGuard

from quizlint.content import Problem, ProblemKind
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
    """A place from which reading cannot simply go on."""

    def __init__(
        self, start: int, end: int, message: str, kind: ProblemKind = ProblemKind.SYNTAX
    ) -> None:
        self.start = start
        self.end = end
        self.message = message
        self.kind = kind


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
        self._habits: set[str] = set()
        self._guessed = -1  # where the last guess about what was meant was made
        self._errors = 0

    def note(self, start: int, end: int, message: str, skipped: Span | None = None) -> None:
        """Note what is wrong; an empty place becomes the last visible character before it."""
        self._errors += 1
        if self._errors <= MAX_ERRORS:
            data = {"message": message, "skipped": skipped}
            self.problems.append(Problem(ProblemKind.SYNTAX, self._visible(start, end), data))

    def habit(self, name: str, start: int, end: int, message: str) -> None:
        """Note what an author does all over a file, at the first place only."""
        if name not in self._habits:
            self._habits.add(name)
            self.note(start, end, message)

    def duplicate(self, second: Scalar, first: Scalar) -> None:
        data = {"field": second.value, "first": first.span}
        self.problems.append(Problem(ProblemKind.DUPLICATE_FIELD, second.span, data))

    def report(self, lost: Lost, start: int, end: int) -> None:
        """Note an unreadable place unless a guess inside what is skipped has already said it."""
        if lost.kind is ProblemKind.TOO_DEEP:
            span = Span(lost.start, lost.end)
            self.problems.append(Problem(lost.kind, span, {"limit": MAX_DEPTH}))
        elif self._guessed < start:
            self.note(lost.start, lost.end, lost.message, Span(start, end) if start < end else None)

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

    def _guess(self, start: int, end: int, message: str) -> None:
        self._guessed = max(self._guessed, start)
        self.note(start, end, message)

    def gap(self, at: int) -> int:
        """The end of white space, comments and characters that cannot be seen."""
        text, end = self.text, self.end
        while at < end:
            found = _GAP.match(text, at, end)
            if found is not None:
                if found[1] is not None:
                    self.comments.append(Span(*found.span()))
                    self.habit("comment", *found.span(), "JSON has no comments; delete this one")
                at = found.end()
                continue
            char = text[at]
            if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf"):
                break
            message = f"an invisible character, U+{ord(char):04X}, stands here; delete it"
            self.habit("invisible", at, at + 1, message)
            at += 1
        return at
