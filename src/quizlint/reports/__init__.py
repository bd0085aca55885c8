"""One renderer per file, all over the same immutable result.

A renderer is a module with `render(result, look) -> Iterator[str]` that yields pieces of text. All
else that there is to say of a report is its row in `REPORTS`.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, Protocol, cast

from quizlint.engine.result import Result
from quizlint.reports.look import Look


class ReportRow(NamedTuple):
    """One report. `name` is its module's, `suffix` what the names of its files mostly end in.

    `measured`: it shows what documents consist of, which takes time to count. `for_people`: a
    terminal shows it, and more may be added to it. `silent`: where there is nothing to say, it is
    empty.
    """

    name: str
    title: str
    suffix: str
    measured: bool = False
    for_people: bool = False
    silent: bool = False


_ROWS = (
    ReportRow(
        "full",
        "each finding with the marked place in its source",
        ".txt",
        for_people=True,
        silent=True,
    ),
    ReportRow("concise", "one line a finding", ".txt", for_people=True, silent=True),
    ReportRow("grouped", "findings under their file's name", ".txt", for_people=True, silent=True),
    ReportRow("json", "everything, for machines", ".json", measured=True),
    ReportRow("jsonl", "one JSON object a finding", ".jsonl", silent=True),
    ReportRow("sarif", "SARIF 2.1.0, for code scanning", ".json"),
    ReportRow("github", "annotations of a GitHub workflow", ".txt", silent=True),
    ReportRow("gitlab", "GitLab's code quality report", ".json"),
    ReportRow("junit", "test results, a suite a document", ".xml"),
    ReportRow("checkstyle", "Checkstyle's XML", ".xml"),
    ReportRow("rdjson", "Reviewdog's diagnostics", ".json"),
    ReportRow("markdown", "a comment on a change", ".md"),
    ReportRow("html", "one page for editors", ".html", measured=True),
    ReportRow("csv", "a spreadsheet, a row a finding", ".csv"),
)

REPORTS: Mapping[str, ReportRow] = MappingProxyType({row.name: row for row in _ROWS})
"""Every report by its name."""


class Renderer(Protocol):
    """What a module of this room offers."""

    def render(self, result: Result, look: Look) -> Iterator[str]:
        """The report in pieces, line ends included."""
        ...


def renderer(name: str) -> Renderer:
    """The renderer of a report; only the chosen one is imported."""
    return cast("Renderer", import_module(f"{__name__}.{name}"))
