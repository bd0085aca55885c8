"""Reviewdog's diagnostic format, which it posts as comments on a change.

Its columns count bytes of UTF-8 from 1.
"""

from collections.abc import Iterator
from typing import Any

from quizlint.engine.result import Diagnostic, Place, Result
from quizlint.reports.about import HOME, rule_url
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look


def render(result: Result, look: Look) -> Iterator[str]:
    """One object with all findings."""
    data = {
        "source": {"name": "quizlint", "url": HOME},
        "diagnostics": [_diagnostic(finding, look) for finding in result.findings],
    }
    yield written(data, 1) + "\n"


def _diagnostic(finding: Diagnostic, look: Look) -> dict[str, Any]:
    data: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": look.rooted(finding.place.file),
            "range": _range(finding.place, finding),
        },
        "severity": str(finding.severity).upper(),
        "code": {"value": finding.code},
    }
    if url := rule_url(finding.code, finding.rule):
        data["code"]["url"] = url
    if finding.repair is not None:
        suggestions = [
            {"range": _range(edit.place, finding), "text": edit.text}
            for edit in finding.repair.edits
            if _in_excerpt(edit.place, finding)
        ]
        if len(suggestions) == len(finding.repair.edits) == 1:  # half a fix is none
            data["suggestions"] = suggestions
    return data


def _range(place: Place, finding: Diagnostic) -> dict[str, dict[str, int]]:
    """A range; without columns where the line's text, and so its bytes, are not at hand."""
    start, end = {"line": place.line}, {"line": place.end_line}
    if finding.excerpt and place.line == finding.place.line:
        start["column"] = _bytes_before(finding.excerpt, place.column)
        if place.end_line == place.line:
            end["column"] = _bytes_before(finding.excerpt, place.end_column)
    return {"start": start, "end": end}


def _in_excerpt(place: Place, finding: Diagnostic) -> bool:
    return bool(finding.excerpt) and place.line == place.end_line == finding.place.line


def _bytes_before(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "replace")) + 1
