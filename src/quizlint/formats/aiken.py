"""Aiken: a stem, its options behind letters, and `ANSWER: B`, as Moodle reads it.

Moodle drops what it does not understand, mostly without a word. What authors meant is read here all
the same, with a note on each line that Moodle drops or takes for something else.
"""

import re

from quizlint.content import (
    Document,
    Key,
    KeyState,
    Option,
    Question,
    Reading,
    WrittenKey,
)
from quizlint.content.causes import Told
from quizlint.content.causes.aiken import Aiken
from quizlint.content.problems import FormatTrap, Syntax
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import Choices, key_of
from quizlint.formats.kit.labels import letter_at
from quizlint.formats.kit.lines import Line, LinePart, bears, leaf, lines
from quizlint.formats.kit.told import explanation
from quizlint.text import Source, Span

name = "aiken"
suffixes = CATALOGUE[name].suffixes

NOT_AIKEN = "it is text without lettered options"

MOST = 26
"""Options that a question can have."""

_OPTION = re.compile(r"([A-Z])[).]")
_ANSWER = re.compile("ANSWER:")
_MEANT_OPTION = re.compile(r"[(\[]?([A-Za-z])[).:\]](?=\s+\S)")
_MEANT_ANSWER = re.compile(
    r"(?:the )?(?:correct )?answer(?:s| is)?\s*(?:[:=]|[-–—](?=\s*[A-Z]\b)|(?=\s[A-Z]\b))",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[A-Z](?:\s*(?:[,;/&+]|and\b|or\b)\s*[A-Z]\b)+|[A-Z]{2,8}\s*")
_LETTER = re.compile(r"[a-z](?![\w'’-])")
_MOST_LINES = 40
"""Lines from the first option of a question to its answer, to recognise it by."""

_OF_MOODLE = re.compile(r"aiken|moodle", re.IGNORECASE)


def sniff(name: str, head: str) -> float:
    """By one whole question; other lettered text is not meant for Moodle."""
    if not bears(name, suffixes):
        return 0.0
    if name.lower().endswith(".aiken"):
        return 1.0
    return 0.8 if _has_question(head) else 0.0


def _has_question(head: str) -> bool:
    """Whether there are a stem, options behind A and B, and an answer in Aiken's capitals."""
    found = [line.text for line in lines(head)]
    begun: int | None = None
    second = False
    for at, words in enumerate(found):
        option = _OPTION.match(words)
        if option is not None and option[1] == "A":
            begun, second = (at if at else None), False
        elif begun is None or at - begun > _MOST_LINES:
            begun = None
        elif option is not None and option[1] == "B":
            second = True
        elif second and _ANSWER.match(words):
            return True
    return False


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file."""
    bank = _Bank(source.text)
    found = [line for line in lines(source.text) if len(line.text) > 1]  # Moodle skips the others
    for at, line in enumerate(found):
        bank.take(line, found[at + 1] if at + 1 < len(found) else None)
    bank.finish(None)
    if not bank.items:
        return Reading(problems=tuple(bank.desk.problems), skipped=NOT_AIKEN)
    document = Document(tuple(bank.items), Span(found[0].start, found[-1].end))
    noted = bank.desk.problems
    if not _is_for_moodle(source.path, bank):
        noted = [each for each in noted if not isinstance(each, FormatTrap)]
    return Reading((document,), tuple(noted))


def _is_for_moodle(path: str, bank: "_Bank") -> bool:
    """Whether a file is meant for Moodle: its name or folder says so, or half of it is as it must.

    Of text that only happens to look alike, nobody wants to hear what Moodle would drop.
    """
    if _OF_MOODLE.search(path):
        return True
    routes = {each.route for each in bank.desk.problems if isinstance(each, FormatTrap)}
    return len(routes) * 2 <= max(len(bank.items), 2)


class _Bank:
    """The questions so far, and the one under way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.desk = Desk(text)
        self.items: list[Question] = []
        self.stem: list[Line] = []
        self.options: list[LinePart] = []
        self.odd: list[tuple[Line, re.Match[str]]] = []

    @property
    def route(self) -> str:
        return f"questions[{len(self.items)}]"

    def take(self, line: Line, following: Line | None) -> None:
        """One more line, and a look at the one after it."""
        words = line.text
        strict = _OPTION.match(words)
        label = strict or self._meant_option(words)
        answer = _ANSWER.match(words) or (self.options and _MEANT_ANSWER.match(words)) or None
        if answer is not None and strict is None:
            self._answer(line, answer)
        elif label is not None:
            self._option(line, label, strict is not None)
        elif self.options and not line.apart and not _begins_options(following):
            self._continue(line)
        else:
            if self.options or (self.stem and line.apart):
                self.finish(None)
            self.stem.append(line)

    def finish(self, answer: Line | None, begin: int = 0) -> None:
        """Make a question of what was gathered; its answer goes from `begin` to the line's end."""
        stem, odd = self.stem, self.odd
        options = [part.option(self.text) for part in self.options]
        self.stem, self.options, self.odd = [], [], []
        if not stem:
            return
        if not options and answer is None:
            self._dropped(Aiken.NO_OPTIONS, stem[0], stem[-1])
            return
        route = self.route
        if len(stem) > 1:
            whole = " ".join(line.text for line in stem)
            self._trap(Span(stem[0].start, stem[-1].end), Aiken.STEM_LINES.of(), whole)
        if odd:
            self._odd_labels(odd)
        if len(options) > MOST:
            self._trap(options[MOST].span, Aiken.TOO_MANY_OPTIONS.of(MOST), None)
        ends = [stem[-1].end, *(option.span.end for option in options[-1:])]
        question = Drafted(
            Span(stem[0].start, max(ends) if answer is None else answer.end),
            stem=leaf(self.text, stem[0].start, stem[-1].end, stem[0].span),
            route=route,
            options=options,
            listed=not odd,
        )
        if answer is not None:
            question.key = self._key(answer, begin, options)
            said = leaf(self.text, begin, answer.end, answer.span)
            if said.value[1:2] in (".", ")", ":", ","):  # a letter, and why it is right
                question.rationale = explanation(said, [said.slice(0, 1)], options)
        self.items.append(finish(question, self.desk))

    def _meant_option(self, words: str) -> re.Match[str] | None:
        """A line whose label Moodle does not know, if it is the one that comes next."""
        label = _MEANT_OPTION.match(words) if self.stem else None
        if label is None or ord(label[1].upper()) - ord("A") != len(self.options):
            return None
        return label

    def _option(self, line: Line, label: re.Match[str], strict: bool) -> None:
        if not self.stem:
            self._dropped(Aiken.OPTION_ALONE, line, line)
            return
        if not strict:
            self.odd.append((line, label))
        at = line.start + label.start(1)
        self.options.append(LinePart(line, Span(at, at + 1), line.start + label.end()))

    def _odd_labels(self, odd: list[tuple[Line, re.Match[str]]]) -> None:
        """Note the labels of a question that Moodle does not know: in one place, with all lines."""
        span = Span(odd[0][0].start, odd[-1][0].end)
        fixed, at = "", span.start
        for line, label in odd:
            fixed += self.text[at : line.start] + label[1].upper() + ")"
            at = line.start + label.end()
        fixed += self.text[at : span.end]
        self._trap(span, Aiken.LABEL.of(), fixed, safe=True)

    def _continue(self, line: Line) -> None:
        """Give an option its second line."""
        option = self.options[-1]
        span = Span(option.end, line.end)
        self._trap(span, Aiken.OPTION_LINES.of(), " " + line.text)
        option.end = line.end

    def _answer(self, line: Line, answer: re.Match[str]) -> None:
        if not self.stem:
            self._dropped(Aiken.ANSWER_ALONE, line, line)
            return
        if not line.text.startswith("ANSWER:"):
            fixed = "ANSWER: " + line.text[answer.end() :].lstrip()
            self._trap(line.span, Aiken.ANSWER_WORD.of(), fixed, safe=True)
        self.finish(line, line.start + answer.end())

    def _key(self, line: Line, begin: int, options: list[Option]) -> Key:
        text = leaf(self.text, begin, line.end, line.span)
        if not text:
            return Key(KeyState.ABSENT, span=line.span)
        value, choices = text.value, Choices(options)
        in_words = choices.text(value) if len(value) > 1 else None
        # Moodle counts from A to the first character, whatever that is, and forgets the labels.
        letter = ord(value[0]) - ord("A")
        meant = ord(value[0]) - ord("a") if _LETTER.match(value) else -1
        if in_words is None and _SEVERAL.fullmatch(value):
            self._trap(line.span, Aiken.SEVERAL_ANSWERS.of(value[0]), None)
        elif not 0 <= letter < len(options) and 0 <= meant < len(options):
            at, capital = text.span.start, value[0].upper()
            self._trap(Span(at, at + 1), Aiken.SMALL_LETTER.of(capital), capital, safe=True)
            letter = meant
        elif in_words is not None and letter != in_words:
            right = letter_at(in_words)
            self._trap(text.span, Aiken.ANSWER_IN_WORDS.of(value[0], right), right, safe=True)
        return key_of([WrittenKey(text, in_words, letter)], len(options), line.span)

    def _trap(self, span: Span, told: Told, fixed: str | None, *, safe: bool = False) -> None:
        self.desk.note(FormatTrap(span, told, fixed, safe, route=self.route))

    def _dropped(self, cause: Aiken, first: Line, last: Line) -> None:
        span = Span(first.start, last.end)
        self.desk.note(Syntax(span, cause.of(), span))


def _begins_options(line: Line | None) -> bool:
    return line is not None and line.text[:2] in ("A)", "A.")
