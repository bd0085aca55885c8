"""R/exams exercises in R Markdown: sections under headings, programs in fences."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from quizlint.content import BLANK
from quizlint.formats.rexams.pieces import Exercise, Region
from quizlint.text import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"[ \t]*(```+|~~~+)[ \t]*(\{?)")
_NAME = re.compile(r"(Question|Solution|Meta-?information|Answerlist)[ \t]*", re.IGNORECASE)
_ATX = re.compile(
    r"#{1,6}[ \t]+(Question|Solution|Meta-?information|Answerlist)[ \t#]*", re.IGNORECASE
)
_UNDERLINE = re.compile(r"[ \t]*(?:={2,}|-{2,})[ \t]*")
_META = re.compile(r"(ex[a-z]+)(?:\[[^\]\r\n]*\])?[ \t]*:[ \t]*")
_KNOWN_META = frozenset(
    "exname extitle extype exsection exsolution exshuffle extol exclozetype exstringtype "
    "exversion exextra expoints extime exdate exauthor exmaxchars exsingle exabstention "
    "exextra exident".split()
)
_BULLET = re.compile(r"[*+-](?:[ \t]+|$)")
_INLINE = re.compile(r"`\{?r\}?[ \t][^`\r\n]*`")
_GAP = re.compile(r"##ANSWER[0-9]{1,4}##")


@dataclass(slots=True, eq=False)
class _Section:
    """What stands under one heading. `body` is where it begins behind the heading's lines."""

    name: str
    start: int
    body: int
    end: int
    chunks: list[tuple[int, int]] = field(default_factory=list)
    bullets: list[tuple[int, int]] = field(default_factory=list)


def exercises(source: str) -> list[Exercise]:
    """The exercises of a file, mostly one."""
    sections, meta = _sections(source)
    found: list[Exercise] = []
    part = ""
    for section in sections:
        if section.name == "question":
            start = 0 if not found else section.start
            found.append(Exercise(start, section.end, _region(source, section)))
            found[-1].whole = _region(source, section, gaps=True)
        if not found:
            continue
        exercise = found[-1]
        exercise.end = section.end
        if section.name == "solution":
            exercise.solution = exercise.solution or _region(source, section)
        elif section.name == "answerlist" and part == "question":
            exercise.items = _items(source, section)
            exercise.question.computed |= not exercise.items and bool(section.chunks)
            _extend(source, exercise, section)
        elif section.name == "answerlist" and part == "solution":
            exercise.told = _items(source, section)
        if section.name != "answerlist":
            part = section.name
    starts = [each.start for each in found]
    for name, value, at in meta:
        if found:
            owner = found[bisect_right(starts, at) - 1]
            owner.meta.setdefault(name, value)
            owner.end = max(owner.end, value.end)
    return found


def _sections(source: str) -> tuple[list[_Section], list[tuple[str, Span, int]]]:
    """The sections with known headings, and the lines of meta-information."""
    lines = [match.span(1) for match in _LINE.finditer(source)]
    sections: list[_Section] = []
    meta: list[tuple[str, Span, int]] = []
    at = 0
    while at < len(lines):
        start, end = lines[at]
        current = sections[-1] if sections else None
        name, behind = _heading(source, lines, at)
        if name:
            if current is not None:
                current.end = min(current.end, start)
            sections.append(_Section(name, start, lines[behind - 1][1], len(source)))
            at = behind
            continue
        fence = _FENCE.match(source, start, end)
        if fence is not None:
            close = _closing(source, lines, at + 1, fence[1])
            if fence[2] and current is not None:
                current.chunks.append((start, lines[close - 1][1]))
            at = close
            continue
        value = _META.match(source, start, end) if source.startswith("ex", start) else None
        if value is not None and value[1] in _KNOWN_META:
            stop = max(value.end(), start + len(source[start:end].rstrip()))
            meta.append((value[1], Span(value.end(), stop), start))
            if current is not None:
                current.end = min(current.end, start)
        elif current is not None and (bullet := _BULLET.match(source, start, end)):
            current.bullets.append(bullet.span())
        at += 1
    return sections, meta


def _heading(source: str, lines: list[tuple[int, int]], at: int) -> tuple[str, int]:
    """The heading at a line, and the number of the line behind it; an empty name for none."""
    start, end = lines[at]
    found = _ATX.fullmatch(source, start, end)
    behind = at + 1
    if found is None and at + 1 < len(lines) and _UNDERLINE.fullmatch(source, *lines[at + 1]):
        found = _NAME.fullmatch(source, start, end)
        behind = at + 2
    if found is None:
        return "", at
    return found[1].lower().replace("-", ""), behind


def _closing(source: str, lines: list[tuple[int, int]], at: int, fence: str) -> int:
    """The number of the line behind a fenced block."""
    while at < len(lines):
        words = source[slice(*lines[at])].strip()
        at += 1
        if words.startswith(fence) and not words.strip(fence[0]):
            break
    return at


def _region(source: str, section: _Section, *, gaps: bool = False) -> Region:
    """The text of a section without its programs."""
    start, end = section.body, max(section.body, section.end)
    holes = [(begin, stop, "") for begin, stop in section.chunks if begin < end]
    if gaps:
        holes += [(*gap.span(), BLANK) for gap in _GAP.finditer(source, start, end)]
        holes.sort()
        holes = [hole for hole in holes if not hole[2] or not _inside(hole[0], section.chunks)]
    computed = bool(section.chunks) or _INLINE.search(source, start, end) is not None
    return Region(start, end, holes, computed)


def _inside(at: int, ranges: list[tuple[int, int]]) -> bool:
    index = bisect_right(ranges, (at, at)) - 1
    return index >= 0 and ranges[index][0] <= at < ranges[index][1]


def _items(source: str, section: _Section) -> list[Region]:
    """The items of a list; none where a program writes them."""
    bullets = [each for each in section.bullets if each[0] < section.end]
    if not bullets:
        return []
    found = []
    ends = [*(start for start, _ in bullets[1:]), section.end]
    for (start, body), end in zip(bullets, ends, strict=True):
        holes = [(begin, stop, "") for begin, stop in section.chunks if start <= begin < end]
        computed = bool(holes) or _INLINE.search(source, start, end) is not None
        found.append(Region(min(body, end), end, holes, computed))
    return found


def _extend(source: str, exercise: Exercise, section: _Section) -> None:
    """Give the whole of a question its list, whose heading is not shown."""
    assert exercise.whole is not None
    listed = _region(source, section, gaps=True)
    whole = exercise.whole
    whole.holes += [(section.start, section.body, "\n"), *listed.holes]
    whole.computed |= listed.computed
    whole.end = max(whole.end, listed.end)
