"""How to mend a finding, or to silence it."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.engine.result import Diagnostic
from quizlint.formats import row_of
from quizlint.formats.silencing import comment_for, entry_for
from quizlint.reports.html.writing import shown


class Change(NamedTuple):
    """A line before and after."""

    before: str
    after: str


def changes(finding: Diagnostic) -> Iterator[Change]:
    """What a fix does: the changed line, or what is replaced where other lines change too."""
    if finding.repair is None:
        return
    edits = finding.repair.edits
    line, number = finding.excerpt, finding.place.line
    if line and all(e.place.line == e.place.end_line == number for e in edits):
        after = line
        for edit in sorted(edits, key=lambda edit: -edit.place.column):
            start, end = edit.place.column - 1, edit.place.end_column - 1
            after = after[:start] + edit.text + after[end:]
        yield Change(shown(line.strip()), shown(after.strip()))
        return
    for edit in edits:
        whole = edit.place == finding.place
        yield Change(
            shown(finding.marked) if whole else f"line {edit.place.line}", shown(edit.text)
        )


def suppression(finding: Diagnostic, format_: str) -> str:
    """What silences this finding: a comment, or an entry of the settings where none can stand."""
    path = shown(finding.place.file)
    row = None if finding.place.member else row_of(format_)
    comment = comment_for(row, path, [finding.rule], "why")
    return comment or entry_for(path, finding.rule, "why", shown(finding.item)).rstrip()
