"""What other distributions bring: the entry points of a group, loaded, and what was wrong.

Most starts find nothing, so that looking costs little: the library that knows all installed
distributions is loaded only where one of them declares something for quizlint.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES, FORMATS = "quizlint.rules", "quizlint.formats"
"""The groups in which others declare what they bring."""

_INSTALLED = (".dist-info", ".egg-info")

_LONGEST = 300
"""Characters of a reason that are shown."""

_FAULTS: list[str] = []


class Plugin(NamedTuple):
    """What an entry point leads to. `distribution` is the name and version of who brings it."""

    name: str
    distribution: str
    value: Any


@cache
def plugins(group: str) -> tuple[Plugin, ...]:
    """What is installed of a group, by name; what cannot be loaded is left out, and a fault."""
    if not is_declared(group):
        return ()
    found = []
    for point in sorted(_points(group), key=lambda each: each.name):
        try:
            found.append(Plugin(point.name, _brought_by(point), point.load()))
        except (Exception, SystemExit) as error:  # whatever a foreign module does, others run
            why = f"'{point.name}' in {group} cannot be loaded: {reason(error)}"
            fault(_brought_by(point), why)
    return tuple(found)


def is_declared(group: str) -> bool:
    """Whether any distribution declares something in a group."""
    return any(_heading(group) in declared for declared in _declarations())


@cache
def distributions() -> tuple[str, ...]:
    """The distributions that declare anything for quizlint, with their versions."""
    declared = [group for group in (RULES, FORMATS) if is_declared(group)]
    return tuple(sorted({_brought_by(point) for group in declared for point in _points(group)}))


def fault(distribution: str, why: str) -> None:
    """Keep what is wrong with what a distribution brings; it is for the caller to leave it out."""
    whose = f"plug-in {distribution}" if distribution else "plug-ins"
    _FAULTS.append(f"{whose}: {why}")


def faults() -> tuple[str, ...]:
    """All that was found wrong so far in this process, each in one line."""
    return tuple(_FAULTS)


def reason(error: BaseException) -> str:
    """An error of foreign code in one line, whatever its own words do."""
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = ""
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


@cache
def _points(group: str) -> "Sequence[EntryPoint]":
    from importlib.metadata import entry_points  # slow to load, and mostly for nothing

    try:
        return tuple(entry_points(group=group))
    except Exception as error:  # one that cannot be understood hides all
        fault("", f"the entry points in {group} cannot be read: {reason(error)}")
        return ()


def _brought_by(point: "EntryPoint") -> str:
    dist = point.dist
    try:
        return f"{dist.name} {dist.version}" if dist is not None else point.module
    except Exception:  # it does not say so
        return point.module


@cache
def _declarations() -> tuple[bytes, ...]:
    """What distributions say of their entry points, of those that say anything of ours."""
    headings = _heading(RULES), _heading(FORMATS)
    return tuple(said for said in _entry_points() if any(each in said for each in headings))


def _heading(group: str) -> bytes:
    return f"[{group}]".encode()


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
