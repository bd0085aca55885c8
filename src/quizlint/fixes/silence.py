"""Suppressions written at the places of findings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizlint.content import Reading
from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, State
from quizlint.engine.targets import Disk, Target
from quizlint.fixes.edits import encoded
from quizlint.fixes.mend import Looked, look_at, refusal
from quizlint.formats import row_of
from quizlint.formats.silencing import comment_for

_INDENT = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Wish(NamedTuple):
    """What is to be silenced: the rules of an item, or of the whole file where there is none."""

    route: str
    rules: tuple[str, ...]
    item: str
    findings: int


@dataclass
class Silenced:
    """A file before and after; the wishes that stand in it now, and those that cannot."""

    target: Target
    before: bytes
    after: bytes
    done: list[Wish] = field(default_factory=list)
    left: list[Wish] = field(default_factory=list)
    why_not: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.after != self.before


def silence(
    target: Target, plan: Plan, reason: str, wanted: Callable[[Diagnostic], bool]
) -> Silenced:
    """A file with a comment beside each item about which something wanted is found.

    A comment is kept only if the file then reads as before and the findings are silent. Raises
    OSError if the file cannot be opened.
    """
    data = Disk().load(target).data
    looked = look_at(target, plan, data)
    silenced = Silenced(target, data, data)
    wishes = list(_wishes(looked, wanted))
    if not wishes:
        return silenced
    silenced.why_not = refusal(target, looked)
    if silenced.why_not:
        return silenced
    _Silencer(target, plan, reason, silenced).write(looked, wishes)
    return silenced


@dataclass
class _Silencer:
    """Writes as many comments at once as do no harm."""

    target: Target
    plan: Plan
    reason: str
    silenced: Silenced

    def write(self, looked: Looked, wishes: list[Wish]) -> Looked:
        """The file with comments for all wishes for which one can stand."""
        for way in range(len(WAYS) if len(wishes) == 1 else 1):
            data = self._with_comments(looked, wishes, WAYS[way])
            then = looked if data is None else look_at(self.target, self.plan, data)
            if data is None or not _reads_alike(looked.reading, then.reading):
                continue
            if not any(_speaks(then.diagnostics, wish) for wish in wishes):
                self.silenced.after = then.data
                self.silenced.done += wishes
                return then
        if len(wishes) == 1:
            self.silenced.left += wishes
            return looked
        half = len(wishes) // 2
        return self.write(self.write(looked, wishes[:half]), wishes[half:])

    def _with_comments(self, looked: Looked, wishes: list[Wish], way: "Way") -> bytes | None:
        """The bytes of a file with a comment before each item; None where one cannot stand."""
        text, places = looked.reading.source.text, _spans(looked.reading)
        row = row_of(looked.reading.format)
        made = []
        for wish in wishes:
            whole = wish.route not in places
            comment = comment_for(row, self.target.shown, wish.rules, self.reason, whole=whole)
            if comment is None:
                return None
            made.append(way(text, places.get(wish.route, 0), comment))
        pieces, at = [], 0
        for start, written in sorted(made):
            pieces += [text[at:start], written]
            at = start
        return encoded("".join([*pieces, text[at:]]), looked.data)


Way = Callable[[str, int, str], tuple[int, str]]
"""Where a comment goes before an offset, and what to put there."""


def _on_its_line(text: str, start: int, comment: str) -> tuple[int, str]:
    line, indent = _line(text, start)
    return line, f"{indent}{comment}{_newline(text)}"


def _apart(text: str, start: int, comment: str) -> tuple[int, str]:
    line, indent = _line(text, start)
    return line, f"{indent}{comment}{_newline(text) * 2}"


def _before(text: str, start: int, comment: str) -> tuple[int, str]:
    return start, f"{comment}{_newline(text)}"


WAYS: tuple[Way, ...] = (_on_its_line, _apart, _before)
"""From the most usual: a line of its own, such a line with an empty one below, in the line."""


def _line(text: str, start: int) -> tuple[int, str]:
    """Where the line of an offset begins, and what indents it."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    indent = _INDENT.match(text, line)
    return line, "" if indent is None else indent[0]


def _newline(text: str) -> str:
    end = _LINE_END.search(text)
    return "\n" if end is None else end[0]


def _wishes(looked: Looked, wanted: Callable[[Diagnostic], bool]) -> Iterator[Wish]:
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in looked.diagnostics:
        if diagnostic.state is State.NEW and wanted(diagnostic):
            route = diagnostic.ref.route if diagnostic.ref is not None else ""
            found.setdefault(route, []).append(diagnostic)
    for route, about in found.items():
        rules = tuple(dict.fromkeys(each.rule for each in about))
        yield Wish(route, rules, about[0].item, len(about))


def _spans(reading: Reading) -> Mapping[str, int]:
    return {item.route: item.span.start for each in reading.documents for item in each.items}


def _reads_alike(before: Reading, after: Reading) -> bool:
    """Whether the same items with the same texts are read."""
    return not after.failed and after.skipped is None and _told(before) == _told(after)


def _told(reading: Reading) -> list[tuple[str, str]]:
    from quizlint.content.leaves import leaves

    return [
        (f"{item.route}.{name}", text.value)
        for document in reading.documents
        for item in document.items
        for name, text in leaves(item)
    ]


def _speaks(diagnostics: Iterable[Diagnostic], wish: Wish) -> bool:
    """Whether any of the findings is still there."""
    return any(
        each.state is State.NEW
        and each.rule in wish.rules
        and (each.ref.route if each.ref is not None else "") == wish.route
        for each in diagnostics
    )
