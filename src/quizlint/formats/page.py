"""The text of a published cheat-sheet page, as copied or captured from a browser.

Cards are a level, a front and a back before an invitation to reveal the answer; options are lines
that a letter is glued to; prompts and their hints stand before a count of concepts. The page has no
keys: those stand in a sidecar file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizlint.content import (
    Card,
    Document,
    Item,
    Key,
    KeyState,
    Option,
    Prompt,
    Question,
    Reading,
)
from quizlint.content.problems import MissingField
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.text import Source, Span, Text

name = "page"
suffixes = CATALOGUE[name].suffixes

_LINE = re.compile(r"[^\r\n]+")
_REVEAL = re.compile(r"(?:click|tap|press|hover) to (?:reveal|show|see|flip)\b.*", re.IGNORECASE)
_LEVEL = re.compile(
    r"beginner|intermediate|advanced|basic|easy|medium|hard|difficult|expert|elementary",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"you (?:got|named|covered|mentioned) *\d* */ *(?P<count>\d{1,3}) concepts?\b.*", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?P<title>\S.*?)\s+[-–—|]\s+(?:cheat ?sheet|quick revision|revision|flash ?cards)\b.*",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"(?P<topic>.*?)\s*~\s*(?P<minutes>\d{1,3}) ?min(?:ute)?s?\b.*", re.IGNORECASE)
_CHROME = re.compile(
    r"\d+|choose your learning style.*|\d+ modes? available|recall (?:&|and) review|show answer"
    r"|check (?:your )?answers?|next|previous|submit|try again|learn|share|bookmark",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?P<label>[A-Z])(?:[).:][ \t]*)?(?P<text>\S.*)")
_MAX_OPTIONS = 8
_MAX_HEAD = 300  # characters of a title or topic line

NOT_A_PAGE = "it is text without the marks of a cheat-sheet page"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(slots=True)
class _Page:
    """A page under way."""

    source: str
    desk: Desk
    items: list[Item] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def route(self, kind: str) -> str:
        return f"{kind}[{self.counts.get(kind, 0)}]"

    def add(self, kind: str, item: Item) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.items.append(item)

    def leaf(self, first: _Line, last: _Line | None = None) -> Text:
        end = (last or first).end
        return Text(self.source[first.start : end], Span(first.start, end), self.source)


def sniff(name: str, head: str) -> float:
    """By the marks of such a page near the beginning; no other text file is claimed."""
    suffix = "." + name.lower().rpartition("/")[2].rpartition(".")[2]
    if suffix not in suffixes and "." in name.rpartition("/")[2]:
        return 0.0
    lines = _lines(head)
    reveals = sum(_REVEAL.fullmatch(line.text) is not None for line in lines)
    levels = sum(_LEVEL.fullmatch(line.text) is not None for line in lines)
    counts = any(_COUNT.fullmatch(line.text) for line in lines)
    options = any(_run(lines, at) for at in range(len(lines)))
    titled = any(len(line.text) < _MAX_HEAD and _TITLE.fullmatch(line.text) for line in lines[:12])
    signs = bool(reveals) + bool(reveals and levels) + counts + options + titled
    return 0.9 if signs > 2 else 0.6 if signs > 1 and (reveals or counts or titled) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Everything on the page. Lines that belong to no item are left out."""
    page = _Page(source.text, Desk(source.text))
    lines = _lines(source.text)
    title, topic, minutes, rest = _head(page, lines)
    pending: list[_Line] = []
    at = rest
    while at < len(lines):
        line = lines[at]
        options = _run(lines, at) if pending else 0
        if options and _in_card(lines, at, pending):
            options = 0
        if _REVEAL.fullmatch(line.text):
            _card(page, pending)
            pending = []
        elif match := _COUNT.fullmatch(line.text):
            _prompt(page, pending, line, match)
            pending = []
        elif options:
            _question(page, pending, lines[at : at + options])
            pending = []
            at += options - 1
        elif _CHROME.fullmatch(line.text) and not _continues(lines, at, pending):
            pending = [] if not pending or not _is_level(pending[0]) else pending
        else:
            pending.append(line)
        at += 1
    if not page.items:
        return Reading(problems=tuple(page.desk.problems), skipped=NOT_A_PAGE)
    document = Document(
        items=tuple(page.items),
        span=Span(lines[0].start, lines[-1].end),
        kind="cheat-sheet",
        title=title,
        topic=topic,
        minutes=minutes,
        keys_elsewhere=any(isinstance(item, Question) for item in page.items),
    )
    return Reading((document,), tuple(page.desk.problems))


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, without the space around them."""
    lines = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            lines.append(_Line(start, start + len(words), words))
    return lines


def _head(page: _Page, lines: Sequence[_Line]) -> tuple[Text | None, Text | None, Text | None, int]:
    """Title, topic and minutes, and the number of the first line after them."""
    found: dict[str, tuple[int, re.Match[str]]] = {}
    for at, line in enumerate(lines):
        if at > 12 or _is_level(line) or _REVEAL.fullmatch(line.text):
            break
        for part, pattern in (("title", _TITLE), ("topic", _TOPIC)):
            match = pattern.fullmatch(line.text) if len(line.text) < _MAX_HEAD else None
            if match is not None and part not in found:
                found[part] = at, match
    rest = max((at + 1 for at, _ in found.values()), default=0)
    title = topic = minutes = None
    if "title" in found:
        at, match = found["title"]
        title = page.leaf(lines[at]).slice(*match.span("title"))
    if "topic" in found:
        at, match = found["topic"]
        whole = page.leaf(lines[at])
        words = match["topic"]
        if words:
            topic = whole.slice(0, _without_slug(words, title.value if title else ""))
        minutes = whole.slice(*match.span("minutes"))
    return title, topic, minutes, rest


def _without_slug(words: str, title: str) -> int:
    """How much of a topic line the title has too: the page glues a short name behind it."""
    for end in range(len(words), len(words) // 2, -1):
        if words[:end] in title and not words[:end].endswith(" "):
            return end
    return len(words)


def _is_level(line: _Line) -> bool:
    return _LEVEL.fullmatch(line.text) is not None


def _in_card(lines: Sequence[_Line], at: int, pending: Sequence[_Line]) -> bool:
    """Whether a line stands between a card's level and the invitation to reveal its back."""
    if not _is_level(pending[0]):
        return False
    for index in range(at, len(lines)):
        line = lines[index]
        if _REVEAL.fullmatch(line.text):
            return True
        if _is_level(line) or _COUNT.fullmatch(line.text):
            return False
    return False


def _continues(lines: Sequence[_Line], at: int, pending: Sequence[_Line]) -> bool:
    """Whether a line that looks like a page's furniture is a side of a card."""
    return bool(pending) and _in_card(lines, at, pending)


def _run(lines: Sequence[_Line], at: int) -> int:
    """The number of options that begin at a line, 0 where it begins none.

    Prose may begin with the same letters. So two lines are options only where a letter stands
    before something that is no small letter; longer runs, where all or none have a space behind it.
    """
    count = 0
    spaced = lower = 0
    while at + count < len(lines) and count < _MAX_OPTIONS:
        words = lines[at + count].text
        if words[0] != chr(ord("A") + count) or len(words) < 2:
            break
        if count > 1 and words[1].islower() and not lower:  # "Explain …" after option D
            break
        spaced += words[1].isspace()
        lower += words[1].islower()
        count += 1
    if count < 2 or spaced not in (0, count):
        return 0
    return count if count > 2 or not (lower or spaced) else 0


def _card(page: _Page, pending: Sequence[_Line]) -> None:
    route = page.route("cards")
    begins = next((i for i in reversed(range(len(pending))) if _is_level(pending[i])), None)
    if begins is None:
        level, sides = None, pending[-2:]
    else:
        level, sides = pending[begins], pending[begins + 1 :]
    if len(sides) < 2:
        if sides or level is not None:
            at = (sides[0] if sides else pending[-1]).span
            page.desk.note(MissingField(at, "back" if sides else "front", "card", route=route))
        return
    first = level or sides[0]
    card = Card(
        span=Span(first.start, sides[-1].end),
        route=route,
        difficulty=None if level is None else page.leaf(level),
        front=page.leaf(sides[0]),
        back=page.leaf(sides[1], sides[-1]),
    )
    page.add("cards", card)


def _question(page: _Page, pending: Sequence[_Line], lines: Sequence[_Line]) -> None:
    start, level = pending[0].start, None
    if len(pending) > 1 and _is_level(pending[0]):
        level, pending = page.leaf(pending[0]), pending[1:]
    options = []
    for line in lines:
        match = _GLUED.fullmatch(line.text)
        words = page.leaf(line)
        begin = 1 if match is None else match.start("text")
        options.append(Option(words.slice(begin, len(line.text)), line.span, words.slice(0, 1)))
    question = Drafted(
        Span(start, lines[-1].end),
        stem=page.leaf(pending[0], pending[-1]),
        route=page.route("questions"),
        difficulty=level,
        options=options,
        key=Key(KeyState.ELSEWHERE),
    )
    page.add("questions", finish(question, page.desk))


def _prompt(page: _Page, pending: Sequence[_Line], line: _Line, match: re.Match[str]) -> None:
    route = page.route("prompts")
    if not pending:
        page.desk.note(MissingField(line.span, "prompt", "prompt", route=route))
        return
    start, level = pending[0].start, None
    if len(pending) > 1 and _is_level(pending[0]):
        level, pending = page.leaf(pending[0]), pending[1:]
    prompt = Prompt(
        span=Span(start, line.end),
        route=route,
        difficulty=level,
        prompt=page.leaf(pending[0]),
        hint=page.leaf(pending[1], pending[-1]) if len(pending) > 1 else None,
        stated_concepts=int(match["count"]),
        stated_span=line.span,
    )
    page.add("prompts", prompt)
