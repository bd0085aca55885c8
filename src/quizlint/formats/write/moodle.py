"""Moodle XML."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from quizlint.content import BLANK, Document, Interaction, KeyState, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.write.answers import (
    FULL,
    accepted,
    every_text,
    is_number,
    is_text_between,
    is_true_or_false,
    pairs,
    percent,
    plain,
    weights,
)
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written
from quizlint.formats.write.gift import category
from quizlint.formats.write.media import PLUGIN_FILE, Media, renamed
from quizlint.formats.write.native import without_item
from quizlint.formats.write.xml_text import FORBIDDEN, attribute, cdata, escaped
from quizlint.text import Text

name = "moodle"
suffix = ".xml"
exact = False
rendered = False
unread = frozenset({"levels"})  # they become tags

_PARTS = TARGETS[name].parts
_FORMATS: dict[Markup, str] = {
    "markdown": "markdown",
    "html": "html",
    "auto": "moodle_auto_format",
}
_NAME_LENGTH = 60
_GAP_SIGNS = re.compile(r"[~=#{}\\%]")
_GRADES = (
    *(0, 5, 10, 100 / 9, 12.5, 100 / 7, 100 / 6, 20, 25, 30, 100 / 3, 40, 50, 60, 200 / 3, 70),
    *(75, 80, 500 / 6, 90, 100),
)
"""The shares of the points that Moodle knows, in percent."""


def write(
    documents: Sequence[Document], markup: Markup = "markdown", media: Media = NO_MEDIA
) -> Written:
    """Each document under a category; texts say whether they are Markdown or HTML."""
    ledger = Ledger(_PARTS, media=media)
    bank = _Bank(_FORMATS[markup], ledger, _ids(documents))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for index, document in enumerate(documents):
        ledger.about(document)
        topic = category(document, index)
        if topic:
            path = f"<text>{escaped('$course$/top/' + topic)}</text>"
            lines += ['  <question type="category">', f"    <category>{path}</category>"]
            lines.append("  </question>")
        for item in document.items:
            if isinstance(item, Question) and is_text_between(item):
                lines += bank.question(item, "description")
            elif ledger.admits(item) and isinstance(item, Question):
                kind = bank.kind(item)
                lines += bank.question(item, kind) if kind else ()
    lines.append("</quiz>")
    return Written("\n".join(lines) + "\n", tuple(ledger.losses))


def _ids(documents: Sequence[Document]) -> Counter[str]:
    return Counter(
        question.id.value.strip()
        for document in documents
        for question in document.questions
        if question.id is not None and question.id
    )


def known_share(share: float) -> float:
    """The share nearest to one that Moodle knows; it refuses any other."""
    size = min(_GRADES, key=lambda grade: abs(grade - abs(share)))
    return -size if share < 0 else size


class _Bank:
    """Writes questions. `ids` counts each id in the file."""

    def __init__(self, format_: str, ledger: Ledger, ids: Counter[str]) -> None:
        self.format = format_
        self.ledger = ledger
        self.ids = ids
        self.names = set(ids)

    def kind(self, question: Question) -> str:
        """Moodle's type for a question; empty for one that it cannot have."""
        match question.interaction:
            case Interaction.TRUE_FALSE if is_true_or_false(question):
                return "truefalse"
            case Interaction.CHOICE | Interaction.MULTIPLE | Interaction.TRUE_FALSE:
                if question.options:
                    return "multichoice"
                return self._not(question, "it has no options")
            case Interaction.TEXT:
                return "shortanswer" if accepted(question) else "essay"
            case Interaction.NUMERIC:
                answers = accepted(question)
                odd = [each.value for each in answers if each.value != "*"]
                odd = [value for value in odd if not is_number(value)]
                if odd:
                    return self._not(question, f"its answer '{odd[0]}' is no number")
                return "numerical" if answers else self._not(question, "it has no right number")
            case Interaction.MATCH:
                both, _ = pairs(question)
                if len(both) > 1 and all(left and right for left, right in both):
                    return "matching"
                return self._not(question, "Moodle wants two pairs, no side of them empty")
            case Interaction.ORDER:
                if len(question.options) > 1:
                    return "ordering"
                return self._not(question, "Moodle wants two things to be put in order")
            case _:
                return self._gapped(question)

    def _gapped(self, question: Question) -> str:
        answers = [each.text.value for each in question.key.written]
        if not answers or question.stem.value.count(BLANK) != len(answers):
            return self._not(question, "not every gap in its text has one answer")
        if any(_GAP_SIGNS.search(answer) for answer in answers):
            return self._not(question, "an answer holds a sign of Moodle's notation for gaps")
        return "cloze"

    def _not(self, question: Question, why: str) -> str:
        without_item(question, self.ledger, why)
        return ""

    def question(self, question: Question, kind: str) -> Iterator[str]:
        """The lines of a question."""
        self.ledger.question(question)
        level = question.difficulty
        if any(FORBIDDEN.search(text.value) for text in every_text(question)):
            self.ledger.lose(question, "characters", "control characters, which XML forbids")
        yield f'  <question type="{kind}">'
        yield f"    <name><text>{escaped(self._name(question))}</text></name>"
        passage = [] if question.stimulus is None else [question.stimulus.text]
        stem = self._stem(question, kind)
        yield from self._part("questiontext", stem, "    ", (*passage, question.stem))
        if question.rationale is not None and question.rationale:
            told = question.rationale
            yield from self._part("generalfeedback", told.value, "    ", (told,))
        if not question.scored or kind == "description":
            yield "    <defaultgrade>0</defaultgrade>"
        if question.id is not None and self.ids[question.id.value.strip()] > 1:
            yield f"    <idnumber>{escaped(question.id.value.strip())}</idnumber>"
        yield from self._answers(question, kind)
        if level is not None and level:
            yield f"    <tags><tag><text>{escaped(level.value.strip())}</text></tag></tags>"
        yield "  </question>"

    def _name(self, question: Question) -> str:
        """The id, or for a question without one the beginning of its stem, made unique."""
        if question.id is not None and question.id:
            return question.id.value.strip()
        words = question.stem.plain
        short = words if len(words) <= _NAME_LENGTH else words[: _NAME_LENGTH - 1].rstrip() + "…"
        named, number = short or "Question", 1
        while named in self.names:
            number += 1
            named = f"{short or 'Question'} ({number})"
        self.names.add(named)
        return named

    def _stem(self, question: Question, kind: str) -> str:
        stem = question.stem.value
        if kind == "cloze":
            first, *rest = stem.split(BLANK)
            answers = [each.text.value for each in question.key.written]
            gaps = (f"{{1:SHORTANSWER:={answer}}}" for answer in answers)
            stem = first + "".join(gap + text for gap, text in zip(gaps, rest, strict=True))
        if question.stimulus is not None:
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
            stem = f"{question.stimulus.text.value}\n\n{stem}"
        return stem

    def _part(self, tag: str, value: str, indent: str, texts: Sequence[Text]) -> Iterator[str]:
        yield f'{indent}<{tag} format="{self.format}">'
        yield from self._text(value, f"{indent}  ", texts)
        yield f"{indent}</{tag}>"

    def _text(self, value: str, indent: str, texts: Sequence[Text]) -> Iterator[str]:
        """A value made of texts, and behind it the files of the pictures that they show."""
        shown: dict[str, str] = {}
        for text in texts:
            shown |= self.ledger.media.of(text)
        names = {name: PLUGIN_FILE + quote(path) for name, path in shown.items()}
        yield f"{indent}<text>{cdata(renamed(value, names))}</text>"
        files = self.ledger.media.files if shown else {}
        for path in dict.fromkeys(shown.values()):
            folder, _, name = path.rpartition("/")
            place = f"/{folder}/" if folder else "/"
            said = f"name={attribute(name)} path={attribute(place)}"
            data = b64encode(files[path]).decode("ascii")
            yield f'{indent}<file {said} encoding="base64">{data}</file>'

    def _answers(self, question: Question, kind: str) -> Iterator[str]:
        match kind:
            case "multichoice" | "truefalse":
                yield from self._choices(question, kind)
            case "shortanswer" | "numerical":
                if kind == "shortanswer":
                    yield "    <usecase>0</usecase>"
                yield from self._typed(question)
            case "matching":
                shuffled = _truth(question.shuffle is not False)
                yield f"    <shuffleanswers>{shuffled}</shuffleanswers>"
                both, lures = pairs(question)
                for left, right in both:
                    assert right is not None
                    yield from self._pair(left.value, right, (left,))
                for lure in lures:
                    yield from self._pair("", lure)
            case "ordering":
                yield "    <layouttype>VERTICAL</layouttype>"
                yield "    <selecttype>ALL</selecttype>"
                for option in question.options:
                    yield from self._answer(
                        FULL, option.text.value, None, self.format, shown=(option.text,)
                    )
            case _:
                pass

    def _choices(self, question: Question, kind: str) -> Iterator[str]:
        right = frozenset(question.key.indices)
        if not right and question.key.state is KeyState.PRESENT:
            written = ", ".join(each.text.value for each in question.key.written)
            self.ledger.lose(question, "keys", f"the answer '{written}', which is no option")
        several = question.interaction is Interaction.MULTIPLE
        if kind == "multichoice":
            yield f"    <single>{_truth(not several)}</single>"
            shuffled = _truth(question.shuffle is not False)
            yield f"    <shuffleanswers>{shuffled}</shuffleanswers>"
            yield "    <answernumbering>abc</answernumbering>"
        shares = weights(question)
        for index, (option, share) in enumerate(zip(question.options, shares, strict=True)):
            if (share > 0) != (index in right) and (several or index in right):
                self.ledger.lose(question, "keys", "a key that its weights contradict")
            if abs(known_share(share) - share) > 0.001:
                what = f"a share of {percent(share)} %: Moodle has {percent(known_share(share))} %"
                self.ledger.lose(question, "weights", what)
            value = option.text.value
            format_ = self.format
            if kind == "truefalse":
                value, format_ = value.strip().lower(), "moodle_auto_format"
            yield from self._answer(
                known_share(share), value, option.feedback, format_, shown=(option.text,)
            )

    def _typed(self, question: Question) -> Iterator[str]:
        for each in accepted(question):
            if not each.value.strip():
                continue
            off = None
            if question.interaction is Interaction.NUMERIC:
                off = plain(each.tolerance or 0.0)
                if each.tolerance is None and each.value == "*":
                    off = None
            weight = known_share(each.weight)
            if abs(weight - each.weight) > 0.001:
                what = f"a share of {percent(each.weight)} %: Moodle has {percent(weight)} %"
                self.ledger.lose(question, "weights", what)
            yield from self._answer(weight, each.value, each.feedback, "moodle_auto_format", off)

    def _answer(
        self,
        share: float,
        value: str,
        told: Text | None,
        format_: str,
        off: str | None = None,
        shown: Sequence[Text] = (),
    ) -> Iterator[str]:
        yield f'    <answer fraction="{percent(share)}" format="{format_}">'
        yield from self._text(value, "      ", shown)
        if told is not None and told:
            yield from self._part("feedback", told.value, "      ", (told,))
        if off is not None:
            yield f"      <tolerance>{off}</tolerance>"
        yield "    </answer>"

    def _pair(self, left: str, right: Text, shown: Sequence[Text] = ()) -> Iterator[str]:
        yield f'    <subquestion format="{self.format}">'
        yield from self._text(left, "      ", shown)
        yield f"      <answer><text>{cdata(right.value)}</text></answer>"
        yield "    </subquestion>"


def _truth(value: bool) -> str:
    return "true" if value else "false"
