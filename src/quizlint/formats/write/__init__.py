"""The formats that quizlint writes, one module each."""

from functools import cache
from importlib import import_module
from typing import cast

from quizlint.formats.write.base import Loss, Markup, Writer, Written

__all__ = [
    "ENDINGS",
    "TARGETS",
    "Loss",
    "Markup",
    "Writer",
    "Written",
    "markup_of",
    "target_of",
    "writer",
]

TARGETS = {
    "yaml": "native_yaml",
    "markdown": "native_markdown",
    "gift": "gift",
    "moodle": "moodle",
    "qti": "qti21",
    "jsonl": "jsonl",
}
"""The formats that can be written, and their modules."""

ENDINGS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".gift": "gift",
    ".xml": "moodle",
    ".zip": "qti",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""What the end of a file's name says of the format that is wanted."""

HTML = frozenset({"moodle", "qti", "olx", "prairielearn", "h5p", "anki"})
"""Formats whose texts are HTML."""

_AUTO = frozenset({"gift", "aiken"})


def markup_of(format_: str) -> Markup:
    """In what the texts of a format are written."""
    return "html" if format_ in HTML else "auto" if format_ in _AUTO else "markdown"


def target_of(name: str) -> str | None:
    """The format that a file's name asks for, if it does."""
    lower = name.lower()
    return next((target for end, target in ENDINGS.items() if lower.endswith(end)), None)


@cache
def writer(target: str) -> Writer:
    """The writer of one of `TARGETS`."""
    return cast(Writer, import_module(f"{__name__}.{TARGETS[target]}"))
