"""A file read as quizlint reads it: by its format, and then by what holds for all of them."""

from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, Format, Hints
from quizlint.formats.kit.finish import finished
from quizlint.text import Source


def whole(
    chosen: Format, source: Source, files: Files | None = None, hints: Hints = NO_HINTS
) -> Reading:
    """Everything in a file, and what stands beside it."""
    files = files or Files()
    return finished(chosen.read(source, files, hints), source, files, hints)
