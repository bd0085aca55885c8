"""Each finding with its source line and the place marked in it."""

from collections.abc import Iterator

from quizlint.engine.result import Diagnostic, Result
from quizlint.reports.about import rule_url
from quizlint.reports.look import Look, item_name, safe, width
from quizlint.reports.summary import closing

TAB = "    "
WINDOW = 100
"""Columns of a source line that are shown; longer ones are cut around the place."""


def render(result: Result, look: Look) -> Iterator[str]:
    """A paragraph a finding, then the counts."""
    for finding in result.findings:
        yield from _paragraph(finding, look)
        yield "\n"
    yield from closing(result, look)


def _paragraph(finding: Diagnostic, look: Look) -> Iterator[str]:
    place = finding.place
    head = look.paint(f"{finding.severity}[{finding.code}]", str(finding.severity))
    yield f"{head} {look.paint(safe(finding.message), 'bold')}\n"
    margin = " " * len(str(place.line))
    item = f"  ({safe(item_name(finding.item))})" if finding.item else ""
    where = f"{look.path(place.path)}:{place.line}:{place.column}{item}"
    yield f"{margin}{look.paint('-->', 'dim')} {where}\n"
    if finding.excerpt:
        yield from _excerpt(finding, margin, look)
    for note in finding.notes:
        at = f"{look.path(note.place.path)}:{note.place.line}:{note.place.column}"
        yield f"{margin} {look.paint('=', 'dim')} {safe(note.message)}: {at}\n"
    fix = f"; a fix is known ({finding.repair.safety})" if finding.repair is not None else ""
    rule = look.link(safe(finding.rule), rule_url(finding.code, finding.rule))
    yield look.paint(f"{margin} = rule {rule}{fix}", "dim") + "\n"


def _excerpt(finding: Diagnostic, margin: str, look: Look) -> Iterator[str]:
    place, line = finding.place, finding.excerpt
    start, end = finding.extent
    first = max(0, start - WINDOW // 2) if len(line) > WINDOW else 0
    last = min(len(line), first + WINDOW)
    before, marked, after = (
        _shown(line[first:start]),
        _shown(line[start : min(end, last)]),
        _shown(line[max(start, min(end, last)) : last]),
    )
    before = ("…" if first else "") + before
    after += "…" if last < len(line) else ""
    bar = look.paint("|", "dim")
    carets = look.paint("^" * max(1, width(marked)), str(finding.severity))
    yield f"{margin} {bar}\n"
    yield f"{place.line} {bar} {safe(before + marked + after)}".rstrip() + "\n"
    yield f"{margin} {bar} {' ' * width(before)}{carets}\n"


def _shown(text: str) -> str:
    return safe(text.replace("\t", TAB))
