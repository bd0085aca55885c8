"""What the game behind a template takes."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Problem, ProblemKind
from quizlint.formats.table.columns import Columns
from quizlint.formats.table.scan import Row


class Limits(NamedTuple):
    """The most characters of a question and of an answer, and the seconds to choose from."""

    question: int
    answer: int
    times: frozenset[int]


LIMITS = {"Kahoot": Limits(120, 75, frozenset({5, 10, 20, 30, 60, 90, 120, 240}))}
"""As the headings of the templates state them."""


def beyond_limits(row: Row, columns: Columns) -> Iterator[Problem]:
    """The cells that the game will cut, refuse, or replace by a default."""
    limits = LIMITS.get(columns.template)
    if limits is None:
        return
    for column, cell in zip(columns.names, row.cells, strict=False):
        most = {"question": limits.question}.get(column or "", 0)
        if column is not None and column.startswith("option"):
            most = limits.answer
        if most and len(cell.value) > most:
            what = "a question" if column == "question" else "an answer"
            trap = f"{columns.template} takes {most} characters for {what}, and this has "
            data = {"trap": f"{trap}{len(cell.value)}", "advice": "shorten it"}
            yield Problem(ProblemKind.FORMAT_TRAP, cell.span, data)
        if column == "time" and cell.value.isdigit() and int(cell.value) not in limits.times:
            choice = ", ".join(map(str, sorted(limits.times)))
            trap = f"{columns.template} knows no limit of {cell.value} seconds"
            data = {"trap": trap, "advice": f"choose one of {choice}"}
            yield Problem(ProblemKind.FORMAT_TRAP, cell.span, data)
