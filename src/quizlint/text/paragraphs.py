"""The paragraphs of a document that is no text file, such as those of a word processor."""

from dataclasses import dataclass
from functools import cached_property

from quizlint.text.source import Source


@dataclass(frozen=True, eq=False, repr=False)
class ParagraphSource(Source):
    """The text of a document. A place in it is a paragraph, and a character of that.

    `begins` holds where each paragraph begins, those without text too: such a one begins where the
    next one does. A paragraph may have line breaks in it.
    """

    begins: tuple[int, ...] = (0,)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each paragraph begins."""
        return list(self.begins)

    def line_text(self, line: int) -> str:
        """The text of a 1-based paragraph, in one line."""
        return super().line_text(line).rstrip("\n").replace("\n", " ")
