"""Suppressions: found in comments and settings, applied to findings."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from quizlint.content import Item, Reading, Suppression
from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, State
from quizlint.rules.registry import by_word, find
from quizlint.settings import Ignored
from quizlint.text import Source, Span
from quizlint.text.nearest import nearest

MARK = "quizlint:"
# XML allows no -- in a comment, so that a reason may also follow a colon or stand in parentheses.
_DIRECTIVE = re.compile(
    r"quizlint:\s*(?P<scope>ignore-file|ignore)\s*\[(?P<names>[^\]]*)\]"
    r"(?:\s*(?:--|[:—–])\s*(?P<reason>.*)|\s*\((?P<aside>[^)]*)\))?"
)
_CLOSING = ("-->", "*/}", "*/")
_COMMA_AFTER = re.compile(r"[ \t]*,[ \t]*")
_REST = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_NAME = re.compile(r"[^\s,]+")


class Wish(NamedTuple):
    """A suppression and what it holds for: an item's range and route, or the whole file (None)."""

    suppression: Suppression
    code: str | None  # None: it names no rule
    scope: Span | None
    route: str = ""
    entry: Ignored | None = None  # what asked for it, if the settings did

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether it silences a finding of its rule."""
        if self.scope is None:
            return True
        if self.route and (diagnostic.route + ".").startswith(self.route + "."):
            return True
        start = diagnostic.place.start
        return self.scope.start <= start < max(self.scope.end, self.scope.start + 1)


def wishes(reading: Reading, plan: Plan) -> list[Wish]:
    """All suppressions that hold for a file, from its comments and from the settings."""
    source = reading.source
    items = [item for document in reading.documents for item in document.items]
    found: list[Wish] = []
    if MARK in source.text:
        starts = [item.span.start for item in items]
        for comment in reading.comments:
            found.extend(_in_comment(source, comment, items, starts))
    for entry in plan.ignores:
        suppression = of_settings(entry, plan.today)
        code = None if suppression.expired else entry.rule
        if not entry.item:
            found.append(Wish(suppression, code, None, "", entry))
        for item in items if entry.item else ():
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
    diagnostics: Iterable[Diagnostic], held: Sequence[Wish]
) -> tuple[list[Diagnostic], set[int]]:
    """The diagnostics, suppressed where a wish says so; and which wishes (by index) did it."""
    by_code: dict[str, list[int]] = {}
    for index, wish in enumerate(held):
        if wish.code is not None:
            by_code.setdefault(wish.code, []).append(index)
    judged: list[Diagnostic] = []
    used: set[int] = set()
    for diagnostic in diagnostics:
        candidates = by_code.get(diagnostic.code, ())
        by = next((index for index in candidates if held[index].covers(diagnostic)), None)
        if by is not None:
            used.add(by)
            suppression = held[by].suppression
            diagnostic = diagnostic._replace(
                state=State.SUPPRESSED,
                reason=suppression.reason,
                by_settings=suppression.of_settings,
            )
        judged.append(diagnostic)
    return judged, used


def verdicts(
    held: Sequence[Wish], used: Container[int], ran: Callable[[str], bool]
) -> list[Suppression]:
    """The suppressions with what became of them."""
    return [
        wish.suppression._replace(
            used=index in used,
            judged=wish.suppression.expired or wish.code is None or ran(wish.code),
        )
        for index, wish in enumerate(held)
    ]


def _in_comment(
    source: Source, comment: Span, items: list[Item], starts: list[int]
) -> Iterator[Wish]:
    match = _DIRECTIVE.search(source.text, comment.start, comment.end)
    if match is None:
        return
    scope: Span | None = None
    route = ""
    if match["scope"] == "ignore":
        item = _item_for(source, comment, items, starts)
        line = source.position(comment.start).line
        scope = _line_span(source, line)
        if item is not None:
            scope, route = item.span, item.route
    reason = (match["aside"] or match["reason"] or "").strip()
    for closing in _CLOSING:
        reason = reason.removesuffix(closing).rstrip()
    for name in _NAME.finditer(source.text, match.start("names"), match.end("names")):
        rule = find(name[0])
        suppression = Suppression(
            name[0],
            Span(*name.span()),
            _whole(source.text, comment, match, Span(*name.span())),
            reason,
            known=rule is not None,
            suggestion=None if rule is not None else nearest(name[0], by_word()),
        )
        yield Wish(suppression, None if rule is None else rule.code, scope, route)


def _whole(text: str, comment: Span, directive: re.Match[str], name: Span) -> Span:
    """What to take away with a name: the comment, with its line if it has one; else a comma too."""
    names = Span(*directive.span("names"))
    if text[slice(*names)].strip() != text[slice(*name)]:
        after = _COMMA_AFTER.match(text, name.end, names.end)
        if after is not None:
            return Span(name.start, after.end())
        before = text[names.start : name.start].rstrip(" \t,")
        return Span(names.start + len(before), name.end)
    start, end = comment
    line = text.rfind("\n", 0, start) + 1
    start = line + len(text[line:start].rstrip(" \t"))
    rest = _REST.match(text, end)
    if start == line and rest is not None:
        return Span(start, rest.end())
    return Span(start, end)


def _item_for(source: Source, comment: Span, items: list[Item], starts: list[int]) -> Item | None:
    """The item a comment stands in or beside, else the next one."""
    line_start = _line_span(source, source.position(comment.start).line).start
    after = bisect_left(starts, line_start)
    previous = items[after - 1] if after else None
    if previous is not None and previous.span.end > line_start:
        return previous
    return items[after] if after < len(items) else None


def _line_span(source: Source, line: int) -> Span:
    starts = source.line_starts
    return Span(starts[line - 1], starts[line] if line < len(starts) else len(source.text))
