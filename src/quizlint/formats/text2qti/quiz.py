"""The parts of a text2qti file as questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizlint.content import (
    Interaction,
    Key,
    KeyState,
    Option,
    ProblemKind,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.labels import check_order
from quizlint.formats.kit.shared import flag_key, told_apart
from quizlint.formats.text2qti.numbers import read_number, read_range
from quizlint.formats.text2qti.parts import STOPS, Part
from quizlint.text import Span, Text

_ANSWERS = {
    "choice": "options behind letters",
    "box": "options behind boxes",
    "short": "answers to type",
    "numeric": "a number",
    "essay": "an essay",
    "upload": "a file",
}
_REMARKS = frozenset({"feedback", "correct", "incorrect", "solution"})
_PICKS = frozenset({"pick", "solutions_pick", "points_each"})


@dataclass(slots=True, eq=False)
class _Draft:
    """A question under way. `route` is its place, `begin` where its title or number stands."""

    stem: Part
    route: str
    begin: int
    title: Text | None
    points: float
    stimulus: Stimulus | None
    kind: str = ""
    answers: list[tuple[Part, Text | None]] = field(default_factory=list)
    remarks: dict[str, Text] = field(default_factory=dict)
    end: int = 0
    dynamic: bool = False


@dataclass(slots=True, eq=False)
class _Group:
    """Questions of which some are drawn."""

    start: Part
    pick: Part | None = None
    count: int = 0
    points: float | None = None


class Quiz:
    """The questions that the parts of a file make."""

    def __init__(self, desk: Desk, parts: Sequence[Part]) -> None:
        self.desk = desk
        self.items: list[Question] = []
        self.title: Text | None = None
        self._shuffle: bool | None = None
        self._draft: _Draft | None = None
        self._group: _Group | None = None
        self._heads: list[Part] = []
        self._settled: set[str] = set()
        self._passage: Stimulus | None = None
        titles = [part.text(desk.source).value for part in parts if part.kind == "title"]
        self._titles = Counter(titles)
        for part in parts:
            self._take(part)
        self._close()

    def _take(self, part: Part) -> None:
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
            text = part.text(self.desk.source)
            self._passage = Stimulus(text, part.span)
        elif kind == "text_title":
            self._finish()
        elif kind == "code":
            self._program(part)
        else:
            self._setting(part)

    def _close(self) -> None:
        """The file ends here."""
        for part in self._heads:
            trap = {"trap": "text2qti drops this without a word, as no question follows"}
            rest = {"advice": "write the question, or take this out", "fixed": None, "safe": False}
            self.desk.note(ProblemKind.FORMAT_TRAP, part.span, "", **trap, **rest)
        self._finish()
        if self._group is not None:
            self._note(self._group.start, "no END_GROUP follows this GROUP")

    def _note(self, part: Part, message: str, *, skipped: bool = False) -> None:
        route = "" if self._draft is None or skipped else self._draft.route
        lost = part.span if skipped else None
        text = STOPS + message
        self.desk.note(ProblemKind.SYNTAX, part.span, route, message=text, skipped=lost)

    def _head(self, part: Part) -> None:
        """A title or points, which go before their question."""
        self._finish()
        if any(each.kind == part.kind for each in self._heads):
            self._note(part, f"the next question has its {part.kind} already")
        elif part.kind == "title" and self._heads:
            self._note(part, "the title goes before the points")
        self._hold_together(self._heads[-1:], part)
        self._heads.append(part)

    def _hold_together(self, heads: Sequence[Part], part: Part) -> None:
        for head in heads:
            if part.apart:
                self._note(head, "a blank line follows; take it out")

    def _loose_heads(self) -> None:
        for part in self._heads:
            self._note(part, "no question follows; write it directly before the question")
        self._heads = []

    def _question(self, part: Part) -> None:
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
        self._draft = _Draft(
            part,
            f"questions[{len(self.items)}]",
            heads[0].mark.start if heads else part.mark.start,
            named,
            points,
            self._passage,
            end=part.span.end,
        )
        group = self._group
        if group is not None:
            group.count += 1
            if group.points is not None and group.points != points:
                self._note(part, "the questions of a group must all have the same points")
            group.points = points

    def _points(self, part: Part) -> float:
        word = part.word(self.desk.source)
        number = read_number(word)
        if number is None or number <= 0 or (number * 2) % 1:
            self._note(part, "points are whole or half numbers above 0")
            return 1.0
        return number

    def _answer(self, part: Part) -> None:
        """An option, or another way to answer."""
        draft = self._draft
        if draft is None:
            self._note(part, "no question goes before this answer", skipped=True)
            return
        if draft.kind and draft.kind != part.kind:
            self._note(part, f"this question has {_ANSWERS[draft.kind]} already")
            if {draft.kind, part.kind} != {"choice", "box"}:
                return
        elif draft.kind in ("numeric", "essay", "upload"):
            self._note(part, f"this question has {_ANSWERS[draft.kind]} already")
            return
        if part.kind in ("essay", "upload") and draft.remarks.keys() & {"correct", "incorrect"}:
            self._note(part, "nobody can tell whether it is right, so + and - have no place here")
        draft.kind = draft.kind or part.kind
        draft.answers.append((part, None))
        draft.end = part.span.end

    def _remark(self, part: Part) -> None:
        """Feedback on an option or on the question, or its solution."""
        draft, kind = self._draft, part.kind
        if draft is None:
            self._note(part, "no question goes before this feedback", skipped=True)
            return
        draft.end = part.span.end
        text = part.text(self.desk.source)
        if not draft.kind:
            if kind in draft.remarks:
                self._note(part, "this question has such feedback already")
            draft.remarks.setdefault(kind, text)
            return
        option, told = draft.answers[-1]
        if kind != "feedback" or option.kind not in ("choice", "box"):
            self._note(part, "what is said of the whole question goes directly under its stem")
            draft.remarks.setdefault(kind, text)
        elif told is not None:
            self._note(part, "this option has feedback already")
        else:
            draft.answers[-1] = (option, text)

    def _bracket(self, part: Part) -> None:
        """The beginning or the end of a group."""
        self._finish()
        self._passage = None
        group = self._group
        if part.kind == "group":
            if group is not None:
                self._note(part, "the group before this has no END_GROUP")
            self._group = _Group(part)
        elif group is None:
            self._note(part, "no GROUP goes before this END_GROUP")
        else:
            wanted = 1 if group.pick is None else int(group.pick.word(self.desk.source))
            if wanted > group.count:
                held = "1 question" if group.count == 1 else f"{group.count} questions"
                self._note(group.pick or group.start, f"the group has {held}, fewer than it picks")
            self._group = None

    def _pick(self, part: Part) -> None:
        """How much of a group is drawn, or what its questions are worth."""
        group = self._group
        if group is None:
            self._note(part, "no GROUP goes before this")
            return
        if group.count:
            self._note(part, "this goes directly under GROUP, before the questions")
        word = part.word(self.desk.source)
        if not (word.isascii() and word.isdigit() and 0 < len(word) < 9 and int(word)):
            if word:
                self._note(part, "a whole number above 0 is needed")
        elif part.kind == "pick":
            group.pick = part

    def _program(self, part: Part) -> None:
        """A program that prints questions, or the rest of the one above it."""
        draft, source = self._draft, self.desk.source
        if draft is not None and not draft.kind:
            draft.dynamic = True
            draft.end = part.span.end
            return
        self._finish()
        question = Question(
            span=part.span,
            route=f"questions[{len(self.items)}]",
            stem=part.text(source),
            key=Key(KeyState.COMPUTED),
            interaction=Interaction.UNSUPPORTED,
            dynamic=True,
        )
        self.items.append(question)

    def _setting(self, part: Part) -> None:
        """What holds for the whole quiz."""
        source = self.desk.source
        name = source[slice(*part.mark)].lower()
        if self._draft is not None or self.items or self._passage is not None:
            self._note(part, "this goes before the questions")
        elif name in self._settled:
            self._note(part, "this has been said already")
        elif part.kind == "quiz_title" and self._settled:
            self._note(part, "the title goes first")
        elif part.kind == "quiz_description" and self._settled - {"quiz title:"}:
            self._note(part, "the description goes before the options")
        self._settled.add(name)
        if part.kind == "quiz_title":
            self.title = self.title or part.text(source)
        elif part.kind == "setting":
            word = part.word(source)
            if word and word not in ("true", "True", "false", "False"):
                self._note(part, "the value must be true or false")
            elif name == "shuffle answers:":
                self._shuffle = word.lower() == "true"

    def _finish(self) -> None:
        """Make a question of what was gathered."""
        draft, source = self._draft, self.desk.source
        if draft is None:
            return
        if not draft.kind and not draft.dynamic:
            hidden = draft.stem.swallowed(source)
            if hidden:
                message = "these options are indented, so they are part of the stem"
                self._note(hidden[0], message)
                draft.kind = hidden[0].kind
                draft.answers = [(part, None) for part in hidden]
        self._draft = None
        options, responses, key, interaction = self._answers(draft)
        remarks = draft.remarks
        rationale = remarks.get("solution") or remarks.get("feedback") or remarks.get("correct")
        mark = draft.stem.mark
        question = Question(
            span=Span(draft.begin, draft.end),
            route=draft.route,
            id=draft.title,
            stem=draft.stem.text(source),
            options=options,
            key=key,
            rationale=rationale,
            interaction=interaction,
            stimulus=draft.stimulus,
            number=Text(source[slice(*mark)], mark, source),
            shuffle=self._shuffle,
            dynamic=draft.dynamic,
            responses=responses,
        )
        self.items.append(question)

    def _answers(
        self, draft: _Draft
    ) -> tuple[tuple[Option, ...], tuple[Option, ...], Key, Interaction]:
        source = self.desk.source
        if draft.dynamic:
            return (), (), Key(KeyState.COMPUTED), Interaction.UNSUPPORTED
        if draft.kind in ("", "choice", "box"):
            options = [_option(part, told, source) for part, told in draft.answers]
            if options and options[0].label is not None:
                check_order(options, self.desk, draft.route)
            key = flag_key(options)
            interaction = Interaction.MULTIPLE if draft.kind == "box" else Interaction.CHOICE
            if draft.kind == "choice" and told_apart(options, key) is Interaction.TRUE_FALSE:
                interaction = Interaction.TRUE_FALSE
            return tuple(options), (), key, interaction
        if draft.kind == "short":
            texts = [part.text(source) for part, _ in draft.answers]
            return (), (), _written_key([text for text in texts if text]), Interaction.TEXT
        if draft.kind == "numeric":
            return self._numeric(draft)
        essay = Interaction.TEXT if draft.kind == "essay" else Interaction.UNSUPPORTED
        return (), (), Key(KeyState.ABSENT), essay

    def _numeric(
        self, draft: _Draft
    ) -> tuple[tuple[Option, ...], tuple[Option, ...], Key, Interaction]:
        part = draft.answers[0][0]
        whole = part.text(self.desk.source)
        number = read_range(whole.value)
        if number.trouble and whole:
            data = {"message": STOPS + number.trouble, "skipped": None}
            self.desk.note(ProblemKind.SYNTAX, whole.span, draft.route, **data)
        text = whole.slice(0, number.end) if whole else whole
        if not text:
            return (), (), Key(KeyState.ABSENT), Interaction.NUMERIC
        response = Option(text, part.span, correct=True, tolerance=number.tolerance)
        return (), (response,), _written_key([text]), Interaction.NUMERIC


def _option(part: Part, told: Text | None, source: str) -> Option:
    start, end = part.mark
    right = "*" in source[start:end]
    label = None
    if part.kind == "choice":
        at = Span(end - 2, end - 1)
        label = Text(source[slice(*at)], at, source)
    return Option(part.text(source), part.span, label, right, told)


def _written_key(texts: Sequence[Text]) -> Key:
    if not texts:
        return Key(KeyState.ABSENT)
    written = tuple(WrittenKey(text) for text in texts)
    return Key(KeyState.PRESENT, (), written, "answer", texts[0].span)
