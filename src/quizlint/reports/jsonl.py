"""One JSON object a line: every finding as it stands in the JSON result."""

from collections.abc import Iterator

from quizlint.engine.result import Result
from quizlint.reports.json import finding_as_data
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look


def render(result: Result, look: Look) -> Iterator[str]:  # noqa: ARG001 - machines see no colour
    """A line a finding, suppressed ones too: `state` tells."""
    for diagnostic in result.diagnostics:
        yield written(finding_as_data(diagnostic)) + "\n"
