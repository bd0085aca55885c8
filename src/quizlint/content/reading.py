"""What a reader makes of a file."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quizlint.content.items import Card, Item, Prompt, Question
from quizlint.content.problems import Problem
from quizlint.text import Source, Span, Text
from quizlint.text.text import brief

NO_SOURCE = Source("", "")
"""The text of what has none."""


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """One cheat sheet or quiz: what it says of itself, and its items in the order written."""

    items: tuple[Item, ...]
    span: Span
    kind: str = "quiz"  # or "cheat-sheet"
    title: Text | None = None
    topic: Text | None = None
    minutes: Text | None = None
    language: Text | None = None
    audience: Text | None = None
    native: bool = False
    keys_elsewhere: bool = False  # the format has no keys; a sidecar may supply them
    sidecar: str | None = None  # the name of the file that could, or did, supply the keys
    route: str = ""  # empty when the file holds one document
    markup: str = "markdown"  # what its texts are in: markdown, html, or auto for either

    def __repr__(self) -> str:
        title = "" if self.title is None else f" {brief(self.title)}"
        kinds = (("card", self.cards), ("question", self.questions), ("prompt", self.prompts))
        counts = [_counted(len(found), kind) for kind, found in kinds if found]
        return f"Document({self.kind}{title}, {', '.join(counts) or 'empty'})"

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions in order."""
        return tuple(item for item in self.items if isinstance(item, Question))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards in order."""
        return tuple(item for item in self.items if isinstance(item, Card))

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts in order."""
        return tuple(item for item in self.items if isinstance(item, Prompt))


class Reading(NamedTuple):
    """Everything a reader got out of one file.

    `comments` are the spans in which suppressions are looked for. `skipped` says why a file that
    holds no quiz content was left alone; it is None for a file that was read. `index_base` is what
    this file's integer keys prove (0 or 1); with integer keys that prove nothing it is None and
    `index_base_open` is true, so that the bank's other files may decide.
    `seen` is the number of what looks like items, read or not; 0 where the reader does not count.

    The rest is for the stage that reads, not for readers of formats. `source` is the text that all
    spans point into, `data` the bytes that a fix would change (None where none may), `language`
    what the caller says it is in, `asked` what was asked of its neighbours with a digest of the
    answer (empty for none), `remark` what was left out of it and why, `failed` what quizlint could
    not do with it. `candidates` are what the file reads like for
    each base that its integer keys may count from, where that is open. `members` are the readings
    of what a container holds.
    """

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    comments: tuple[Span, ...] = ()
    skipped: str | None = None
    format: str = ""
    index_base: int | None = None
    index_base_open: bool = False
    seen: int = 0
    source: Source = NO_SOURCE
    data: bytes | None = None
    language: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    failed: str = ""
    candidates: "tuple[tuple[int, Reading], ...]" = ()
    members: "tuple[Reading, ...]" = ()

    def __repr__(self) -> str:
        said = [repr(self.source.path), self.format, *map(repr, self.documents)]
        said += [_counted(len(self.problems), "problem")] if self.problems else []
        said += [f"skipped: {self.skipped}"] if self.skipped is not None else []
        said += [f"failed: {self.failed}"] if self.failed else []
        said += [_counted(len(self.members), "member")] if self.members else []
        return f"Reading({', '.join(each for each in said if each)})"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
