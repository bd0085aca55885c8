"""The record of runs, a line of JSON each, from which the page draws its trend."""

import json
from collections.abc import Iterator

from quizlint import __version__
from quizlint.content import Severity
from quizlint.engine.result import Result, RunNumbers

KEPT = 100
"""Runs that the page draws: the last ones."""

MOST = 2**53 - 1
"""The largest count: beyond it a number is not what every program reads (RFC 7493)."""


class NotAHistoryError(Exception):
    """What is wrong with a history, and in which line."""


def summary(result: Result, when: str) -> str:
    """One line on a run. `when` is its date, or date and time, in ISO 8601."""
    line = {
        "when": when,
        "version": __version__,
        "documents": len(result.documents),
        "items": result.item_count,
        "acceptable": sum(document.acceptable for document in result.documents),
        "errors": result.counts[Severity.ERROR],
        "warnings": result.counts[Severity.WARNING],
        "infos": result.counts[Severity.INFO],
    }
    return json.dumps(line) + "\n"


def parse(data: bytes) -> tuple[RunNumbers, ...]:
    """The last `KEPT` recorded runs, oldest first; lines that are no JSON object are passed over.

    Raises `NotAHistoryError` for a run whose numbers can be none, and where no line is a run.
    """
    text = data.decode("utf-8-sig", "replace")
    runs = tuple(_runs(text))
    if not runs and text.strip():
        raise NotAHistoryError("no line of it is a run that quizlint recorded")
    return runs[-KEPT:]


def _runs(text: str) -> Iterator[RunNumbers]:
    for number, line in enumerate(text.split("\n"), 1):
        try:
            data = json.loads(line, parse_int=_count, parse_float=_Other, parse_constant=_Other)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and {"when", "items"} <= data.keys():
            yield _run(data, number)


def _run(data: dict[str, object], number: int) -> RunNumbers:
    when = data["when"]
    counts = [data.get(name) for name in RunNumbers._fields[1:]]
    for name, value in zip(RunNumbers._fields[1:], counts, strict=True):
        if type(value) is not int:
            raise NotAHistoryError(f"line {number}: {name} is no count from 0 to {MOST}")
    items, acceptable, *found = (value for value in counts if isinstance(value, int))
    if not isinstance(when, str) or acceptable > items:
        wrong = "when is no text" if acceptable <= items else "acceptable is more than items"
        raise NotAHistoryError(f"line {number}: {wrong}")
    return RunNumbers(when, items, acceptable, *found)


class _Other(str):
    """A number that is no count: with a fraction, infinite, negative or too large."""

    __slots__ = ()


def _count(digits: str) -> int | _Other:
    number = int(digits) if len(digits) <= len(str(MOST)) else MOST + 1
    return number if 0 <= number <= MOST else _Other(digits)
