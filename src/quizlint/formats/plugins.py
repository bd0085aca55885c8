"""Formats that other distributions bring: the entry points of the group `quizlint.formats`.

An entry point names a module, or an object, with what `ForeignFormat` asks for. They are looked for
when no built-in format claims a file, and when formats are listed.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import get_args

from quizlint import plugins
from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, ForeignFormat, Hints
from quizlint.formats.catalogue import CATALOGUE, FormatRow, Markup
from quizlint.formats.parts import WORDS
from quizlint.text import Source


@cache
def foreign() -> Mapping[str, "Guarded"]:
    """All formats that others bring and that can be used, by name; the rest are faults."""
    found: dict[str, Guarded] = {}
    for name, distribution, value in plugins.plugins(plugins.FORMATS):
        try:
            if name in CATALOGUE or name in found:
                raise ValueError("another format has this name")
            found[name] = Guarded(name, distribution, value)
        except Exception as error:
            why = f"the format '{name}' cannot be used: {plugins.reason(error)}"
            plugins.fault(distribution, why)
    return found


def fitting(name: str) -> list["Guarded"]:
    """The formats for files of a name."""
    lower = name.lower()
    return [each for each in foreign().values() if lower.endswith(each.row.suffixes)]


class Guarded:
    """A foreign format with its row. Where its `sniff` fails, `read` tells of it.

    `who` is what to call it, and who brings it, where it fails.
    """

    def __init__(self, name: str, distribution: str, format_: ForeignFormat) -> None:
        self._format = format_
        self._balked: dict[str, BaseException] = {}
        self.name = name
        self.who = f"the format '{name}' of the plug-in {distribution}"
        self.row = _row(name, format_)
        if not callable(format_.sniff) or not callable(format_.read):
            raise TypeError("sniff and read must be functions")

    def sniff(self, name: str, head: str) -> float:
        """What the format says; an error is the smallest yes, so that it comes to be told."""
        self._balked.pop(name, None)
        try:
            return float(self._format.sniff(name, head))
        except (Exception, SystemExit) as error:
            self._balked[name] = error
            return sys.float_info.min

    def read(self, source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
        """What the format reads. Raises whatever it raises, and TypeError for no reading."""
        if source.path in self._balked:
            raise self._balked[source.path]
        reading = self._format.read(source, files, hints)
        if not isinstance(reading, Reading):
            raise TypeError(f"it gave a {type(reading).__name__}, not a Reading")
        return reading


def _row(name: str, format_: ForeignFormat) -> FormatRow:
    """What a foreign format says of itself. Raises `TypeError` or `ValueError`."""
    row = FormatRow(
        name,
        title=getattr(format_, "title", name),
        suffixes=tuple(suffix.lower() for suffix in format_.suffixes),
        reads=frozenset(getattr(format_, "reads", ())),
        comment=getattr(format_, "comment", ""),
        markup=getattr(format_, "markup", "markdown"),
        built_in=False,
    )
    if not isinstance(row.title, str) or not isinstance(row.comment, str):
        raise TypeError("title and comment must be text")
    if row.comment and row.comment.count("{}") != 1:
        raise ValueError("comment must have one {} where what it says stands")
    if not row.reads <= WORDS.keys():
        raise ValueError(f"reads may hold {', '.join(WORDS)}")
    if row.markup not in get_args(Markup):
        raise ValueError(f"markup must be one of {', '.join(get_args(Markup))}")
    return row
