"""Suppressions: found in comments and settings, applied to findings."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from quizlint.content import Document, Finding, Item, Suppression
from quizlint.engine.plan import Plan
from quizlint.rules.base import Rule
from quizlint.rules.registry import by_word
from quizlint.settings import Ignored
from quizlint.text import Source, Span
from quizlint.text.nearest import nearest

MARK = "quizlint:"
_DIRECTIVE = re.compile(
    r"quizlint:\s*(?P<scope>ignore-file|ignore)\s*\[(?P<names>[^\]]*)\](?:\s*--\s*(?P<reason>.*))?"
)
_NAME = re.compile(r"[^\s,]+")


class Wish(NamedTuple):
    """A suppression and what it holds for: an item's range and route, or the whole file (None)."""

    suppression: Suppression
    code: str | None  # None: it names no rule
    scope: Span | None
    route: str = ""
    entry: Ignored | None = None  # what asked for it, if the settings did

    def covers(self, finding: Finding) -> bool:
        """Whether it silences this finding."""
        if finding.code != self.code:
            return False
        if self.scope is None:
            return True
        if self.route and (finding.route + ".").startswith(self.route + "."):
            return True
        return self.scope.start <= finding.span.start < max(self.scope.end, self.scope.start + 1)


def wishes(
    source: Source,
    comments: Sequence[Span],
    documents: tuple[Document, ...],
    plan: Plan,
    find: Callable[[str], type[Rule] | None],
) -> list[Wish]:
    """All suppressions that hold for a file, from its comments and from the settings."""
    items = [item for document in documents for item in document.items]
    found: list[Wish] = []
    if MARK in source.text:
        for comment in comments:
            found.extend(_in_comment(source, comment, items, find))
    for entry in plan.ignores:
        suppression = of_settings(entry, plan.today)
        code = None if suppression.expired else entry.rule
        if not entry.item:
            found.append(Wish(suppression, code, None, "", entry))
        for item in items:
            if entry.item in (item.name, item.route):
                found.append(Wish(suppression, code, item.span, item.route, entry))
    return found


def of_settings(entry: Ignored, today: date) -> Suppression:
    """A suppression that an entry of the settings asks for."""
    return Suppression(
        entry.word,
        entry.span,
        entry.whole,
        entry.reason,
        expired=entry.expired(today),
        until=str(entry.until or ""),
        of_settings=True,
    )


def apply(
    findings: Iterable[Finding], held: list[Wish]
) -> tuple[list[tuple[Finding, Suppression | None]], set[int]]:
    """Each finding with the suppression that silences it; and which wishes (by index) did so."""
    judged: list[tuple[Finding, Suppression | None]] = []
    used: set[int] = set()
    for finding in findings:
        by = next((i for i, wish in enumerate(held) if wish.covers(finding)), None)
        if by is not None:
            used.add(by)
        judged.append((finding, None if by is None else held[by].suppression))
    return judged, used


def verdicts(held: list[Wish], used: set[int], ran: Callable[[str], bool]) -> list[Suppression]:
    """The suppressions with what became of them."""
    return [
        wish.suppression._replace(
            used=index in used,
            judged=wish.suppression.expired or wish.code is None or ran(wish.code),
        )
        for index, wish in enumerate(held)
    ]


def _in_comment(
    source: Source, comment: Span, items: list[Item], find: Callable[[str], type[Rule] | None]
) -> Iterable[Wish]:
    match = _DIRECTIVE.search(source.text, comment.start, comment.end)
    if match is None:
        return
    scope: Span | None = None
    route = ""
    if match["scope"] == "ignore":
        item = _item_for(source, comment, items)
        line = source.position(comment.start).line
        scope = _line_span(source, line)
        if item is not None:
            scope, route = item.span, item.route
    reason = (match["reason"] or "").removesuffix("-->").strip()
    for name in _NAME.finditer(source.text, match.start("names"), match.end("names")):
        rule = find(name[0])
        suppression = Suppression(
            name[0],
            Span(*name.span()),
            comment,
            reason,
            known=rule is not None,
            suggestion=None if rule is not None else nearest(name[0], by_word()),
        )
        yield Wish(suppression, None if rule is None else rule.code, scope, route)


def _item_for(source: Source, comment: Span, items: list[Item]) -> Item | None:
    """The item a comment stands in or beside, else the next one."""
    line_start = _line_span(source, source.position(comment.start).line).start
    after = bisect_left([item.span.start for item in items], line_start)
    previous = items[after - 1] if after else None
    if previous is not None and previous.span.end > line_start:
        return previous
    return items[after] if after < len(items) else None


def _line_span(source: Source, line: int) -> Span:
    starts = source.line_starts
    return Span(starts[line - 1], starts[line] if line < len(starts) else len(source.text))
