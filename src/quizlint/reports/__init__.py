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
}


class Renderer(Protocol):
    """What a module of this room offers."""

    def render(self, result: Result, look: Look) -> Iterator[str]:
        """The report in pieces, line ends included."""
        ...


def renderer(name: str) -> Renderer:
    """The renderer of a format; only the chosen one is imported."""
    return cast("Renderer", import_module(f"quizlint.reports.{name}"))
