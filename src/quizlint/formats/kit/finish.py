"""What holds for every format, done once when its reader is done."""

from quizlint.content import Reading
from quizlint.formats.base import Files, Hints
from quizlint.formats.kit.neighbours import missing_files
from quizlint.text import Source


def finished(reading: Reading, source: Source, files: Files, hints: Hints) -> Reading:  # noqa: ARG001
    """A reader's result with what can be said of any file."""
    lost = tuple(missing_files(reading.documents, files))
    return reading._replace(problems=(*reading.problems, *lost)) if lost else reading
