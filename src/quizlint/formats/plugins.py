"""Formats that other distributions bring: the entry points of the group `quizlint.formats`.

An entry point names a module, or an object, with what `ForeignFormat` asks for. They are looked for
when no built-in format claims a file, and when formats are listed.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, get_args

from quizlint.content import Problem, ProblemKind, Reading
from quizlint.formats.base import NO_HINTS, Files, ForeignFormat, Hints
from quizlint.formats.catalogue import FormatRow, Markup
from quizlint.formats.parts import WORDS
from quizlint.text import Source, Span

GROUP = "quizlint.formats"

_INSTALLED = (".dist-info", ".egg-info")


class Plugins(NamedTuple):
    """The formats that could be loaded, and why others could not, both by name."""

    formats: Mapping[str, "Guarded"]
    broken: Mapping[str, str]


@cache
def plugins() -> Plugins:
    """All that are installed."""
    found: dict[str, Guarded] = {}
    broken: dict[str, str] = {}
    if _any_declared():
        from importlib.metadata import entry_points  # slow to load, and mostly for nothing

        for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
            try:
                found[point.name] = Guarded(point.name, point.load())
            except Exception as error:  # whatever a foreign module does, others still read
                broken[point.name] = f"{type(error).__name__}: {error}"
    return Plugins(found, broken)


def fitting(name: str) -> list["Guarded"]:
    """The formats for files of a name."""
    lower = name.lower()
    return [each for each in plugins().formats.values() if lower.endswith(each.row.suffixes)]


def _any_declared() -> bool:
    """Whether any distribution declares a format: asked without the library that knows them all."""
    return any(GROUP.encode() in declared for declared in _entry_points())


def _entry_points() -> Iterator[bytes]:
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                places = [each.path for each in entries if each.name.endswith(_INSTALLED)]
        except OSError:
            continue
        for place in places:
            try:
                with open(os.path.join(place, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123
                    yield file.read()
            except OSError:
                continue


class Guarded:
    """A foreign format, with its row, whose errors become findings: a reader never stops a run."""

    def __init__(self, name: str, format_: ForeignFormat) -> None:
        self._format = format_
        self.name = name
        self.row = _row(name, format_)
        if not callable(format_.sniff) or not callable(format_.read):
            raise TypeError("sniff and read must be functions")

    def sniff(self, name: str, head: str) -> float:
        """What the format says; an error is a no."""
        try:
            return float(self._format.sniff(name, head))
        except Exception:
            return 0.0

    def read(self, source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
        """What the format reads; an error is a problem that names it."""
        try:
            return self._format.read(source, files, hints)
        except Exception as error:
            why = f"the format '{self.name}' failed on this file ({type(error).__name__}: {error})"
            line = Span(0, max(1, source.text.find("\n")))
            data = {"message": why, "skipped": None}
            return Reading(problems=(Problem(ProblemKind.SYNTAX, line, data),))


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
