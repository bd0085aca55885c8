"""The blocks of a GIFT file, which blank lines part, in groups by category."""

import re
from dataclasses import dataclass, field

from quizlint.content import ProblemKind
from quizlint.formats.data.desk import Desk
from quizlint.formats.gift.spelling import Script, line_end
from quizlint.text import Span, Text

CATEGORY = "$CATEGORY:"
_BLANK_LINES = re.compile(r"(?:\r\n?+|\n)(?:[ \t\v]*+(?:\r\n?+|\n))++")
_PATH_START = re.compile(r"(?:\$\w+\$/)?(?:top/)?")


_Range = tuple[int, int, Span]


@dataclass(slots=True, eq=False)
class Block:
    """One question's range, its title's (empty where there is none) and where its stem begins.

    `opened` and `closed` are the offsets of its braces: of the first that opens and the first after
    it that closes, each negative where there is none. `blank` is where the text goes on behind a
    blank line inside the braces, `loose` tells of a title that is not closed. `area` is all between
    two blank lines: the comments in it are about this question.
    """

    start: int
    end: int
    area: Span
    title: Span
    body: int
    opened: int = -1
    closed: int = -1
    blank: int = -1
    loose: bool = False


@dataclass(slots=True, eq=False)
class Group:
    """The blocks under one category."""

    topic: Text | None = None
    blocks: list[Block] = field(default_factory=list)


def split(script: Script, desk: Desk) -> list[Group]:
    """The groups that have a block. What a category swallows is noted, and read all the same."""
    groups = [Group()]
    ranges = _ranges(script)
    at = 0
    while at < len(ranges):
        start, end, area = ranges[at]
        at += 1
        if script.mask.startswith(CATEGORY, start):
            line = line_end(script.mask, start, end)
            groups.append(Group(_topic(script, start + len(CATEGORY), line)))
            start, end = script.trim(line, end)
            if start == end:
                continue
            desk.note(
                ProblemKind.SYNTAX,
                Span(start, line_end(script.mask, start, end)),
                "",
                message="Moodle takes this for part of the category's name; "
                "leave a blank line before it",
                skipped=None,
            )
        block = _block(script, start, end, area)
        if block.opened >= 0 and block.closed < 0:
            at = _join(script, block, ranges, at)
        groups[-1].blocks.append(block)
    return [group for group in groups if group.blocks]


def _ranges(script: Script) -> list[_Range]:
    """What blank lines part and is more than comments: without them, and with them."""
    areas = []
    at = 0
    for gap in _BLANK_LINES.finditer(script.text):
        areas.append(Span(at, gap.start()))
        at = gap.end()
    areas.append(Span(at, len(script.text)))
    found = [(*script.trim(*area), area) for area in areas]
    return [each for each in found if each[0] < each[1]]


def _block(script: Script, start: int, end: int, area: Span) -> Block:
    mask = script.mask
    block = Block(start, end, area, Span(start, start), start)
    if mask.startswith("::", start):
        close = mask.find("::", start + 2, end)
        block.loose = close < 0
        block.body = start + 2
        if close >= 0:
            block.title = Span(*script.trim(start + 2, close))
            block.body = close + 2
    block.opened = mask.find("{", block.body, end)
    block.closed = mask.find("}", max(block.opened, block.body), end)
    return block


def _join(script: Script, block: Block, ranges: list[_Range], at: int) -> int:
    """Give a block whose brace is open the ranges up to the one that closes it.

    Nothing is joined when another question begins before. Returns the index of the next range.
    """
    mask = script.mask
    for index in range(at, len(ranges)):
        start, end, area = ranges[index]
        if mask.startswith(("::", CATEGORY), start):
            break
        opened, closed = mask.find("{", start, end), mask.find("}", start, end)
        if closed >= 0 and not 0 <= opened < closed:
            block.end, block.closed, block.blank = end, closed, ranges[at][0]
            block.area = Span(block.area.start, area.end)
            return index + 1
        if opened >= 0:
            break
    return at


def _topic(script: Script, start: int, end: int) -> Text | None:
    """The path of a category, without the part that says where in Moodle it hangs."""
    start, end = script.trim(start, end)
    prefix = _PATH_START.match(script.text, start, end)
    start = prefix.end() if prefix is not None else start
    return script.leaf(start, end, start) if start < end else None
