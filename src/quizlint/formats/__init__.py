"""The formats that quizlint reads, one module each.

A format's module is imported when a file of its kind is first read: the parsers behind them are
the slowest part of a start. What else is to be said of each stands in the `catalogue`.
"""

from functools import cache
from importlib import import_module
from typing import cast

from quizlint.formats.base import Format
from quizlint.formats.catalogue import CATALOGUE, FormatRow
from quizlint.plugins import FORMATS, is_declared


def claims(name: str) -> bool:
    """Whether a file's name is of a format that is known."""
    lower = name.lower()
    if any(lower.endswith(row.suffixes) for row in CATALOGUE.values()):
        return True
    return bool(_others(name))


def rare(name: str) -> bool:
    """Whether a file of this name mostly holds something that is no quiz at all."""
    lower = name.lower()
    fitting = [row for row in CATALOGUE.values() if lower.endswith(row.suffixes)]
    return bool(fitting) and all(row.rare for row in fitting)


def pick(name: str, head: str) -> Format | None:
    """The format that a file of this name and beginning is most likely in, if any is.

    A known suffix decides; a name with none (standard input) leaves it to the beginning.
    """
    lower = name.lower()
    fitting = [row.name for row in CATALOGUE.values() if lower.endswith(row.suffixes)]
    best: Format | None = None
    surest = 0.0
    for known in fitting or CATALOGUE:
        format_ = load(known)
        sure = format_.sniff(name, head)
        if sure > surest:
            best, surest = format_, sure
    if best is None:
        for format_ in _others(name):
            sure = format_.sniff(name, head)
            if sure > surest:
                best, surest = format_, sure
    return best


def _others(name: str) -> list[Format]:
    """The formats of other distributions for files of a name."""
    from quizlint.formats.plugins import fitting

    return list(fitting(name))


def look_for_others() -> None:
    """Load the formats of other distributions, if any declares one: what is wrong comes out."""
    if is_declared(FORMATS):
        from quizlint.formats.plugins import foreign

        foreign()


def row_of(name: str) -> FormatRow | None:
    """A format by name, those of other distributions too; None where there is none so called."""
    if name in CATALOGUE or not name:
        return CATALOGUE.get(name)
    from quizlint.formats.plugins import foreign

    found = foreign().get(name)
    return None if found is None else found.row


@cache
def load(name: str) -> Format:
    """A format by name: one module of this package, or what another distribution brings."""
    if name not in CATALOGUE:
        from quizlint.formats.plugins import foreign

        return foreign()[name]
    return cast(Format, import_module(f"{__name__}.{name}"))


def who(name: str) -> str:
    """What to call the code that reads a format, where it fails."""
    if name in CATALOGUE or not name:
        return "quizlint"
    from quizlint.formats.plugins import foreign

    return foreign()[name].who
