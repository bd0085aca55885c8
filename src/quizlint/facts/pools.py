"""Questions taken together: of a document, a folder or a whole bank."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from quizlint.facts.answers import Answer, AnswerFacts

Level = Literal["document", "folder", "bank"]


class PoolShare(NamedTuple):
    """A document's share in a pool: the rows `start` to `end` of its file's facts."""

    path: str
    route: str
    facts: AnswerFacts
    start: int
    end: int

    def answers(self, flag: int) -> Iterator[Answer]:
        """The document's questions that have a flag."""
        return self.facts.answers(self.start, self.end, flag)

    def count(self, flag: int) -> int:
        """How many they are."""
        return sum(flags & flag != 0 for flags in self.facts.flags[self.start : self.end])


class Pool:
    """The smallest group of documents that has questions enough for a statistic.

    `name` is the folder that holds them; `parts` are in the order of the run, and `answers` those
    of their questions that count, by part.
    """

    def __init__(self, level: Level, name: str, parts: tuple[PoolShare, ...], flag: int) -> None:
        self.level = level
        self.name = name
        self.parts = parts
        self._flag = flag

    @cached_property
    def by_part(self) -> tuple[tuple[Answer, ...], ...]:
        """The answers of each part, in order."""
        return tuple(tuple(part.answers(self._flag)) for part in self.parts)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """All answers."""
        return tuple(answer for answers in self.by_part for answer in answers)

    def first(self, flag: int = 0, position: int | None = None) -> tuple[PoolShare, Answer]:
        """The first question with a flag, or keyed at a position, and where it is."""
        return next(
            (part, answer)
            for part, answers in zip(self.parts, self.by_part, strict=True)
            for answer in answers
            if answer.flags & flag == flag and position in (None, answer.position)
        )
