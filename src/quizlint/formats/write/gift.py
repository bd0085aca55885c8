"""Moodle GIFT."""

import re
from collections import Counter
from collections.abc import Sequence

from quizlint.content import Document, Interaction, KeyState, Option, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.parts import NOTHING
from quizlint.formats.write.answers import (
    FULL,
    accepted,
    is_number,
    is_text_between,
    is_true_or_false,
    pairs,
    percent,
    plain,
    weights,
)
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written, writable
from quizlint.formats.write.media import Media
from quizlint.formats.write.native import without_item
from quizlint.text import Text

name = "gift"
suffix = ".gift"
exact = False
rendered = False
unread = NOTHING

_PARTS = TARGETS[name].parts
_NAMES: dict[Markup, str] = {"markdown": "[markdown]", "html": "[html]", "auto": "[moodle]"}
_SIGN = re.compile(r"[\\~=#{}:]")
_LINE_END = re.compile(r"\r\n?|\n")
_LOOKS_LIKE_ANOTHER = re.compile(r"\[(?:html|markdown|plain|moodle)\]|%", re.IGNORECASE)
_LEVELS = frozenset("beginner intermediate advanced basic easy medium hard expert".split())
_ID = re.compile(r"[^\[\]\\\r\n]{1,255}")


def write(
    documents: Sequence[Document], markup: Markup = "markdown", _media: Media = NO_MEDIA
) -> Written:
    """Each document under a category; texts are named Markdown or HTML as they are."""
    ledger = Ledger(_PARTS)
    script = _Script(markup, ledger, _names(documents))
    blocks: list[str] = []
    for index, document in enumerate(documents):
        ledger.about(document)
        topic = category(document, index)
        if topic:
            blocks.append(f"$CATEGORY: $course$/top/{topic}")
        for item in document.items:
            if isinstance(item, Question) and is_text_between(item):
                blocks.append(script.text_between(item))
            elif ledger.admits(item) and isinstance(item, Question):
                blocks += script.question(item)
    return Written("\n\n".join(blocks) + "\n", tuple(ledger.losses))


def category(document: Document, index: int) -> str:
    """The path of the category of a document; empty where none is needed."""
    said = document.topic or (document.title if index else None)
    words = "" if said is None else " ".join(writable(said.value).split())
    return words or (f"Part {index + 1}" if index else "")


def _names(documents: Sequence[Document]) -> Counter[str]:
    return Counter(
        _escaped(question.id.value)
        for document in documents
        for question in document.questions
        if question.id is not None
    )


def _escaped(value: str) -> str:
    """A text in which no sign is left upon which Moodle acts."""
    value = _SIGN.sub(lambda sign: "\\" + sign[0], writable(value))
    return _LINE_END.sub(r"\\n", value.strip())


class _Script:
    """Writes questions; `names` counts the titles in the file."""

    def __init__(self, markup: Markup, ledger: Ledger, names: Counter[str]) -> None:
        self.markup = _NAMES[markup]
        self.ledger = ledger
        self.names = names

    def question(self, question: Question) -> list[str]:
        """The block of a question, or nothing for one that GIFT cannot say."""
        answers = self._answers(question)
        if answers is None:
            return []
        self.ledger.question(question)
        if question.rationale is not None and question.rationale:
            answers.append(f"####{self._text(question.rationale)}")
        stem = question.stem.value
        if question.stimulus is not None:
            stem = f"{question.stimulus.text.value}\n\n{stem}"
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
        lines = self._remarks(question)
        title = ""
        if question.id is not None and question.id:
            words = _escaped(question.id.value)
            title = f"::{words}:: " if self.names[words] == 1 else ""
        inside = "".join(f"\n  {each}" for each in answers)
        if len(answers) == 1 and question.interaction in (Interaction.TRUE_FALSE,):
            body = "{" + answers[0] + "}"
        else:
            body = "{" + inside + "\n}" if answers else "{}"
        lines.append(f"{title}{self.markup}{_escaped(stem)} {body}")
        return ["\n".join(lines)]

    def text_between(self, question: Question) -> str:
        """The block of a text that is shown between questions."""
        self.ledger.question(question)
        title = _escaped(question.id.value) if question.id is not None and question.id else ""
        lead = f"::{title}:: " if title and self.names[title] == 1 else ""
        return f"{lead}{self.markup}{_escaped(question.stem.value)}"

    def _remarks(self, question: Question) -> list[str]:
        said = ""
        if question.id is not None and question.id:
            words = question.id.value.strip()
            if self.names[_escaped(words)] > 1:
                if _ID.fullmatch(words):
                    said += f" [id:{words}]"
                else:
                    self.ledger.lose(question, "ids", "its id, which others have too")
        level = question.difficulty
        if level is not None and level:
            if level.value.strip().lower() in _LEVELS:
                said += f" [tag:{level.value.strip()}]"
            else:
                self.ledger.lose(question, "levels", f"its level '{level.value.strip()}'")
        return [f"//{said}"] if said else []

    def _answers(self, question: Question) -> list[str] | None:
        match question.interaction:
            case Interaction.TEXT:
                return self._typed(question)
            case Interaction.NUMERIC:
                return self._numbers(question)
            case Interaction.MATCH:
                return self._pairs(question)
            case _:
                return self._choices(question)

    def _choices(self, question: Question) -> list[str] | None:
        options = question.options
        right = frozenset(question.key.indices)
        if not options:
            without_item(question, self.ledger, "it has no options")
            return None
        if not right and question.key.state is KeyState.PRESENT:
            written = ", ".join(each.text.value for each in question.key.written)
            self.ledger.lose(question, "keys", f"the answer '{written}', which is no option")
        if question.interaction is Interaction.TRUE_FALSE and is_true_or_false(question):
            return [self._truth(question)]
        several = question.interaction is Interaction.MULTIPLE
        shares = weights(question)
        if not several and not right:
            self.ledger.lose(question, "interaction", "that one option is right: none is marked")
        found = []
        for index, (option, share) in enumerate(zip(options, shares, strict=True)):
            weight = "" if share == 0.0 else f"%{percent(share)}%"
            if several:
                if (share > 0) != (index in right):
                    self.ledger.lose(question, "keys", "a key that its weights contradict")
                if not any(share for share in shares):
                    weight = "%0%"
                mark = f"~{weight}"
            elif index in right:
                mark = "="
                if share != FULL:
                    what = f"that its right option earns {percent(share)} %, for it earns all"
                    self.ledger.lose(question, "weights", what)
            else:
                mark = f"~{weight}"
            found.append(mark + self._option(option))
        return found

    def _option(self, option: Option) -> str:
        told = ""
        if option.feedback is not None and option.feedback:
            told = f" # {self._text(option.feedback)}"
        return self._text(option.text) + told

    def _truth(self, question: Question) -> str:
        right = question.options[question.key.indices[0]]
        wrong = next(each for each in question.options if each is not right)
        remarks = [
            self._text(each.feedback) if each.feedback is not None else ""
            for each in (wrong, right)
        ]
        told = f"#{remarks[0]}#{remarks[1]}" if any(remarks) else ""
        return right.text.value.strip().upper() + told

    def _typed(self, question: Question) -> list[str] | None:
        found = []
        for each in accepted(question):
            if not each.value.strip():
                continue
            if "->" in each.value:
                why = "GIFT takes the -> in its answer for a pair to be matched"
                without_item(question, self.ledger, why)
                return None
            if each.weight <= 0 and each.feedback is None:
                self.ledger.lose(question, "responses", f"the wrong answer '{each.value}'")
                continue
            weight = "" if each.weight == FULL else f"%{percent(each.weight)}%"
            told = "" if each.feedback is None else f" # {self._text(each.feedback)}"
            answer = _escaped(each.value)
            if not weight and answer.startswith("%"):
                weight = "%100%"
            found.append(f"={weight}{answer}{told}")
        return found

    def _numbers(self, question: Question) -> list[str] | None:
        found = ["#"]
        for each in accepted(question):
            value = each.value.strip()
            if value == "*" and each.weight <= 0 and each.feedback is not None:
                found.append(f"~#{self._text(each.feedback)}")
                continue
            if not is_number(value):
                without_item(question, self.ledger, f"its answer '{value}' is no number")
                return None
            weight = "" if each.weight == FULL else f"%{percent(each.weight)}%"
            off = f":{plain(each.tolerance)}" if each.tolerance is not None else ""
            told = "" if each.feedback is None else f" # {self._text(each.feedback)}"
            found.append(f"={weight}{value}{off}{told}")
        if len(found) == 1:
            without_item(question, self.ledger, "it has no number that is right")
            return None
        return found

    def _pairs(self, question: Question) -> list[str] | None:
        both, lures = pairs(question)
        found = []
        for left, right in both:
            if right is None or "->" in left.value or len(both) < 2 or not right or not left:
                why = "GIFT wants two pairs, no side of them empty and no -> in the first"
                without_item(question, self.ledger, why)
                return None
            found.append(f"={self._text(left)} -> {_escaped(right.value)}")
        return found + [f"= -> {_escaped(each.value)}" for each in lures]

    def _text(self, text: Text) -> str:
        """A text in the markup of its question, which is named again where it might not be seen."""
        words = _escaped(text.value)
        return self.markup + words if _LOOKS_LIKE_ANOTHER.match(words) else words
