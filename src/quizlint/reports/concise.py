"""`path:line:column: severity CODE message`, one line a finding."""

from collections.abc import Iterator

from quizlint.engine.result import Diagnostic, Result
from quizlint.reports.look import Look, safe
from quizlint.reports.summary import closing


def render(result: Result, look: Look) -> Iterator[str]:
    """One line a finding, then the counts."""
    for finding in result.findings:
        place = finding.place
        yield f"{look.path(place.path)}:{place.line}:{place.column}: {headline(finding, look)}\n"
    yield from closing(result, look)


def headline(finding: Diagnostic, look: Look) -> str:
    """Severity, code, name and message."""
    code, said = look.paint(finding.code, "bold"), f"{finding.message} [{finding.rule}]"
    return f"{look.severity(finding.severity)} {code} {safe(said)}"
