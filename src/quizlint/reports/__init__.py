"""One renderer per file, all over the same immutable result.

A renderer is a module with `render(result, look) -> Iterator[str]` that yields pieces of text.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from quizlint.engine.result import Result
from quizlint.reports.look import Look

FORMATS = {
    "full": "each finding with the marked place in its source",
    "concise": "one line a finding",
    "grouped": "findings under their file's name",
    "json": "everything, for machines",
    "jsonl": "one JSON object a finding",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of a GitHub workflow",
    "gitlab": "GitLab's code quality report",
    "junit": "test results, a suite a document",
    "checkstyle": "Checkstyle's XML",
    "rdjson": "Reviewdog's diagnostics",
    "markdown": "a comment on a change",
    "html": "one page for editors",
    "csv": "a spreadsheet, a row a finding",
}

FOR_PEOPLE = frozenset({"full", "concise", "grouped"})
"""Formats that a terminal shows, to which more may be added."""


class Renderer(Protocol):
    """What a module of this room offers."""

    def render(self, result: Result, look: Look) -> Iterator[str]:
        """The report in pieces, line ends included."""
        ...


def renderer(name: str) -> Renderer:
    """The renderer of a format; only the chosen one is imported."""
    return cast("Renderer", import_module(f"quizlint.reports.{name}"))
