"""What a rule may know besides the thing it checks."""

from collections.abc import Mapping
from typing import NamedTuple

from quizlint.content import Document, Question
from quizlint.text import Span

NO_BANDS: Mapping[str, Mapping[str, float]] = {}
"""A plain dictionary: what goes to another process must pickle."""


class Levels(NamedTuple):
    """The difficulty scale, easiest first, and the reading band declared for a level.

    A band maps `min-grade` and `max-grade` to a school grade.
    """

    scale: tuple[str, ...] = ("beginner", "intermediate", "advanced")
    bands: Mapping[str, Mapping[str, float]] = NO_BANDS


class Context(NamedTuple):
    """The document around an item, and what the settings say about content.

    `text` is the whole text of the file, into which spans point.
    """

    document: Document
    levels: Levels = Levels()
    shuffle: bool | None = None
    language: str = "en"
    text: str = ""

    def shuffled(self, question: Question) -> bool | None:
        """Whether the question's options are shown in random order; None: nobody says."""
        return self.shuffle if question.shuffle is None else question.shuffle


NO_CONTEXT = Context(Document((), Span(0, 0)))
"""That of what stands in no document: suppressions, and what is about many files."""
