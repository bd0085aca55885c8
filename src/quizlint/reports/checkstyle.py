"""Checkstyle's XML, which many review tools read."""

from collections.abc import Iterator
from itertools import groupby

from quizlint.engine.result import Result
from quizlint.reports.look import Look
from quizlint.reports.xmltext import element


def render(result: Result, look: Look) -> Iterator[str]:
    """An element a file, an element a finding."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for path, findings in groupby(result.findings, key=lambda each: each.place.path):
        yield " " + element("file", name=look.rooted(path)) + ">\n"
        for finding in findings:
            error = element(
                "error",
                line=finding.place.line,
                column=finding.place.column,
                severity=str(finding.severity),
                message=finding.message,
                source=f"quizlint.{finding.code}.{finding.rule}",
            )
            yield f"  {error}/>\n"
        yield " </file>\n"
    yield "</checkstyle>\n"
