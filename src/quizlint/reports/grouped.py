"""Findings under the name of their file."""

from collections.abc import Iterator
from itertools import groupby

from quizlint.engine.result import Result
from quizlint.reports.concise import headline
from quizlint.reports.look import Look
from quizlint.reports.summary import closing


def render(result: Result, look: Look) -> Iterator[str]:
    """A heading a file, a line a finding."""
    for path, group in groupby(result.findings, key=lambda finding: finding.place.path):
        findings = list(group)
        places = [f"{finding.place.line}:{finding.place.column}" for finding in findings]
        column = max(map(len, places))
        yield look.paint(look.path(path), "bold") + "\n"
        for at, finding in zip(places, findings, strict=True):
            yield f"  {at:>{column}}  {headline(finding, look)}\n"
        yield "\n"
    yield from closing(result, look)
