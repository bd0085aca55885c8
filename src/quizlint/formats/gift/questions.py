"""One block of a GIFT file as a question."""

import re
from bisect import bisect_left

from quizlint.content import BLANK, Interaction, Question
from quizlint.content.causes import Told
from quizlint.content.causes.gift import Gift
from quizlint.content.problems import FormatTrap, Syntax
from quizlint.formats.gift.answers import read_answers
from quizlint.formats.gift.blocks import QuestionBlock
from quizlint.formats.gift.spelling import CLOZE, Script, line_end
from quizlint.formats.gift.traps import check_stem, remark_behind
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.levels import LEVELS
from quizlint.text import Span, Text

_ID = re.compile(r"\[id:((?:\\\]|[^\]\r\n]){1,255}+)\]")
_LEVEL = re.compile(
    rf"\[tag:\s{{0,9}}({'|'.join(sorted(LEVELS))})\s{{0,9}}\]",
    re.IGNORECASE,
)


class Remarks:
    """What comments say of the questions that they stand at: `[id:…]` and `[tag:…]`."""

    __slots__ = ("_found", "_starts")

    def __init__(self, script: Script) -> None:
        self._found = [
            comment for comment in script.comments if script.text.find("[", *comment) >= 0
        ]
        self._starts = [comment.start for comment in self._found]

    def of(self, script: Script, area: Span) -> tuple[Text | None, Text | None]:
        """The id and the level that comments in a range give."""
        if not self._starts:
            return None, None
        identity = level = None
        for index in range(*(bisect_left(self._starts, at) for at in area)):
            identity = identity or _said(_ID, script, self._found[index])
            level = level or _said(_LEVEL, script, self._found[index])
        return identity, level


def _said(pattern: re.Pattern[str], script: Script, comment: Span) -> Text | None:
    found = pattern.search(script.text, *comment)
    if found is None or found[1].isspace():
        return None
    start = found.start(1) + len(found[1]) - len(found[1].lstrip())
    return Text(found[1].strip(), Span(start, start + len(found[1].strip())), script.text)


def read_block(
    script: Script, block: QuestionBlock, remarks: Remarks, named: bool, route: str, desk: Desk
) -> Question | None:
    """The question of a block, or None for one that cannot be told.

    `named`: its title is its own, so that it serves as an id.
    """
    problem = _problem(block)
    if problem is not None:
        at, told = problem
        lost = block.opened < 0 <= block.closed
        skipped = Span(block.start, block.end) if lost else None
        span = (
            Span(at, at + 1)
            if at != block.blank
            else Span(at, line_end(script.mask, at, block.end))
        )
        desk.note(Syntax(span, told, skipped, route="" if lost else route))
        if lost:
            return None
    elif block.loose:
        colons = Span(block.start, block.start + 2)
        desk.note(FormatTrap(colons, Gift.LOOSE_TITLE.of(), route=route))
    titled = block.title.start > block.start
    check_stem(
        script, block.body, block.end if block.opened < 0 else block.opened, titled, route, desk
    )
    question = Drafted(Span(block.start, block.end), route=route)
    question.order_meaningful = False  # Moodle shuffles unless told otherwise, which GIFT cannot
    if block.opened < 0:  # a text to be read, between questions
        question.stem = script.formatted(block.body, block.end, block.start)
        question.interaction = Interaction.UNSUPPORTED
        question.scored = False
    else:
        if problem is None and not block.loose:
            _check_behind(script, block, route, desk)
        question.stem = _stem(script, block)
        end = block.closed if block.closed >= 0 else block.end
        read_answers(script, block.opened + 1, end, question, desk)
    identity, level = remarks.of(script, block.area)
    said = [each.span for each in (identity, level) if each is not None]
    question.span = Span(
        min([block.start, *(each.start for each in said)]),
        max([block.end, *(each.end for each in said)]),
    )
    title = script.leaf(*block.title, block.start) if block.title.start < block.title.end else None
    question.id = identity if title is None or not named else title
    question.difficulty = level
    return finish(question, desk)


def _problem(block: QuestionBlock) -> tuple[int, Told] | None:
    """What keeps Moodle from reading a block, and where."""
    if block.opened < 0 <= block.closed:
        return block.closed, Gift.CLOSED_UNOPENED.of()
    if block.blank >= 0:
        return block.blank, Gift.BLANK_LINE.of()
    if block.opened >= 0 and block.closed < 0:
        return block.opened, Gift.OPEN_UNCLOSED.of()
    return None


def _check_behind(script: Script, block: QuestionBlock, route: str, desk: Desk) -> None:
    """Note a remark behind the answers, and braces that Moodle takes for text or their end."""
    if remark_behind(script, block.closed, block.end, route, desk):
        block.end = block.closed + 1
        return
    mask = script.mask
    if CLOZE.match(mask, block.opened + 1, block.closed):
        place = Span(block.opened, block.closed + 1)
        desk.note(FormatTrap(place, Gift.CLOZE.of(), route=route))
        return
    places = (
        mask.find("}", block.body, block.opened),
        mask.find("{", block.opened + 1, block.closed),
        mask.find("{", block.closed + 1, block.end),
        mask.find("}", block.closed + 1, block.end),
    )
    at = min((place for place in places if place >= 0), default=-1)
    if at >= 0:
        desk.note(FormatTrap(Span(at, at + 1), Gift.BRACE_TOO_MANY.of(), route=route))


def _stem(script: Script, block: QuestionBlock) -> Text:
    """The stem, with a blank where it goes on behind the answers."""
    start = script.behind_format(block.body, block.opened)
    start, before = script.trim(start, block.opened)
    if block.closed < 0 or block.closed + 1 == block.end:
        return script.leaf(start, before, block.opened)
    # As Moodle decides it: what ends with a brace has no blank, whichever brace that is.
    blank = "" if script.mask[block.end - 1] == "}" else BLANK
    if start == before:
        start = block.opened
    return script.gapped(start, block.end, block.opened, block.closed + 1, blank)
