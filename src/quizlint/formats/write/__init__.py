"""The formats that quizlint writes, one module each."""

from functools import cache
from importlib import import_module
from typing import cast

from quizlint.formats import row_of
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.write.base import Loss, Writer, Written

__all__ = [
    "TARGETS",
    "Loss",
    "Markup",
    "Writer",
    "Written",
    "markup_of",
    "target_of",
    "writer",
]


def markup_of(format_: str) -> Markup:
    """In what the texts of a format are written."""
    row = row_of(format_)
    return "markdown" if row is None else row.markup


def target_of(name: str) -> str | None:
    """The format that a file's name asks for, if it does."""
    lower = name.lower()
    ends = {end: target for target, writes in TARGETS.items() for end in writes.suffixes}
    asked = [end for end in ends if lower.endswith(end)]
    return ends[max(asked, key=len)] if asked else None


@cache
def writer(target: str) -> Writer:
    """The writer of one of `TARGETS`."""
    return cast(Writer, import_module(f"{__name__}.{TARGETS[target].module}"))
