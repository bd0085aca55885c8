"""The blocks of a GIFT file, which blank lines part, in groups by category."""

import re
from collections import deque
from dataclasses import dataclass, field

from quizlint.content.causes.gift import Gift
from quizlint.content.problems import FormatTrap
from quizlint.formats.gift.spelling import CLOZE, Script, line_break, line_end
from quizlint.formats.kit.desk import Desk
from quizlint.text import Span, Text

CATEGORY = "$CATEGORY:"
_BLANK_LINES = re.compile(r"(?:\r\n?+|\n)(?:[ \t\v]*+(?:\r\n?+|\n))++")
_SPACE = re.compile(r"\s*+")
_PATH_START = re.compile(r"(?:\$\w+\$/)?(?:top/)?")


_Range = tuple[int, int, Span]


@dataclass(slots=True, eq=False)
class QuestionBlock:
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
    blocks: list[QuestionBlock] = field(default_factory=list)


def split(script: Script, desk: Desk) -> list[Group]:
    """The groups that have a block. What a category swallows is noted, and read all the same."""
    groups = [Group()]
    ranges = deque(_ranges(script))
    while ranges:
        start, end, area = ranges.popleft()
        if script.mask.startswith(CATEGORY, start):
            line = line_end(script.mask, start, end)
            groups.append(Group(_topic(script, start + len(CATEGORY), line)))
            start = _behind_space(script, line, end)
            if start == end:
                continue
            _note_blank_line(script, start, end, Gift.IN_CATEGORY, desk)
        block = _block(script, start, end, area)
        following = _following(script, block)
        if following >= 0:
            ranges.appendleft((following, end, Span(following, area.end)))
            block.end = script.trim(start, following)[1]
            block.area = Span(area.start, following)
            _note_blank_line(script, following, end, Gift.IN_QUESTION_BEFORE, desk)
        if block.opened >= 0 and block.closed < 0:
            _join(script, block, ranges)
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


def _block(script: Script, start: int, end: int, area: Span) -> QuestionBlock:
    mask = script.mask
    block = QuestionBlock(start, end, area, Span(start, start), start)
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


_NEXT = re.compile(r"[ \t]*+(?:[\r\n]++[ \t]*+)(?=::|\$CATEGORY:|[^\r\n{}]*\{)")


def _following(script: Script, block: QuestionBlock) -> int:
    """Where another question begins in a block, on a line behind the answers; or negative."""
    if not 0 <= block.opened < block.closed:
        return -1
    mask = script.mask
    found = _NEXT.match(mask, block.closed + 1, block.end)
    if found is None or CLOZE.match(mask, block.opened + 1, block.closed):
        return -1
    return found.end()


def _behind_space(script: Script, start: int, end: int) -> int:
    found = _SPACE.match(script.mask, start, end)
    return start if found is None else found.end()


def _note_blank_line(script: Script, start: int, end: int, cause: Gift, desk: Desk) -> None:
    """Note a line before which a blank one is missing."""
    line = Span(start, line_end(script.mask, start, max(start + 1, end)))
    fixed = line_break(script.text) + script.text[slice(*line)]
    desk.note(FormatTrap(line, cause.of(), fixed, safe=True))


def _join(script: Script, block: QuestionBlock, ranges: deque[_Range]) -> None:
    """Give a block whose brace is open the ranges up to the one that closes it.

    Nothing is joined when another question begins before.
    """
    mask = script.mask
    for index, (start, end, area) in enumerate(ranges):
        if mask.startswith(("::", CATEGORY), start):
            return
        opened, closed = mask.find("{", start, end), mask.find("}", start, end)
        if closed >= 0 and not 0 <= opened < closed:
            block.end, block.closed, block.blank = end, closed, ranges[0][0]
            block.area = Span(block.area.start, area.end)
            for _ in range(index + 1):
                ranges.popleft()
            return
        if opened >= 0:
            return


def _topic(script: Script, start: int, end: int) -> Text | None:
    """The path of a category, without the part that says where in Moodle it hangs."""
    start, end = script.trim(start, end)
    prefix = _PATH_START.match(script.text, start, end)
    start = prefix.end() if prefix is not None else start
    return script.leaf(start, end, start) if start < end else None
