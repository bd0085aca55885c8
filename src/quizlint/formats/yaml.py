"""YAML: native cheat sheets and quizzes, and the shapes of the wild."""

import re

from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.data.reading import read_tree
from quizlint.formats.tree.yaml import parse
from quizlint.formats.tree.yaml_resolve import becomes
from quizlint.text import Source

name = "yaml"
suffixes = CATALOGUE[name].suffixes

_HEAD = re.compile(
    r"^(?:kind:[ \t]*[\"']?(?:quiz|cheat-sheet)\b|(?:cards|questions|prompts):[ \t]*$)",
    re.MULTILINE,
)

# Behind front matter a page goes on, and a second document of YAML with a field or an entry.
_PAGE = re.compile(
    r"---[ \t]*\r?\n.*?^---[ \t]*$\s*(?!-[ \t]|[\w\"'-]+:)\S", re.MULTILINE | re.DOTALL
)


def sniff(name: str, head: str) -> float:
    """Sure by the name; else by a line that begins a native file."""
    if name.lower().endswith(suffixes):
        return 1.0
    return 0.6 if _HEAD.search(head) and _PAGE.match(head) is None else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Everything in the file, also before and behind what does not parse."""
    return read_tree(parse(source), source, hints, becomes)
