"""What the game behind a template takes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content.causes.table import Table
from quizlint.content.problems import FormatTrap
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import Row

_SEVERAL = re.compile(r"\d(?:\s*[,;]\s*\d)+")


class Limits(NamedTuple):
    """The most characters of a question and of an answer (0: any number), and the seconds."""

    question: int = 0
    answer: int = 0
    times: frozenset[int] = frozenset()
    longest: int = 0


LIMITS = {
    "Kahoot": Limits(120, 75, frozenset({5, 10, 20, 30, 60, 90, 120, 240})),
    "Blooket": Limits(longest=300),
}
"""As the headings of the templates state them."""


def beyond_limits(row: Row, columns: Columns) -> Iterator[FormatTrap]:
    """The cells that the game will cut, refuse, or replace by a default."""
    if columns.template == "Quizizz":
        yield from _several_of_one(row, columns)
    limits = LIMITS.get(columns.template)
    if limits is None:
        return
    game = columns.template
    for column, cell in zip(columns.names, row.cells, strict=False):
        if column == "option":
            most, long = limits.answer, Table.LONG_ANSWER
        elif column in ("question", "questiontext"):
            most, long = limits.question, Table.LONG_QUESTION
        else:
            most = 0
        if most and len(cell.value) > most:
            yield FormatTrap(cell.span, long.of(game, most, len(cell.value)))
        if column == "time" and cell.value.isdecimal():
            seconds = int(cell.value[:9])
            if limits.times and seconds not in limits.times:
                choice = ", ".join(map(str, sorted(limits.times)))
                yield FormatTrap(cell.span, Table.UNKNOWN_TIME.of(game, cell.value, choice))
            elif limits.longest and seconds > limits.longest:
                yield FormatTrap(cell.span, Table.LONG_TIME.of(game, limits.longest))


def _several_of_one(row: Row, columns: Columns) -> Iterator[FormatTrap]:
    """Several right answers where the type of the question lets players choose one."""
    cells = dict(zip(columns.names, row.cells, strict=False))
    kind, key = cells.get("questiontype"), cells.get("answer")
    if kind is None or key is None or kind.value.strip().lower() != "multiple choice":
        return
    if _SEVERAL.fullmatch(key.value.strip()):
        yield FormatTrap(key.span, Table.SEVERAL_OF_ONE.of(columns.template))
