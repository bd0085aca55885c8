"""The record of runs, a line of JSON each, from which the page draws its trend."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizlint import __version__
from quizlint.content import Severity
from quizlint.engine.result import Result, Run

KEPT = 100
"""Runs that the page draws: the last ones."""


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


def read(path: Path) -> tuple[Run, ...]:
    """The recorded runs, oldest first; lines that are none are passed over. Raises OSError."""
    return tuple(_runs(path.read_text("utf-8", "replace")))[-KEPT:]


def _runs(text: str) -> Iterator[Run]:
    for line in text.splitlines():
        try:
            data: dict[str, Any] = json.loads(line)
            counts = [int(data[name]) for name in Run._fields[1:]]
            yield Run(str(data["when"]), *counts)
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
