"""What the game behind a template takes."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Problem, ProblemKind
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import Row
from quizlint.formats.tree.nodes import Scalar


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


def beyond_limits(row: Row, columns: Columns) -> Iterator[Problem]:
    """The cells that the game will cut, refuse, or replace by a default."""
    limits = LIMITS.get(columns.template)
    if limits is None:
        return
    game = columns.template
    for column, cell in zip(columns.names, row.cells, strict=False):
        if column == "option":
            most, what = limits.answer, "an answer"
        elif column in ("question", "questiontext"):
            most, what = limits.question, "a question"
        else:
            most, what = 0, ""
        if most and len(cell.value) > most:
            trap = f"{game} takes {most} characters for {what}, and this has {len(cell.value)}"
            yield _trap(cell, trap, "shorten it")
        if column == "time" and cell.value.isdecimal():
            seconds = int(cell.value[:9])
            if limits.times and seconds not in limits.times:
                choice = ", ".join(map(str, sorted(limits.times)))
                trap = f"{game} knows no limit of {cell.value} seconds"
                yield _trap(cell, trap, f"choose one of {choice}")
            elif limits.longest and seconds > limits.longest:
                trap = f"{game} takes no limit above {limits.longest} seconds"
                yield _trap(cell, trap, "lower it")


def _trap(cell: Scalar, trap: str, advice: str) -> Problem:
    data = {"trap": trap, "advice": advice, "fixed": None, "safe": False}
    return Problem(ProblemKind.FORMAT_TRAP, cell.span, data)
