"""An R/exams exercise as a question."""

import re

from quizlint.content import (
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
    WrittenKey,
)
from quizlint.content.causes import Told
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import Expected, KeyPlace, MissingField, Syntax, WrongType
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.shared import flag_key, note_disagreement
from quizlint.formats.rexams.pieces import Exercise, Region, leaf
from quizlint.text import Span, Text

TYPES = {
    "schoice": Interaction.CHOICE,
    "mchoice": Interaction.MULTIPLE,
    "num": Interaction.NUMERIC,
    "string": Interaction.TEXT,
    "cloze": Interaction.CLOZE,
}
"""What `extype` may be."""

_COMPUTED = re.compile(r"`\{?r\}?[ \t]|\\Sexpr")
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
)
_VERDICT = re.compile(
    r"(?P<true>true|correct|right|wahr|richtig|vrai|verdadero|verdadeiro|vero|waar|juist)"
    r"|(?P<false>false|wrong|incorrect|falsch|faux|falso|onwaar|onjuist)",
    re.IGNORECASE,
)
_BEFORE_VERDICT = re.compile(r"[\s*_]{0,4}(?:\\(?:emph|textbf|textit)\{)?")
_MANY = re.compile(r"[ \t]*[0-9]{1,3}(?:[ \t]*[,|;][ \t]*[0-9]{1,3})*[ \t]*")


def read_exercise(exercise: Exercise, route: str, desk: Desk) -> Question:
    """The question of an exercise."""
    source = desk.source
    maker = _Maker(exercise, route, desk)
    cloze = maker.interaction is Interaction.CLOZE
    asked = exercise.whole if cloze and exercise.whole is not None else exercise.question
    region = exercise.question
    mark = Span(region.start - 1, region.start) if region.start else Span(0, 1)
    stem = leaf(source, asked, mark)
    maker.dynamic |= asked.computed
    options = maker.options()
    key = maker.key(options)
    for index in key.indices:
        options[index] = options[index]._replace(correct=True)
    if options and exercise.told is not None and not maker.drawn:
        maker.compare(key, options)
    solution = exercise.solution
    rationale = None if solution is None else leaf(source, solution, mark)
    shuffle = maker.word("exshuffle").lower()
    question = Drafted(
        maker.span(),
        maker.interaction,
        stem,
        route,
        id=maker.text("exname"),
        options=options,
        key=key,
        responses=maker.responses,
        rationale=rationale if rationale else None,
        shuffle=None if not shuffle else shuffle not in ("false", "f", "0"),
        dynamic=maker.dynamic,
        pool=shuffle.isdigit() and shuffle != "0",
    )
    return finish(question, desk)


class _Maker:
    """The question of one exercise under way. `drawn`: the key is computed."""

    def __init__(self, exercise: Exercise, route: str, desk: Desk) -> None:
        self.exercise = exercise
        self.route = route
        self.desk = desk
        self.source = desk.source
        self.responses: list[Option] = []
        self.interaction = self._interaction()
        solution = exercise.meta.get("exsolution")
        self.drawn = solution is not None and _COMPUTED.search(self.source, *solution) is not None
        self.dynamic = self.drawn

    def text(self, name: str) -> Text | None:
        """A value of the meta-information, None where nothing is said or a program says it."""
        span = self.exercise.meta.get(name)
        if span is None or _COMPUTED.search(self.source, *span) is not None:
            return None
        words = self.source[slice(*span)]
        start = span.start + len(words) - len(words.lstrip())
        words = words.strip()
        return Text(words, Span(start, start + len(words)), self.source) if words else None

    def word(self, name: str) -> str:
        found = self.text(name)
        return "" if found is None else found.value

    def span(self) -> Span:
        """All of it, without the space around."""
        start, end = self.exercise.start, self.exercise.end
        words = self.source[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def note(self, span: Span, told: Told) -> None:
        """Note what R/exams refuses or drops."""
        self.desk.note(Syntax(span, told, route=self.route))

    def _interaction(self) -> Interaction:
        written = self.text("extype")
        if written is None:
            if "extype" in self.exercise.meta:
                return Interaction.UNSUPPORTED
            start = self.exercise.question.start
            place = Span(max(0, start - 1), max(1, start))
            self.desk.note(MissingField(place, "extype", route=self.route))
            return Interaction.UNSUPPORTED
        known = TYPES.get(written.value)
        if known is None:
            self.note(written.span, Platform.REXAMS_TYPE.of(written.value, ", ".join(TYPES)))
            return Interaction.UNSUPPORTED
        style = self.word("exstringtype") + self.word("exclozetype")
        if known is Interaction.TEXT and "file" in style:
            return Interaction.UNSUPPORTED
        return known

    def options(self) -> list[Option]:
        """The items of the question's list, each with what the solution says of it."""
        if self.interaction not in (Interaction.CHOICE, Interaction.MULTIPLE):
            return []
        items = self.exercise.items
        if not items:
            self.dynamic |= self.exercise.question.computed
            return []
        told = self.exercise.told or []
        options = []
        for index, item in enumerate(items):
            self.dynamic |= item.computed
            text = leaf(self.source, item, _mark_before(self.source, item))
            feedback = None
            if len(told) == len(items):
                feedback = leaf(self.source, told[index], text.span)
            span = Span(item.start, max(text.span.end, item.start + 1)) if text else text.span
            options.append(Option(text, span, feedback=feedback if feedback else None))
        return options

    def key(self, options: list[Option]) -> Key:
        """What `exsolution` says."""
        if self.drawn or "extype" not in self.exercise.meta:
            return Key(KeyState.COMPUTED if self.drawn else KeyState.ABSENT)
        written = self.text("exsolution")
        if written is None or (written.value == "nil" and not options):
            return Key(KeyState.COMPUTED if self.dynamic else KeyState.ABSENT)
        if self.interaction in (Interaction.CHOICE, Interaction.MULTIPLE):
            if not options and self.dynamic:
                return Key(KeyState.COMPUTED)
            return self._bits(written, len(options))
        if self.interaction is Interaction.NUMERIC:
            return self._number(written)
        if self.interaction is Interaction.CLOZE:
            return self._parts(written)
        return accepted([written])

    def _bits(self, written: Text, count: int) -> Key:
        """A string of 0 and 1, a digit for each option; positions are read too."""
        value = written.value
        if set(value) <= {"0", "1"}:
            keys = [
                WrittenKey(self._cut(written, at, at + 1), as_index=at)
                for at, digit in enumerate(value)
                if digit == "1"
            ]
            beyond = any(each.as_index is not None and each.as_index >= count for each in keys)
            if len(value) != count and count and not beyond:
                self.note(written.span, Platform.REXAMS_DIGITS.of(len(value), count))
        elif _MANY.fullmatch(value):
            self.note(written.span, Platform.REXAMS_PLACES.of())
            keys = [
                WrittenKey(self._cut(written, *number.span()), as_ordinal=int(number[0]) - 1)
                for number in re.finditer("[0-9]+", value)
            ]
        else:
            self.note(written.span, Platform.REXAMS_NO_DIGITS.of())
            return Key(KeyState.COMPUTED)  # not absent, which would be the same again
        places = {each.as_index if each.as_ordinal is None else each.as_ordinal for each in keys}
        indices = tuple(sorted(at for at in places if at is not None and 0 <= at < count))
        if not keys and self.interaction is Interaction.CHOICE:
            return Key(KeyState.ABSENT, span=written.span)
        return Key(KeyState.PRESENT, indices, tuple(keys), "answer", written.span)

    def _number(self, written: Text) -> Key:
        if not _NUMBER.fullmatch(written.value):
            place, expected, value = written.span, Expected.NUMBER, written.value
            self.desk.note(WrongType(place, "exsolution", expected, value=value, route=self.route))
        tolerance = self.word("extol")
        allowed = float(tolerance) if _NUMBER.fullmatch(tolerance) else None
        self.responses = [Option(written, written.span, correct=True, tolerance=allowed)]
        return accepted([written])

    def _parts(self, written: Text) -> Key:
        """The answers of a cloze, parted by bars; those that are to be chosen are left out."""
        types = self.word("exclozetype").split("|")
        keys: list[WrittenKey] = []
        at = 0
        for index, part in enumerate(written.value.split("|")):
            kind = types[index].strip() if index < len(types) else ""
            words = part.strip()
            if words not in ("", "nil") and kind not in ("schoice", "mchoice", "essay", "file"):
                start = at + part.index(words)
                keys.append(WrittenKey(self._cut(written, start, start + len(words))))
            at += len(part) + 1
        if len(types) > 1 and len(types) != index + 1:
            self.note(written.span, Platform.REXAMS_CLOZE_PARTS.of(len(types), index + 1))
        state = KeyState.PRESENT if keys else KeyState.ABSENT
        return Key(state, (), tuple(keys), "answer" if keys else "none", written.span)

    def _cut(self, written: Text, start: int, end: int) -> Text:
        """A part of a value, which stands in the file as it is; there may be very many."""
        span = Span(written.span.start + start, written.span.start + end)
        return Text(self.source[slice(*span)], span, self.source)

    def compare(self, key: Key, options: list[Option]) -> None:
        """Note where the solution calls other options true than `exsolution` does."""
        told = self.exercise.told or []
        verdicts = [self._verdict(each) for each in told]
        if len(told) != len(options) or None in verdicts:
            return
        stated = [
            option._replace(correct=bool(verdict))
            for option, verdict in zip(options, verdicts, strict=True)
        ]
        note_disagreement(
            key, flag_key(stated), options, self.desk, self.route, KeyPlace.SOLUTION_LIST
        )

    def _verdict(self, region: Region) -> bool | None:
        text = leaf(self.source, region, Span(region.start, region.start + 1)).value
        before = _BEFORE_VERDICT.match(text)
        found = _VERDICT.match(text, before.end() if before is not None else 0)
        if found is None or text[found.end() : found.end() + 1].isalnum():
            return None
        return found["true"] is not None


def _mark_before(source: str, item: Region) -> Span:
    """The mark of a list's item, which is its place where it says nothing."""
    end = len(source[max(0, item.start - 20) : item.start].rstrip())
    at = max(0, item.start - 20) + end
    return Span(max(0, at - 1), max(1, at))
