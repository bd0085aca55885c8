"""TOML: native files, and the shapes of the wild."""

import re

from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.data.reading import read_tree
from quizlint.formats.tree.toml import parse
from quizlint.text import Source

name = "toml"
suffixes = CATALOGUE[name].suffixes

_HEAD = re.compile(r"^\[\[(?:cards|questions|prompts)\]\]", re.MULTILINE)


def sniff(name: str, head: str) -> float:
    """Sure by the name; else by a table that begins an item."""
    if name.lower().endswith(suffixes):
        return 1.0
    return 0.6 if _HEAD.search(head) else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Everything in the file."""
    return read_tree(parse(source), source, hints)
