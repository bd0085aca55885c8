"""From offsets to lines and columns, and from findings to diagnostics."""

from quizlint.content import Finding, ItemRef, Mark, Related, Severity
from quizlint.engine.result import Diagnostic, Note, Place, Repair, TextEdit
from quizlint.formats.containers import member_of
from quizlint.rules.base import Rule
from quizlint.text import Source, Span, TableSource

EXCERPT = 400
"""Characters up to which a line is shown; a longer one is not."""

MARKED = 200
"""Characters of a marked text that are kept."""


NEAR = 1000
"""Characters before an empty place in which a word to mark is looked for."""


def place(span: Span, source: Source) -> Place:
    """Where a span is, for people."""
    if not isinstance(source, TableSource):  # an empty cell is a place of its own
        span = visible(span, source.text)
    return exactly(span, source)


def exactly(span: Span, source: Source) -> Place:
    """Where a span is, be it empty: where something is to be put in."""
    start, end = source.extent(span)
    return Place(source.path, *start, *end, *span, member_of(source.path))


def visible(span: Span, text: str) -> Span:
    """The span, or for an empty one the word before it: something must be there to be marked.

    The value of `back:` with nothing behind it has no characters; `back:` has.
    """
    end = min(span.start, len(text))
    if span.start < min(span.end, len(text)) or not text:
        return Span(span.start, min(span.end, len(text)))
    reach = max(0, end - NEAR)  # thousands of empty places may follow one word
    before = text[reach:end].rstrip()
    end = reach + len(before)
    start = end - len(before.split()[-1]) if before else end
    if start < end:
        return Span(start, end)
    return Span(end - 1, end) if reach else Span(0, 1)


def excerpt(span: Span, source: Source) -> str:
    """The text of the line on which a span begins; empty if it is too long, or marks nothing."""
    if isinstance(source, TableSource) and span.start == span.end:
        return ""
    number = source.position(span.start).line
    if source.line_length(number) > EXCERPT + 2:  # a line end of two characters is no text
        return ""
    line = source.line_text(number)
    return line if len(line) <= EXCERPT else ""


def diagnose(
    finding: Finding,
    rule: Rule,
    severity: Severity,
    source: Source,
    *,
    ref: ItemRef | None = None,
    mark: Mark | None = None,
    sha256: str = "",
) -> Diagnostic:
    """The finding with its places. `sha256` is of the bytes that its fix would change."""
    repair = None
    if finding.fix is not None:
        edits = tuple(TextEdit(exactly(e.span, source), e.text) for e in finding.fix.edits)
        repair = Repair(finding.fix.safety, sha256, edits)
    return Diagnostic(
        code=finding.code,
        rule=rule.name,
        # A rule may tell its findings apart by consequence; what settings say of it goes before.
        severity=finding.severity if finding.severity and severity is rule.severity else severity,
        confidence=finding.confidence,
        message=finding.message,
        place=place(finding.span, source),
        excerpt=excerpt(finding.span, source),
        ref=ref,
        route=finding.route,
        notes=tuple(_note(related, source) for related in finding.related),
        marked=source.text[finding.span.start : min(finding.span.end, finding.span.start + MARKED)],
        repair=repair,
        mark=mark,
    )


def _note(related: Related, source: Source) -> Note:
    if related.path is None:
        return Note(place(related.span, source), related.message)
    line, column = related.line, related.column  # the other file's source is not at hand
    member = member_of(related.path)
    place_ = Place(related.path, line, column, line, column, *related.span, member)
    return Note(place_, related.message)
