"""Formats that other distributions bring: the entry points of the group `quizlint.formats`.

An entry point names a module, or an object, with what `Format` asks for. They are looked for when
no built-in format claims a file, and when formats are listed.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from quizlint.content import Reading
from quizlint.content.causes.other import Other
from quizlint.content.problems import Syntax
from quizlint.formats.base import NO_HINTS, Files, Format, Hints
from quizlint.text import Source, Span

GROUP = "quizlint.formats"

_INSTALLED = (".dist-info", ".egg-info")


class Plugins(NamedTuple):
    """The formats that could be loaded, and why others could not, both by name."""

    formats: Mapping[str, Format]
    broken: Mapping[str, str]


@cache
def plugins() -> Plugins:
    """All that are installed."""
    found: dict[str, Format] = {}
    broken: dict[str, str] = {}
    if _any_declared():
        from importlib.metadata import entry_points  # slow to load, and mostly for nothing

        for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
            try:
                found[point.name] = _Guarded(point.name, point.load())
            except Exception as error:  # whatever a foreign module does, others still read
                broken[point.name] = f"{type(error).__name__}: {error}"
    return Plugins(found, broken)


def fitting(name: str) -> list[Format]:
    """The formats for files of a name."""
    lower = name.lower()
    return [each for each in plugins().formats.values() if lower.endswith(each.suffixes)]


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


class _Guarded:
    """A foreign format whose errors become findings, for a reader must never stop a run."""

    def __init__(self, name: str, format_: Format) -> None:
        self._format = format_
        self.name = name
        self.suffixes = tuple(suffix.lower() for suffix in format_.suffixes)
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
            line = Span(0, max(1, source.text.find("\n")))
            told = Other.FAILED_FORMAT.of(self.name, type(error).__name__, str(error))
            return Reading(problems=(Syntax(line, told),))
