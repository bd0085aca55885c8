"""JSON: native files, and the shapes of the wild."""

from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.data.reading import read_tree
from quizlint.formats.tree.json import parse
from quizlint.text import Source

name = "json"
suffixes = (".json",)

FIRST = 0
"""What integer keys count from where nothing says otherwise: programs write them."""


def sniff(name: str, head: str) -> float:
    """Sure by the name; else by the first character."""
    if name.lower().endswith(suffixes):
        return 1.0
    return 0.4 if head.lstrip()[:1] in ("{", "[") else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Everything in the file."""
    return read_tree(parse(source), source, hints, base=FIRST)
