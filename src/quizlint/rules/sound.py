"""What is asked of findings of rules that are not ours: whatever comes later trusts them."""

from quizlint.content import Confidence, Finding, Fix, Severity
from quizlint.rules.base import Rule
from quizlint.text import Span


class Unsound(Exception):  # noqa: N818 - says it better
    """What is wrong with a rule or a finding of others."""


def vouch(finding: object, rule: Rule, size: float) -> None:
    """Raise `Unsound` for what is no finding of a rule in a text of `size` characters."""
    if not isinstance(finding, Finding):
        raise Unsound(f"it gave {type(finding).__name__}, not a Finding")
    if finding.code != rule.code:
        raise Unsound(f"it gave a finding of {finding.code}")
    if not isinstance(finding.message, str) or not finding.message.strip():
        raise Unsound("its finding has no message")
    if not isinstance(finding.confidence, Confidence) or not isinstance(finding.route, str):
        raise Unsound("its finding has a wrong confidence or route")
    if not isinstance(finding.severity, Severity | None) or finding.path is not None:
        raise Unsound("its finding has a wrong severity, or a path")
    if not isinstance(finding.fix, Fix | None):
        raise Unsound("its finding has a fix that is none")
    spans = [finding.span, *(related.span for related in finding.related)]
    spans += [] if finding.fix is None else [edit.span for edit in finding.fix.edits]
    for span in spans:
        if not isinstance(span, Span) or not 0 <= span.start <= span.end <= size:
            raise Unsound(f"its finding has a place outside of the file: {span!r}")
