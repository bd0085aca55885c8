"""Findings in the words of the Language Server Protocol."""

from collections.abc import Callable

from lsprotocol import types

from quizlint.content import Severity
from quizlint.engine.result import Diagnostic, Place
from quizlint.reports.about import rule_url

LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
SOURCE = "quizlint"

Range = Callable[[Place], types.Range]
"""From a place to a range in the units of the client."""


def told(found: Diagnostic, uri: str, range_of: Range) -> types.Diagnostic:
    """A finding as a diagnostic."""
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, range_of(note.place)), note.message)
        for note in found.notes
        if note.place.path == found.place.path
    ]
    url = rule_url(found.code, found.rule)
    return types.Diagnostic(
        range=range_of(found.place),
        message=f"{found.message} [{found.rule}]",
        severity=LEVELS[found.severity],
        code=found.code,
        code_description=types.CodeDescription(url) if url else None,
        source=SOURCE,
        related_information=related or None,
    )
