"""Workflow commands, which GitHub shows as annotations beside the lines of a change.

GitHub keeps ten annotations of each level a step, so the gravest come first, and what is left
over is counted.
"""

from collections import Counter
from collections.abc import Iterator

from quizlint.content import Severity
from quizlint.engine.result import Diagnostic, Result
from quizlint.reports.look import Look, plural, safe

KEPT = 10
"""Annotations of each level that GitHub shows for one step of a workflow."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: Result, look: Look) -> Iterator[str]:
    """A command a finding, errors first; then how many more there are."""
    given: Counter[Severity] = Counter()
    for finding in sorted(result.findings, key=lambda each: -each.severity):
        given[finding.severity] += 1
        if given[finding.severity] <= KEPT:
            yield _command(finding, look)
    for severity in sorted(Severity, reverse=True):
        if (more := given[severity] - KEPT) > 0:
            yield f"{plural(more, f'more {severity}')} without an annotation.\n"
    for failure in result.failures:
        where = f"{look.rooted(failure.path)}: " if failure.path else ""
        yield f"::error title=quizlint::{_message(where + failure.message)}\n"


def _command(finding: Diagnostic, look: Look) -> str:
    place = finding.place
    fields = {
        "file": look.rooted(place.file),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.end_line == place.line:  # GitHub refuses columns of a range over several lines
        fields |= {"col": str(place.column), "endColumn": str(max(place.column, place.end_column))}
    fields["title"] = f"{finding.code} {finding.rule}"
    written = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    where = f" (in {place.member}, line {place.line})" if place.member else ""
    return f"::{_LEVELS[finding.severity]} {written}::{_message(finding.message + where)}\n"


def _message(text: str) -> str:
    return safe(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
