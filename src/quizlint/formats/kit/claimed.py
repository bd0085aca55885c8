"""What a file's name says of its content."""

import re

from quizlint.formats.catalogue import CATALOGUE
from quizlint.text.patterns import lazy

KINDS = ("quiz", "cheat-sheet")
"""What a document can say that it is."""


def _native_names() -> str:
    suffixes = (suffix for row in CATALOGUE.values() for suffix in row.native)
    return rf"\.(quiz|sheet)(?:{'|'.join(map(re.escape, suffixes))})$"


_NATIVE_NAME = lazy(_native_names, re.IGNORECASE)


def claimed_kind(name: str) -> str | None:
    """The kind of document that a name like `x.quiz.yaml` promises, or None."""
    match = _NATIVE_NAME.search(name)
    if match is None:
        return None
    return "quiz" if match[1].lower() == "quiz" else "cheat-sheet"
