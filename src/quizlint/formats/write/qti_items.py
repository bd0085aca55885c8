"""One question as an item of QTI 2.1."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizlint.content import BLANK, Interaction, KeyState, Question
from quizlint.formats.catalogue import Markup
from quizlint.formats.write.answers import (
    accepted,
    every_text,
    is_number,
    is_text_between,
    pairs,
    percent,
    plain,
)
from quizlint.formats.write.base import Ledger
from quizlint.formats.write.native import without_item
from quizlint.formats.write.xhtml import as_block, has_blocks, xhtml
from quizlint.formats.write.xml_text import FORBIDDEN, attribute, escaped
from quizlint.text import Text

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = f"{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_TITLE_LENGTH = 80


@dataclass(slots=True)
class _Item:
    """An item under way: its declarations, its body, how it is marked and what is told."""

    declared: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    processing: str = ""
    told: list[tuple[str, str]] = field(default_factory=list)  # identifier and XHTML


@dataclass(slots=True)
class ItemWriter:
    """Writes items; `language` is that of all of them."""

    markup: Markup
    ledger: Ledger
    language: str = ""
    taken: set[str] = field(default_factory=set)

    def identifier(self, question: Question, number: int) -> str:
        """The id where QTI allows it, else a number."""
        if question.id is not None and question.id:
            said = question.id.value.strip()
            if _IDENTIFIER.fullmatch(said) and said not in self.taken:
                self.taken.add(said)
                return said
            why = "others have it" if said in self.taken else "QTI allows no such signs"
            self.ledger.lose(question, "ids", f"its id '{said}': {why}")
        said = f"item-{number}"
        while said in self.taken:
            said += "-"
        self.taken.add(said)
        return said

    def write(self, question: Question, identifier: str) -> str:
        """The file of an item; empty for a question that QTI cannot have."""
        item = _Item()
        if not self._ask(question, item):
            return ""
        self.ledger.question(question)
        if any(FORBIDDEN.search(text.value) for text in every_text(question)):
            self.ledger.lose(question, "characters", "control characters, which XML forbids")
        title = question.stem.plain[:_TITLE_LENGTH].strip() or identifier
        if item.told:
            several = "multiple" if question.interaction is Interaction.MULTIPLE else "single"
            item.declared.append(
                f'<outcomeDeclaration identifier="FEEDBACK" cardinality="{several}" '
                'baseType="identifier"/>'
            )
        return "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<assessmentItem xmlns="{NAMESPACE}" xmlns:xsi="{_INSTANCE}"',
                f'    xsi:schemaLocation="{SCHEMA}"',
                f"    identifier={attribute(identifier)} title={attribute(title)}",
                f'   {self._said_language()} adaptive="false" timeDependent="false">',
                *(f"  {line}" for line in item.declared),
                *self._solution_outcome(question),
                "  <itemBody>",
                *(f"    {line}" for line in item.body),
                "  </itemBody>",
                *([f"  {item.processing}"] if item.processing else ()),
                *self._solution(question),
                *(
                    f'  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="{name}" '
                    f'showHide="show">{text}</modalFeedback>'
                    for name, text in item.told
                ),
                "</assessmentItem>",
                "",
            ]
        )

    def _said_language(self) -> str:
        return f" xml:lang={attribute(self.language)}" if self.language else ""

    def _solution_outcome(self, question: Question) -> Iterator[str]:
        if question.rationale is not None and question.rationale:
            yield (
                '  <outcomeDeclaration identifier="SOLUTION" cardinality="single" '
                'baseType="identifier"><defaultValue><value>solution</value></defaultValue>'
                "</outcomeDeclaration>"
            )

    def _solution(self, question: Question) -> Iterator[str]:
        if question.rationale is not None and question.rationale:
            yield (
                '  <modalFeedback outcomeIdentifier="SOLUTION" identifier="solution" '
                f'showHide="show">{self._html(question.rationale)}</modalFeedback>'
            )

    def _html(self, text: Text) -> str:
        return xhtml(text.value.strip(), self.markup)

    def _ask(self, question: Question, item: _Item) -> bool:
        """Fill in what is asked; False for a question that cannot be."""
        if is_text_between(question):
            item.body += [as_block(self._html(question.stem))]
            return True
        match question.interaction:
            case Interaction.TEXT | Interaction.NUMERIC:
                return self._typed(question, item)
            case Interaction.MATCH:
                return self._match(question, item)
            case Interaction.ORDER:
                return self._order(question, item)
            case Interaction.CLOZE:
                return self._gaps(question, item)
            case _:
                return self._choice(question, item)

    def _not(self, question: Question, why: str) -> bool:
        without_item(question, self.ledger, why)
        return False

    def _lead(self, question: Question, item: _Item) -> str:
        """Put the stem before the interaction, and give its prompt behind a passage."""
        stem = self._html(question.stem)
        if question.stimulus is None:
            item.body.append(as_block(stem))
            return ""
        item.body.append(as_block(self._html(question.stimulus.text)))
        if has_blocks(stem):
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
            self.ledger.lose(question, "stimulus", "the passage apart from the stem")
            item.body.append(as_block(stem))
            return ""
        return f"<prompt>{stem}</prompt>"

    def _choice(self, question: Question, item: _Item) -> bool:
        options = question.options
        if not options:
            return self._not(question, "it has no options")
        several = question.interaction is Interaction.MULTIPLE
        names = [f"choice-{index + 1}" for index in range(len(options))]
        right = question.key.indices
        if not right and question.key.state is KeyState.PRESENT:
            written = ", ".join(each.text.value for each in question.key.written)
            self.ledger.lose(question, "keys", f"the answer '{written}', which is no option")
        if not several and len(right) > 1:
            self.ledger.lose(question, "keys", "all right options but the first: QTI takes one")
            right = right[:1]
        weighed = any(option.weight not in (None, 0.0, 100.0) for option in options)
        entries = ""
        if weighed:
            # A mapping alone decides what an answer earns, and is not looked at for a single one
            # whose share is not the greatest.
            entries = "".join(
                f'<mapEntry mapKey="{name}" mappedValue="{percent((option.weight or 0.0) / 100)}"/>'
                for name, option in zip(names, options, strict=True)
            )
            entries = f'<mapping defaultValue="0">{entries}</mapping>'
        kind = "multiple" if several else "single"
        values = _values([names[index] for index in right])
        item.declared.append(
            f'<responseDeclaration identifier="RESPONSE" cardinality="{kind}" '
            f'baseType="identifier">{values}{entries}</responseDeclaration>'
        )
        prompt = self._lead(question, item)
        shuffle = "true" if question.shuffle else "false"
        most = 0 if several else 1
        item.body.append(
            f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="{shuffle}" '
            f'maxChoices="{most}">{prompt}'
        )
        for name, option in zip(names, options, strict=True):
            item.body.append(
                f'  <simpleChoice identifier="{name}">{self._html(option.text)}</simpleChoice>'
            )
            if option.feedback is not None and option.feedback:
                item.told.append((name, self._html(option.feedback)))
        item.body.append("</choiceInteraction>")
        self._mark(question, item, "map_response" if weighed else "match_correct")
        return True

    def _mark(self, question: Question, item: _Item, template: str) -> None:
        """How a response is marked; where feedback depends on it, in full instead of by name."""
        if not question.scored and question.key.state is KeyState.ABSENT:
            return
        item.declared.append(
            '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
            "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
        )
        if not item.told:
            item.processing = f'<responseProcessing template="{_TEMPLATES}/{template}"/>'
            return
        told = (
            '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/>'
            "</setOutcomeValue>"
        )
        if template == "map_response":
            score = (
                '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/>'
                "</setOutcomeValue>"
            )
        else:
            score = _if_match("RESPONSE", '<correct identifier="RESPONSE"/>')
        item.processing = f"<responseProcessing>{score}{told}</responseProcessing>"

    def _typed(self, question: Question, item: _Item) -> bool:
        answers = [each for each in accepted(question) if each.value.strip()]
        wrong = [each for each in answers if each.weight <= 0]
        if wrong or any(each.feedback is not None for each in answers):
            self.ledger.lose(question, "feedback", "feedback on what learners type")
        right = [each for each in answers if each.weight > 0]
        numeric = question.interaction is Interaction.NUMERIC
        odd = [each.value for each in right if numeric and not is_number(each.value)]
        if odd:
            return self._not(question, f"its answer '{odd[0]}' is no number")
        base = "float" if numeric else "string"
        entries = ""
        if len(right) > 1 or any(each.weight < 100.0 for each in right):
            entries = "".join(
                f"<mapEntry mapKey={attribute(each.value.strip())} "
                f'mappedValue="{percent(each.weight / 100)}"/>'
                for each in right
            )
            entries = f'<mapping defaultValue="0">{entries}</mapping>'
            if any(each.weight < 100.0 for each in right):
                what = "what quizlint reads of partial credit: it stands in the file"
                self.ledger.lose(question, "weights", what)
        item.declared.append(
            f'<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="{base}">'
            f"{_values([each.value.strip() for each in right[:1]])}{entries}"
            "</responseDeclaration>"
        )
        if question.stimulus is not None:
            item.body.append(as_block(self._html(question.stimulus.text)))
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
            self.ledger.lose(question, "stimulus", "the passage apart from the stem")
        item.body.append(as_block(self._html(question.stem)))
        if right:
            item.body.append('<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>')
        else:
            item.body.append('<extendedTextInteraction responseIdentifier="RESPONSE"/>')
        self._mark(question, item, "map_response" if entries else "match_correct")
        sizes = {each.tolerance for each in right if each.tolerance is not None}
        if len(sizes) > 1:
            self.ledger.lose(question, "tolerance", "all tolerances but the greatest")
        if sizes:
            size = plain(max(sizes))
            equal = (
                f'<equal toleranceMode="absolute" tolerance="{size} {size}">'
                '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>'
            )
            item.processing = f"<responseProcessing>{_if(equal)}</responseProcessing>"
        return True

    def _match(self, question: Question, item: _Item) -> bool:
        both, lures = pairs(question)
        if not both or any(right is None for _, right in both):
            return self._not(question, "not every left side has a right one")
        rights: dict[str, Text] = {}
        for _, right in both:
            assert right is not None
            rights.setdefault(right.value, right)
        known = list(rights)
        values = [
            f"left-{at + 1} right-{known.index(right.value) + 1}"
            for at, (_, right) in enumerate(both)
            if right is not None
        ]
        item.declared.append(
            '<responseDeclaration identifier="RESPONSE" cardinality="multiple" '
            f'baseType="directedPair">{_values(values)}</responseDeclaration>'
        )
        prompt = self._lead(question, item)
        shuffle = "false" if question.shuffle is False else "true"
        item.body += [
            f'<matchInteraction responseIdentifier="RESPONSE" shuffle="{shuffle}"',
            f'    maxAssociations="{len(both)}">{prompt}',
            "  <simpleMatchSet>",
            *(self._side(f"left-{at + 1}", left, 1) for at, (left, _) in enumerate(both)),
            "  </simpleMatchSet>",
            "  <simpleMatchSet>",
            *(
                self._side(f"right-{at + 1}", text, len(both))
                for at, text in enumerate([*rights.values(), *lures])
            ),
            "  </simpleMatchSet>",
            "</matchInteraction>",
        ]
        self._mark(question, item, "match_correct")
        return True

    def _side(self, name: str, text: Text, most: int) -> str:
        return (
            f'    <simpleAssociableChoice identifier="{name}" matchMax="{most}">'
            f"{self._html(text)}</simpleAssociableChoice>"
        )

    def _order(self, question: Question, item: _Item) -> bool:
        if len(question.options) < 2:
            return self._not(question, "it has fewer than two things to be put in order")
        names = [f"choice-{at + 1}" for at in range(len(question.options))]
        item.declared.append(
            '<responseDeclaration identifier="RESPONSE" cardinality="ordered" '
            f'baseType="identifier">{_values(names)}</responseDeclaration>'
        )
        prompt = self._lead(question, item)
        item.body.append(f'<orderInteraction responseIdentifier="RESPONSE" shuffle="true">{prompt}')
        for name, option in zip(names, question.options, strict=True):
            item.body.append(
                f'  <simpleChoice identifier="{name}">{self._html(option.text)}</simpleChoice>'
            )
        item.body.append("</orderInteraction>")
        self._mark(question, item, "match_correct")
        return True

    def _gaps(self, question: Question, item: _Item) -> bool:
        answers = [each.text.value.strip() for each in question.key.written]
        stem = self._html(question.stem)
        first, *rest = stem.split(BLANK)
        if not answers or len(rest) != len(answers):
            return self._not(question, "not every gap in its text has one answer")
        names = [f"RESPONSE_{at + 1}" for at in range(len(answers))]
        for name, answer in zip(names, answers, strict=True):
            item.declared.append(
                f'<responseDeclaration identifier="{name}" cardinality="single" '
                f'baseType="string">{_values([answer])}</responseDeclaration>'
            )
        text = first + "".join(
            f'<textEntryInteraction responseIdentifier="{name}"/>{after}'
            for name, after in zip(names, rest, strict=True)
        )
        if question.stimulus is not None:
            self.ledger.lose(question, "stem", "its own place for the stem, behind the passage")
            self.ledger.lose(question, "stimulus", "the passage apart from the stem")
            item.body.append(as_block(self._html(question.stimulus.text)))
        item.body.append(as_block(text))
        item.declared.append(
            '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
            "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
        )
        share = percent(1 / len(names))
        each = "".join(
            _if(
                f'<match><variable identifier="{name}"/><correct identifier="{name}"/></match>',
                f'<sum><variable identifier="SCORE"/><baseValue baseType="float">{share}'
                "</baseValue></sum>",
            )
            for name in names
        )
        item.processing = f"<responseProcessing>{each}</responseProcessing>"
        return True


def _values(values: Sequence[str]) -> str:
    if not values:
        return ""
    inside = "".join(f"<value>{escaped(value)}</value>" for value in values)
    return f"<correctResponse>{inside}</correctResponse>"


def _if_match(response: str, right: str) -> str:
    return _if(f'<match><variable identifier="{response}"/>{right}</match>')


def _if(condition: str, value: str = '<baseValue baseType="float">1</baseValue>') -> str:
    return (
        f"<responseCondition><responseIf>{condition}"
        f'<setOutcomeValue identifier="SCORE">{value}</setOutcomeValue>'
        "</responseIf></responseCondition>"
    )
