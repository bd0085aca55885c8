"""What stands between the braces of a GIFT question, read as Moodle reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizlint.content import Interaction, Option
from quizlint.content.causes.gift import Gift
from quizlint.content.problems import Expected, FormatTrap, Syntax, WrongType
from quizlint.formats.gift.spelling import CLOZE, Script
from quizlint.formats.gift.traps import (
    NONE,
    check_general,
    misshapen_weight,
    plain_signs,
    warn_of_truth,
    weight_behind_key,
)
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.keys import accepted
from quizlint.text import Span, Text

TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
"""Only these, in capitals; Moodle compares any other word with what learners type."""

FULL = 100.0
_MARK = re.compile(r"[~=]")
_EQUALS = re.compile("=")
_WEIGHT = re.compile(r"%(-*[0-9]++(?:\.[0-9]*+)?)%")
_NUMBER = re.compile(r"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?")


@dataclass(slots=True, eq=False)
class _Piece:
    """One answer: its mark (empty for text before the first), where it stands, and its weight."""

    mark: str
    at: int
    start: int
    end: int
    weight: float | None = None

    @property
    def span(self) -> Span:
        return Span(self.at, self.end)


def read_answers(script: Script, start: int, end: int, question: Drafted, desk: Desk) -> None:
    """Tell from a range, the inside of the braces, how a question is answered and what is right."""
    mask, route = script.mask, question.route
    general = mask.rfind("####", start, end)
    if general >= 0:
        check_general(script, start, general, end, route, desk)
        question.rationale = script.remark(general + 4, end)
        end = general
    start, end = script.trim(start, end)
    if start == end:
        question.interaction = Interaction.TEXT
    elif mask[start] == "#":
        _numeric(script, start + 1, end, question, desk)
    elif CLOZE.match(mask, start, end):
        question.interaction = Interaction.CLOZE
    else:
        inside = _Inside(script, start, end, route, desk)
        if inside.holds("~"):
            _choice(inside, question)
        elif inside.holds("=") and mask.find("->", start, end) >= 0:
            _match(inside, question)
        elif not _truth(script, start, end, question):
            _typed(Interaction.TEXT, _responses(inside), question)
            warn_of_truth(script, start, end, route, desk)


class _Inside:
    """What stands between the braces: a range of the script, and the signs in it that are text."""

    __slots__ = ("desk", "end", "plain", "route", "script", "start")

    def __init__(
        self, script: Script, start: int, end: int, route: str, desk: Desk, *, signs: bool = True
    ) -> None:
        self.script = script
        self.start, self.end = start, end
        self.route, self.desk = route, desk
        self.plain = plain_signs(script, start, end, route, desk) if signs else NONE

    def holds(self, mark: str) -> bool:
        """Whether a mark is there that begins an answer."""
        return self.find(mark, self.start, self.end) >= 0

    def find(self, sign: str, start: int, end: int) -> int:
        """The first place of a sign that is no text, or a negative number."""
        at = self.script.mask.find(sign, start, end)
        while at in self.plain:
            at = self.script.mask.find(sign, at + 1, end)
        return at

    def pieces(self, marks: re.Pattern[str]) -> Iterator[_Piece]:
        """The answers, each up to the next mark."""
        script, plain = self.script, self.plain
        mark, at, begin = "", self.start, self.start
        for found in marks.finditer(script.mask, begin, self.end):
            here = found.start()
            if here in plain:
                continue
            if mark or script.trim(begin, here)[0] < here:
                yield _Piece(mark, at, *_within(script, begin, here))
            mark, at, begin = found[0], here, found.end()
        yield _Piece(mark, at, *_within(script, begin, self.end))

    def option(self, piece: _Piece, *, correct: bool) -> Option:
        """An answer with what is said about it."""
        script = self.script
        told = self.find("#", piece.start, piece.end)
        end = piece.end if told < 0 else told
        text = script.formatted(piece.start, end, piece.at)
        feedback = None if told < 0 else script.remark(told + 1, piece.end)
        return Option(text, piece.span, None, correct, feedback, piece.weight)

    def weigh(self, piece: _Piece) -> None:
        """Tell a weight (`%50%`) from the answer behind it. One that is no number stays text."""
        script = self.script
        if piece.start == piece.end or script.mask[piece.start] != "%":
            return
        found = _WEIGHT.match(script.mask, piece.start, piece.end)
        if found is not None and found[1].count("-") < 2 and len(found[1]) < 40:
            piece.weight = float(found[1])
            piece.start = found.end()
        elif found is None:
            end = misshapen_weight(script, piece.start, piece.end, self.route, self.desk)
            if end is not None:
                piece.weight, piece.start = end


def _within(script: Script, start: int, end: int) -> tuple[int, int]:
    """A range without the white space around it; what is left of a blank one is its beginning."""
    inner = script.trim(start, end)
    return inner if inner[0] < inner[1] else (start, start)


def _choice(inside: _Inside, question: Drafted) -> None:
    """Options to choose from: one where any stands behind `=`, else all that have a weight."""
    pieces = list(inside.pieces(_MARK))
    single = any(piece.mark == "=" for piece in pieces)
    options = question.options
    for index, piece in enumerate(pieces):
        if piece.mark == "=":
            inside.weigh(piece)
            if piece.weight is not None:
                place = Span(piece.at, piece.start)
                weight_behind_key(inside.script, place, piece.weight, inside.route, inside.desk)
                piece.weight = None
            options.append(inside.option(piece, correct=True))
            continue
        if piece.start == piece.end and index + 1 < len(pieces) and pieces[index + 1].mark == "=":
            continue  # `~=key` is an idiom; Moodle drops the empty option
        inside.weigh(piece)
        least = FULL - 0.01 if single else 0.0
        correct = piece.weight is not None and piece.weight > least
        options.append(inside.option(piece, correct=correct))
    question.interaction = Interaction.CHOICE if single else Interaction.MULTIPLE


def _truth(script: Script, start: int, end: int, question: Drafted) -> bool:
    """Whether it is a statement's truth. The first remark is for those who get it wrong.

    Neither option stands in the file; the place of both is the word for the right one.
    """
    parts = [start - 1]
    while len(parts) < 3 and (told := script.mask.find("#", parts[-1] + 1, end)) >= 0:
        parts.append(told)
    word = Span(*script.trim(start, parts[1] if len(parts) > 1 else end))
    truth = TRUTHS.get(script.mask[slice(*word)])
    if truth is None:
        return False
    bounds = [*parts[1:], end]
    remarks = [script.remark(at + 1, to) for at, to in pairwise(bounds)]
    wrong, right = (*remarks, None, None)[:2]
    question.options = [
        Option(Text(name, word, script.text), word, None, own, right if own else wrong)
        for name, own in (("True", truth), ("False", not truth))
    ]
    question.interaction = Interaction.TRUE_FALSE
    question.shuffle = False
    return True


def _numeric(script: Script, start: int, end: int, question: Drafted, desk: Desk) -> None:
    """Numbers, with a tolerance (`3:2`) or as a range (`1..5`); `~#` tells why others are wrong."""
    wrong = script.mask.find("~", start, end)
    stop = end if wrong < 0 else wrong
    route = question.route
    responses = _responses(_Inside(script, start, stop, route, desk, signs=False))
    for index, response in enumerate(responses):
        if _is_number(response.text.value):
            responses[index] = response._replace(tolerance=_tolerance(response.text.value))
        else:
            # PHP compares with `=` where `==` is meant, and stores "*".
            span, value = response.text.span, response.text.value
            wanted = Expected.NUMBER_OF_MOODLE
            desk.note(WrongType(span, "answer", wanted, value=value, route=route))
    if wrong >= 0:
        told = script.mask.find("#", wrong, end)
        anything = Text("*", Span(wrong, wrong + 1), script.text)
        feedback = None if told < 0 else script.remark(told + 1, end)
        responses.append(Option(anything, Span(wrong, end), None, False, feedback, 0.0))
    _typed(Interaction.NUMERIC, responses, question)


def _responses(inside: _Inside) -> list[Option]:
    """Answers that are compared with what learners type."""
    found = []
    for piece in inside.pieces(_EQUALS):
        inside.weigh(piece)
        response = inside.option(piece, correct=piece.weight is None or piece.weight > 0)
        if response.text or response.feedback is not None:
            found.append(response)
    return found


def _typed(interaction: Interaction, responses: list[Option], question: Drafted) -> None:
    question.interaction = interaction
    question.responses = responses
    question.key = accepted(each.text for each in responses if each.correct and each.text)


def _match(inside: _Inside, question: Drafted) -> None:
    """Pairs: the options are what is to be matched, the answers what each is matched with."""
    script, desk, route = inside.script, inside.desk, inside.route
    question.interaction = Interaction.MATCH
    partners: list[Text] = []
    pieces = list(inside.pieces(_EQUALS))
    for piece in pieces:
        arrow = script.mask.find("->", piece.start, piece.end)
        if arrow < 0:
            span = piece.span if piece.start < piece.end else Span(piece.at, piece.at + 1)
            desk.note(Syntax(span, Gift.NO_ARROW.of(), route=route))
            continue
        left = script.formatted(piece.start, arrow, piece.at)
        right = script.leaf(arrow + 2, piece.end, arrow)
        if left:
            question.options.append(Option(left, piece.span))
            partners.append(right)
        else:
            question.responses.append(Option(right, piece.span))
    span = Span(inside.start, inside.end)
    if len(pieces) == 1:
        desk.note(Syntax(span, Gift.ONE_PAIR.of(), route=route))
    elif len(pieces) == len(question.options) == 2:
        desk.note(FormatTrap(span, Gift.TWO_PAIRS.of(), route=route))
    question.key = accepted(partners)


def _tolerance(value: str) -> float | None:
    """How far a number may be off: `3:2` says it, `1..5` implies it; `3` says nothing."""
    if ".." in value:
        low, high = value.split("..", 1)
        return abs(float(high) - float(low)) / 2
    told = value.partition(":")[2].strip()
    return abs(float(told)) if told else None


def _is_number(value: str) -> bool:
    if ".." in value:
        return all(_NUMBER.fullmatch(part.strip()) for part in value.split("..", 1))
    number, _, tolerance = value.partition(":")
    return all(_NUMBER.fullmatch(part.strip()) for part in (number, tolerance or "0")) or (
        value == "*"
    )
