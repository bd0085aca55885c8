"""One question as an item of QTI 1.2, of the types that Canvas knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from quizlint.content import BLANK, Interaction, KeyState, Question
from quizlint.formats.catalogue import Markup
from quizlint.formats.write.answers import (
    FULL,
    Accepted,
    accepted,
    every_text,
    is_number,
    is_text_between,
    is_true_or_false,
    pairs,
    percent,
    plain,
)
from quizlint.formats.write.base import Ledger
from quizlint.formats.write.media import renamed
from quizlint.formats.write.native import without_item
from quizlint.formats.write.xhtml import xhtml
from quizlint.formats.write.xml_text import FORBIDDEN, attribute, escaped
from quizlint.text import Text

_TITLE_LENGTH = 80
FILE_BASE = "$IMS-CC-FILEBASE$/"
"""What Canvas has before the name of a file of the package."""

RESPONSE = "response1"
"""The name of a question's one response."""


@dataclass(slots=True)
class _Item:
    """An item under way: Canvas's word for it, what is shown, marked and told."""

    kind: str
    shown: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    told: list[tuple[str, Text]] = field(default_factory=list)


@dataclass(slots=True)
class ItemWriter:
    """Writes items. `taken` are the identifiers that are in use."""

    markup: Markup
    ledger: Ledger
    taken: set[str]
    number: int = 0

    def write(self, question: Question) -> Iterator[str]:
        """The lines of an item; none for a question that Canvas cannot have."""
        item = self._asked(question)
        if item is None:
            return
        self.ledger.question(question)
        if any(FORBIDDEN.search(text.value) for text in every_text(question)):
            self.ledger.lose(question, "characters", "control characters, which XML forbids")
        identifier = self._identifier(question)
        title = question.stem.plain[:_TITLE_LENGTH].strip() or identifier
        yield f"      <item ident={attribute(identifier)} title={attribute(title)}>"
        yield "        <itemmetadata><qtimetadata>"
        points = "1.0" if question.scored else "0.0"
        for label, value in (("question_type", item.kind), ("points_possible", points)):
            yield (
                f"          <qtimetadatafield><fieldlabel>{label}</fieldlabel>"
                f"<fieldentry>{value}</fieldentry></qtimetadatafield>"
            )
        yield "        </qtimetadata></itemmetadata>"
        yield "        <presentation>"
        yield f"          {self._shown_stem(question, item)}"
        yield from (f"          {line}" for line in item.shown)
        yield "        </presentation>"
        yield from self._processing(question, item)
        for name, text in item.told:
            yield (
                f'        <itemfeedback ident="{name}"><flow_mat>{self._material(text.value, text)}'
                "</flow_mat></itemfeedback>"
            )
        yield "      </item>"

    def _identifier(self, question: Question) -> str:
        """The id, else a number."""
        self.number += 1
        said = "" if question.id is None else question.id.value.strip()
        if said and said in self.taken:
            self.ledger.lose(question, "ids", f"its id '{said}': others have it")
            said = ""
        said = said or f"item-{self.number}"
        while said in self.taken:
            said += "-"
        self.taken.add(said)
        return said

    def _shown_stem(self, question: Question, item: _Item) -> str:
        passage = () if question.stimulus is None else (question.stimulus.text,)
        return self._material(self._stem(question, item), question.stem, *passage)

    def _stem(self, question: Question, item: _Item) -> str:
        stem = question.stem.value.strip()
        if item.kind == "fill_in_multiple_blanks_question":
            first, *rest = stem.split(BLANK)
            stem = first + "".join(f"[blank{at}]{text}" for at, text in enumerate(rest, 1))
        if question.stimulus is not None:
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
            stem = f"{question.stimulus.text.value.strip()}\n\n{stem}"
        return stem

    def _material(self, value: str, *texts: Text) -> str:
        """A value made of texts; the pictures that these show are named as Canvas names them."""
        shown: dict[str, str] = {}
        for text in texts:
            shown |= self.ledger.media.of(text)
        names = {name: FILE_BASE + quote(path) for name, path in shown.items()}
        shown_as = escaped(xhtml(renamed(value.strip(), names), self.markup))
        return f'<material><mattext texttype="text/html">{shown_as}</mattext></material>'

    def _processing(self, question: Question, item: _Item) -> Iterator[str]:
        """How the answer is marked. What is told stands before, for marking ends at a right one."""
        yield "        <resprocessing>"
        yield (
            '          <outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" '
            'vartype="Decimal"/></outcomes>'
        )
        for name, _ in item.told:
            choice = name.removesuffix("_fb")
            yield (
                '          <respcondition continue="Yes"><conditionvar>'
                f'<varequal respident="{RESPONSE}">{choice}</varequal></conditionvar>'
                f'<displayfeedback feedbacktype="Response" linkrefid="{name}"/></respcondition>'
            )
        if question.rationale is not None and question.rationale:
            item.told.append(("general_fb", question.rationale))
            yield (
                '          <respcondition continue="Yes"><conditionvar><other/></conditionvar>'
                '<displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>'
            )
        yield from (f"          {line}" for line in item.marked)
        yield "        </resprocessing>"

    def _asked(self, question: Question) -> _Item | None:
        """What is asked and how it is marked; None for a question that cannot be."""
        if is_text_between(question):
            return _Item("text_only_question")
        match question.interaction:
            case Interaction.TEXT:
                return self._typed(question)
            case Interaction.NUMERIC:
                return self._numeric(question)
            case Interaction.MATCH:
                return self._match(question)
            case Interaction.CLOZE:
                return self._gaps(question)
            case _:
                return self._choice(question)

    def _not(self, question: Question, why: str) -> _Item | None:
        without_item(question, self.ledger, why)
        return None

    def _choice(self, question: Question) -> _Item | None:
        options = question.options
        if not options:
            return self._not(question, "it has no options")
        several = question.interaction is Interaction.MULTIPLE
        kind = "multiple_answers_question" if several else "multiple_choice_question"
        if question.interaction is Interaction.TRUE_FALSE and is_true_or_false(question):
            kind = "true_false_question"
        item = _Item(kind)
        names = [f"choice-{at}" for at in range(1, len(options) + 1)]
        right = question.key.indices
        if not right and question.key.state is KeyState.PRESENT:
            written = ", ".join(each.text.value for each in question.key.written)
            self.ledger.lose(question, "keys", f"the answer '{written}', which is no option")
        if not several and len(right) > 1:
            self.ledger.lose(question, "keys", "all right options but the first: Canvas takes one")
            right = right[:1]
        texts = [option.text for option in options]
        item.shown = self._list(RESPONSE, "Multiple" if several else "Single", names, texts)
        for name, option in zip(names, options, strict=True):
            if option.feedback is not None and option.feedback:
                item.told.append((f"{name}_fb", option.feedback))
        if right and several:
            wanted = "".join(
                equal if at in right else f"<not>{equal}</not>"
                for at, equal in enumerate(_equal(RESPONSE, name) for name in names)
            )
            item.marked.append(_earns(f"<and>{wanted}</and>"))
        elif right:
            item.marked.append(_earns(_equal(RESPONSE, names[right[0]])))
        return item

    def _list(
        self, response: str, cardinality: str, names: Sequence[str], texts: Sequence[Text]
    ) -> list[str]:
        lines = [f'<response_lid ident="{response}" rcardinality="{cardinality}"><render_choice>']
        for name, text in zip(names, texts, strict=True):
            shown = self._material(text.value, text)
            lines.append(f'  <response_label ident="{name}">{shown}</response_label>')
        return [*lines, "</render_choice></response_lid>"]

    def _typed(self, question: Question) -> _Item:
        right = self._accepted(question)
        item = _Item("short_answer_question" if right else "essay_question", [_box()])
        if right:
            equal = "".join(_equal(RESPONSE, each.value.strip()) for each in right)
            item.marked.append(_earns(equal))
        return item

    def _accepted(self, question: Question) -> list[Accepted]:
        """The answers that earn points; what else is said of answers is lost."""
        answers = [each for each in accepted(question) if each.value.strip()]
        right = [each for each in answers if each.weight > 0]
        if len(right) < len(answers) or any(each.feedback is not None for each in answers):
            self.ledger.lose(question, "feedback", "feedback on what learners type")
        return right

    def _numeric(self, question: Question) -> _Item | None:
        right = self._accepted(question)
        odd = [each.value for each in right if not is_number(each.value)]
        if odd or not right:
            why = f"its answer '{odd[0]}' is no number" if odd else "it has no right number"
            return self._not(question, why)
        item = _Item("numerical_question", [_box("Decimal")])
        for each in right:
            center, off = float(each.value), each.tolerance or 0.0
            low, high = plain(center - off), plain(center + off)
            between = (
                f'<and><vargte respident="{RESPONSE}">{low}</vargte>'
                f'<varlte respident="{RESPONSE}">{high}</varlte></and>'
            )
            equal = _equal(RESPONSE, each.value.strip())
            item.marked.append(_earns(f"<or>{equal}{between}</or>"))
        return item

    def _match(self, question: Question) -> _Item | None:
        both, lures = pairs(question)
        if not both or any(right is None for _, right in both):
            return self._not(question, "not every left side has a right one")
        rights = {right.value: right for _, right in both if right is not None}
        texts = [*rights.values(), *lures]
        names = [f"right-{at}" for at in range(1, len(texts) + 1)]
        known = list(rights)
        item = _Item("matching_question")
        for at, (left, right) in enumerate(both, 1):
            assert right is not None
            begin, *rest = self._list(f"response_left-{at}", "Single", names, texts)
            opened, _, choices = begin.partition("<render_choice>")
            item.shown += [
                f"{opened}{self._material(left.value, left)}<render_choice>{choices}",
                *rest,
            ]
            share = percent(FULL / len(both))
            name = names[known.index(right.value)]
            item.marked.append(_earns(_equal(f"response_left-{at}", name), share))
        return item

    def _gaps(self, question: Question) -> _Item | None:
        answers = [each.text for each in question.key.written]
        if not answers or question.stem.value.count(BLANK) != len(answers):
            return self._not(question, "not every gap in its text has one answer")
        item = _Item("fill_in_multiple_blanks_question")
        for at, answer in enumerate(answers, 1):
            name, response = f"answer-{at}", f"response_blank{at}"
            begin, *rest = self._list(response, "Single", [name], [answer])
            opened, _, choices = begin.partition("<render_choice>")
            slot = f"<material><mattext>blank{at}</mattext></material>"
            item.shown += [f"{opened}{slot}<render_choice>{choices}", *rest]
            item.marked.append(_earns(_equal(response, name), percent(FULL / len(answers))))
        return item


def _box(kind: str = "") -> str:
    """A field in which learners write."""
    said = f' fibtype="{kind}"' if kind else ""
    return (
        f'<response_str ident="{RESPONSE}" rcardinality="Single"><render_fib{said}>'
        '<response_label ident="answer1"/></render_fib></response_str>'
    )


def _equal(response: str, value: str) -> str:
    return f'<varequal respident="{response}">{escaped(value)}</varequal>'


def _earns(condition: str, share: str = "100") -> str:
    """What is given for an answer. Shares of several answers add up."""
    action, more = ("Set", "No") if share == "100" else ("Add", "Yes")
    return (
        f'<respcondition continue="{more}"><conditionvar>{condition}</conditionvar>'
        f'<setvar action="{action}" varname="SCORE">{share}</setvar></respcondition>'
    )
