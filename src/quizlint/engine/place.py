"""From offsets to lines and columns, and from findings to diagnostics."""

from quizlint.content import Finding, Related, Severity
from quizlint.engine.result import Diagnostic, Note, Place, Repair, TextEdit
from quizlint.formats.containers import member_of
from quizlint.text import Source, Span, TableSource

EXCERPT = 400
"""Characters of a line that an excerpt keeps; longer lines are cut around the place."""

MARKED = 200
"""Characters of a marked text that are kept."""


def place(span: Span, source: Source) -> Place:
    """Where a span is, for people."""
    if not isinstance(source, TableSource):  # an empty cell is a place of its own
        span = visible(span, source.text)
    start, end = source.extent(span)
    return Place(source.path, *start, *end, *span, member_of(source.path))


def visible(span: Span, text: str) -> Span:
    """The span, or for an empty one the word before it: something must be there to be marked.

    The value of `back:` with nothing behind it has no characters; `back:` has.
    """
    end = min(span.start, len(text))
    if span.start < min(span.end, len(text)) or not text:
        return Span(span.start, min(span.end, len(text)))
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return Span(start, end) if start < end else Span(0, 1)


def excerpt(span: Span, source: Source) -> str:
    """The text of the line on which a span begins; empty if it is too long, or marks nothing."""
    if isinstance(source, TableSource) and span.start == span.end:
        return ""
    line = source.line_text(source.position(span.start).line)
    return line if len(line) <= EXCERPT else ""


def diagnose(
    finding: Finding, rule: str, severity: Severity, item: str, source: Source, sha256: str
) -> Diagnostic:
    """The finding with its places."""
    repair = None
    if finding.fix is not None:
        edits = tuple(TextEdit(place(e.span, source), e.text) for e in finding.fix.edits)
        repair = Repair(finding.fix.safety, sha256, edits)
    return Diagnostic(
        code=finding.code,
        rule=rule,
        severity=severity,
        confidence=finding.confidence,
        message=finding.message,
        place=place(finding.span, source),
        excerpt=excerpt(finding.span, source),
        item=item,
        route=finding.route,
        notes=tuple(_note(related, source) for related in finding.related),
        marked=source.text[finding.span.start : min(finding.span.end, finding.span.start + MARKED)],
        repair=repair,
    )


def _note(related: Related, source: Source) -> Note:
    if related.path is None:
        return Note(place(related.span, source), related.message)
    line, column = related.line, related.column  # the other file's source is not at hand
    member = member_of(related.path)
    place_ = Place(related.path, line, column, line, column, *related.span, member)
    return Note(place_, related.message)
