"""GitLab's code quality report: one entry a finding, shown in the changes of a merge request."""

from collections.abc import Iterator

from quizlint.content import Severity
from quizlint.engine.result import Result
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result, look: Look) -> Iterator[str]:
    """A list of issues with unique fingerprints."""
    issues = [
        {
            "description": finding.message,
            "check_name": f"{finding.code} {finding.rule}",
            "fingerprint": finding.fingerprint,
            "severity": _LEVELS[finding.severity],
            "location": {
                "path": look.rooted(finding.place.file),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in result.findings
    ]
    yield written(issues, 1) + "\n"
