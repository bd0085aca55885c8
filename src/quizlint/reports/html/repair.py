"""How to mend a finding, or to silence it."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.engine.result import Diagnostic
from quizlint.formats import row_of
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
    wish = f"quizlint: ignore[{finding.rule}] -- why"
    row = row_of(format_)
    if row is not None and row.comment and not finding.place.member:
        return row.comment.replace("{}", wish)
    item = f'item = "{_toml(finding.item)}"\n' if finding.item else ""
    return (
        f'[[ignore]]\npath = "{_toml(finding.place.file)}"\n{item}'
        f'rule = "{finding.rule}"\nreason = "why"'
    )


def _toml(text: str) -> str:
    return shown(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " "))
