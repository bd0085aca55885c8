"""The parts of a text2qti file as questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizlint.content import Interaction, Option, Question
from quizlint.content.causes import Told
from quizlint.content.causes.text2qti import Text2Qti
from quizlint.content.problems import FormatTrap, Syntax
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.text2qti.numbers import read_number, read_range
from quizlint.formats.text2qti.parts import MarkedText
from quizlint.text import Span, Text

_ANSWERS = {
    "choice": Text2Qti.HAS_CHOICES,
    "box": Text2Qti.HAS_BOXES,
    "short": Text2Qti.HAS_SHORT,
    "numeric": Text2Qti.HAS_NUMBER,
    "essay": Text2Qti.HAS_ESSAY,
    "upload": Text2Qti.HAS_UPLOAD,
}
_REMARKS = frozenset({"feedback", "correct", "incorrect", "solution"})
_PICKS = frozenset({"pick", "solutions_pick", "points_each"})


@dataclass(slots=True, eq=False)
class _Block:
    """The parts that stand together as one question, `answers` each with what is told about it."""

    stem: MarkedText
    question: Drafted
    kind: str = ""
    answers: list[tuple[MarkedText, Text | None]] = field(default_factory=list)
    remarks: dict[str, Text] = field(default_factory=dict)

    def reach(self, end: int) -> None:
        """Let the question go on up to an offset."""
        self.question.span = self.question.span._replace(end=end)


@dataclass(slots=True, eq=False)
class _Group:
    """Questions of which some are drawn."""

    start: MarkedText
    pick: MarkedText | None = None
    count: int = 0
    points: float | None = None


class Quiz:
    """The questions that the parts of a file make."""

    def __init__(self, desk: Desk, parts: Sequence[MarkedText]) -> None:
        self.desk = desk
        self.items: list[Question] = []
        self.title: Text | None = None
        self._shuffle: bool | None = None
        self._block: _Block | None = None
        self._group: _Group | None = None
        self._heads: list[MarkedText] = []
        self._settled: set[str] = set()
        self._passage: Text | None = None
        titles = [part.text(desk.source).value for part in parts if part.kind == "title"]
        self._titles = Counter(titles)
        for part in parts:
            self._take(part)
        self._close()

    def _take(self, part: MarkedText) -> None:
        """One more part."""
        kind = part.kind
        if kind in ("title", "points"):
            self._head(part)
            return
        if kind == "question":
            self._question(part)
            return
        self._loose_heads()
        if kind in _ANSWERS:
            self._answer(part)
        elif kind in _REMARKS:
            self._remark(part)
        elif kind == "group" or kind == "end_group":
            self._bracket(part)
        elif kind in _PICKS:
            self._pick(part)
        elif kind == "text":
            self._finish()
            self._passage = part.text(self.desk.source)
        elif kind == "text_title":
            self._finish()
        elif kind == "code":
            self._program(part)
        else:
            self._setting(part)

    def _close(self) -> None:
        """The file ends here."""
        for part in self._heads:
            self.desk.note(FormatTrap(part.span, Text2Qti.LAST_HEAD.of()))
        self._finish()
        if self._group is not None:
            self._note(self._group.start, Text2Qti.GROUP_OPEN.of())

    def _note(self, part: MarkedText, told: Told, *, skipped: bool = False) -> None:
        route = "" if self._block is None or skipped else self._block.question.route
        lost = part.span if skipped else None
        self.desk.note(Syntax(part.span, told, lost, route=route))

    def _head(self, part: MarkedText) -> None:
        """A title or points, which go before their question."""
        self._finish()
        if any(each.kind == part.kind for each in self._heads):
            self._note(part, Text2Qti.HEAD_TWICE.of(part.kind))
        elif part.kind == "title" and self._heads:
            self._note(part, Text2Qti.TITLE_BEHIND_POINTS.of())
        self._hold_together(self._heads[-1:], part)
        self._heads.append(part)

    def _hold_together(self, heads: Sequence[MarkedText], part: MarkedText) -> None:
        for head in heads:
            if part.apart:
                self._note(head, Text2Qti.BLANK_LINE.of())

    def _loose_heads(self) -> None:
        for part in self._heads:
            self._note(part, Text2Qti.LOOSE_HEAD.of())
        self._heads = []

    def _question(self, part: MarkedText) -> None:
        self._finish()
        heads, self._heads = self._heads, []
        self._hold_together(heads[-1:], part)
        title = next((each for each in heads if each.kind == "title"), None)
        points = 1.0
        for each in heads:
            if each.kind == "points":
                points = self._points(each)
        named = None if title is None else title.text(self.desk.source)
        if named is not None and (not named or self._titles[named.value] > 1):
            named = None  # it names no question, or several
        mark = part.mark
        question = Drafted(
            Span(heads[0].mark.start if heads else mark.start, part.span.end),
            route=f"questions[{len(self.items)}]",
            id=named,
            number=Text(self.desk.source[slice(*mark)], mark, self.desk.source),
            passage=self._passage,
            shuffle=self._shuffle,
        )
        self._block = _Block(part, question)
        group = self._group
        if group is not None:
            group.count += 1
            if group.points is not None and group.points != points:
                self._note(part, Text2Qti.UNEVEN_POINTS.of())
            group.points = points

    def _points(self, part: MarkedText) -> float:
        word = part.word(self.desk.source)
        number = read_number(word)
        if number is None or number <= 0 or (number * 2) % 1:
            self._note(part, Text2Qti.POINTS.of())
            return 1.0
        return number

    def _answer(self, part: MarkedText) -> None:
        """An option, or another way to answer."""
        block = self._block
        if block is None:
            self._note(part, Text2Qti.ANSWER_ALONE.of(), skipped=True)
            return
        if block.kind and block.kind != part.kind:
            self._note(part, _ANSWERS[block.kind].of())
            if {block.kind, part.kind} != {"choice", "box"}:
                return
        elif block.kind in ("numeric", "essay", "upload"):
            self._note(part, _ANSWERS[block.kind].of())
            return
        if part.kind in ("essay", "upload") and block.remarks.keys() & {"correct", "incorrect"}:
            self._note(part, Text2Qti.VERDICTS_ON_FREE_TEXT.of())
        block.kind = block.kind or part.kind
        block.answers.append((part, None))
        block.reach(part.span.end)

    def _remark(self, part: MarkedText) -> None:
        """Feedback on an option or on the question, or its solution."""
        block, kind = self._block, part.kind
        if block is None:
            self._note(part, Text2Qti.FEEDBACK_ALONE.of(), skipped=True)
            return
        block.reach(part.span.end)
        text = part.text(self.desk.source)
        if not block.kind:
            if kind in block.remarks:
                self._note(part, Text2Qti.FEEDBACK_TWICE.of())
            block.remarks.setdefault(kind, text)
            return
        option, told = block.answers[-1]
        if kind != "feedback" or option.kind not in ("choice", "box"):
            self._note(part, Text2Qti.FEEDBACK_LATE.of())
            block.remarks.setdefault(kind, text)
        elif told is not None:
            self._note(part, Text2Qti.OPTION_FEEDBACK_TWICE.of())
        else:
            block.answers[-1] = (option, text)

    def _bracket(self, part: MarkedText) -> None:
        """The beginning or the end of a group."""
        self._finish()
        self._passage = None
        group = self._group
        if part.kind == "group":
            if group is not None:
                self._note(part, Text2Qti.GROUP_INSIDE.of())
            self._group = _Group(part)
        elif group is None:
            self._note(part, Text2Qti.END_GROUP_ALONE.of())
        else:
            wanted = 1 if group.pick is None else int(group.pick.word(self.desk.source))
            if wanted > group.count:
                self._note(group.pick or group.start, Text2Qti.FEW_TO_PICK.of(group.count))
            self._group = None

    def _pick(self, part: MarkedText) -> None:
        """How much of a group is drawn, or what its questions are worth."""
        group = self._group
        if group is None:
            self._note(part, Text2Qti.PICK_ALONE.of())
            return
        if group.count:
            self._note(part, Text2Qti.PICK_LATE.of())
        word = part.word(self.desk.source)
        if not (word.isascii() and word.isdigit() and 0 < len(word) < 9 and int(word)):
            if word:
                self._note(part, Text2Qti.PICK_NUMBER.of())
        elif part.kind == "pick":
            group.pick = part

    def _program(self, part: MarkedText) -> None:
        """A program that prints questions, or the rest of the one above it."""
        block, source = self._block, self.desk.source
        if block is not None and not block.kind:
            block.question.dynamic = block.question.computed = True
            block.reach(part.span.end)
            return
        self._finish()
        route = f"questions[{len(self.items)}]"
        question = Drafted(part.span, Interaction.UNSUPPORTED, part.text(source), route)
        question.dynamic = question.computed = True
        self.items.append(finish(question, self.desk))

    def _setting(self, part: MarkedText) -> None:
        """What holds for the whole quiz."""
        source = self.desk.source
        name = source[slice(*part.mark)].lower()
        if self._block is not None or self.items or self._passage is not None:
            self._note(part, Text2Qti.SETTING_LATE.of())
        elif name in self._settled:
            self._note(part, Text2Qti.SETTING_TWICE.of())
        elif part.kind == "quiz_title" and self._settled:
            self._note(part, Text2Qti.QUIZ_TITLE_LATE.of())
        elif part.kind == "quiz_description" and self._settled - {"quiz title:"}:
            self._note(part, Text2Qti.DESCRIPTION_LATE.of())
        self._settled.add(name)
        if part.kind == "quiz_title":
            self.title = self.title or part.text(source)
        elif part.kind == "setting":
            word = part.word(source)
            if word and word not in ("true", "True", "false", "False"):
                self._note(part, Text2Qti.SETTING_TRUTH.of())
            elif name == "shuffle answers:":
                self._shuffle = word.lower() == "true"

    def _finish(self) -> None:
        """Make a question of what was gathered."""
        block, source = self._block, self.desk.source
        if block is None:
            return
        if not block.kind and not block.question.dynamic:
            hidden = block.stem.swallowed(source)
            if hidden:
                self._note(hidden[0], Text2Qti.INDENTED_OPTIONS.of())
                block.kind = hidden[0].kind
                block.answers = [(part, None) for part in hidden]
        self._block = None
        question, remarks = block.question, block.remarks
        question.stem = block.stem.text(source)
        question.rationale = (
            remarks.get("solution") or remarks.get("feedback") or remarks.get("correct")
        )
        self._answers(block, question)
        self.items.append(finish(question, self.desk))

    def _answers(self, block: _Block, question: Drafted) -> None:
        """Tell how a question is answered, and what is right."""
        source = self.desk.source
        parts = [part for part, _ in block.answers]
        if question.dynamic:
            question.interaction = Interaction.UNSUPPORTED
        elif block.kind in ("", "choice", "box"):
            box = block.kind == "box"
            question.interaction = Interaction.MULTIPLE if box else Interaction.CHOICE
            question.options = [_option(part, told, source) for part, told in block.answers]
        elif block.kind == "short":
            question.interaction = Interaction.TEXT
            texts = [part.text(source) for part in parts]
            question.key = accepted(text for text in texts if text)
        elif block.kind == "numeric":
            self._numeric(parts[0], question)
        else:
            essay = block.kind == "essay"
            question.interaction = Interaction.TEXT if essay else Interaction.UNSUPPORTED

    def _numeric(self, part: MarkedText, question: Drafted) -> None:
        question.interaction = Interaction.NUMERIC
        whole = part.text(self.desk.source)
        number = read_range(whole.value)
        if number.trouble is not None and whole:
            self.desk.note(Syntax(whole.span, number.trouble.of(), route=question.route))
        text = whole.slice(0, number.end) if whole else whole
        if text:
            response = Option(text, part.span, correct=True, tolerance=number.tolerance)
            question.responses = [response]
            question.key = accepted([text])


def _option(part: MarkedText, told: Text | None, source: str) -> Option:
    start, end = part.mark
    right = "*" in source[start:end]
    label = None
    if part.kind == "choice":
        at = Span(end - 2, end - 1)
        label = Text(source[slice(*at)], at, source)
    return Option(part.text(source), part.span, label, right, told)
