"""Which questions a rule is asked about."""

from __future__ import annotations  # as a plug-in may: annotations are strings then

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quizlint.content import (
    MOST_OPTIONS,
    Card,
    Document,
    Finding,
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
    Reading,
    Severity,
    Stimulus,
)
from quizlint.engine.check import check_reading
from quizlint.engine.plan import Checks, Plan
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.page import page
from quizlint.rules.registry import all_rules
from quizlint.rules.when import ANY, FACTS, MOST_WANTED, Selected, Typed, When, kind_of, true_of
from quizlint.text import Source, Span, Text

EMPTY = Text("", Span(0, 0), "")
WORD = Text("word", Span(0, 4), "word")
OPTION = Option(WORD, WORD.span)
PLAIN = Question(
    span=Span(0, 4),
    route="questions[0]",
    stem=WORD,
    options=(OPTION,) * 3,
    key=Key(KeyState.PRESENT, (1,)),
)
TRUE = When.SELECTED | When.ONE_BEST | When.KEYED | When.ONE_KEY
TRUE |= When.SCORED | When.FIXED | When.WHOLE | When.ALONE


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        ({}, ANY, ANY),
        ({"interaction": Interaction.MULTIPLE}, When.ONE_BEST, ANY),
        ({"interaction": Interaction.TRUE_FALSE}, When.ONE_BEST, ANY),
        ({"interaction": Interaction.TEXT}, When.SELECTED | When.ONE_BEST, When.TYPED),
        (
            {"interaction": Interaction.NUMERIC},
            When.SELECTED | When.ONE_BEST,
            When.TYPED | When.NUMERIC,
        ),
        ({"interaction": Interaction.MATCH}, When.SELECTED | When.ONE_BEST, When.MATCHED),
        ({"interaction": Interaction.CLOZE}, When.SELECTED | When.ONE_BEST, ANY),
        ({"key": Key(KeyState.ABSENT)}, When.KEYED | When.ONE_KEY, ANY),
        ({"key": Key(KeyState.PRESENT, (0, 2))}, When.ONE_KEY, When.SEVERAL_KEYS),
        ({"scored": False}, When.SCORED, ANY),
        ({"dynamic": True}, When.FIXED, ANY),
        ({"pool": True}, When.WHOLE, ANY),
        ({"stimulus": Stimulus(WORD, WORD.span)}, When.ALONE, ANY),
        ({"rationale": WORD}, ANY, When.EXPLAINED),
        ({"difficulty": WORD}, ANY, When.LABELLED),
        ({"difficulty": EMPTY}, ANY, ANY),
    ],
)
def test_each_thing_is_told(change: dict[str, object], gone: When, come: When) -> None:
    question = replace(PLAIN, **change)  # type: ignore[arg-type]
    assert true_of(kind_of(question)) == TRUE & ~gone | come


class About(Rule):
    """It counts what it is asked about."""

    code, name, severity = "STM901", "about", Severity.INFO

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def check(self, subject: Question, _ctx: Context) -> Iterator[Finding]:
        self.asked.append(subject)
        yield from ()


class OfSelected(About):
    """It wants an option for each of its reasons."""

    when = When.SCORED
    fewest_options = 3

    def check(self, subject: Selected, _ctx: Context) -> Iterator[Finding]:
        yield from super().check(subject, _ctx)


class OfBothAndCards(About):
    """It speaks to several subjects."""

    def check(self, subject: Card | Selected | Typed, _ctx: Context) -> Iterator[Finding]:
        self.asked.append(subject)
        yield from ()


class OfPairs(About):
    """It holds options against each other."""

    code = "OPT901"


def asked(rule: About, *items: Card | Question) -> list[object]:
    """What a rule is asked about, of the items of one document."""
    document = Document(items, Span(0, 4))
    check_reading(
        Reading((document,), source=Source.from_bytes("a.quiz.yaml", b"word")),
        Plan((rule,), {rule.code: rule.severity}),
    )
    return rule.asked


def test_a_rule_is_asked_where_all_is_true_that_it_names() -> None:
    typed = replace(PLAIN, interaction=Interaction.TEXT)
    survey = replace(PLAIN, scored=False)
    short = replace(PLAIN, options=(OPTION,) * 2)
    assert asked(OfSelected(), typed, survey, short, PLAIN, survey, PLAIN) == [PLAIN, PLAIN]
    assert asked(About(), typed, survey, short) == [typed, survey, short]


def test_a_rule_may_speak_to_several_subjects() -> None:
    card = Card(span=Span(0, 4), route="cards[0]", front=WORD, back=WORD)
    typed = replace(PLAIN, interaction=Interaction.NUMERIC)
    ordered = replace(PLAIN, interaction=Interaction.ORDER)
    assert OfBothAndCards.subjects() == (Card, Question)
    assert asked(OfBothAndCards(), card, PLAIN, typed, ordered) == [card, PLAIN, typed]


def test_crowds_are_not_held_against_each_other() -> None:
    crowd = replace(PLAIN, options=(OPTION,) * (MOST_OPTIONS + 1))
    most = replace(PLAIN, options=(OPTION,) * MOST_OPTIONS)
    assert asked(OfPairs(), crowd, most) == [most]
    assert asked(About(), crowd, most) == [crowd, most]


def test_the_choice_is_made_once_for_all_questions_of_a_kind() -> None:
    checks = Checks.of([OfSelected()], "en")
    first, again = (checks.of_item(replace(PLAIN, route=route)) for route in ("a", "b"))
    assert first is again
    assert len(checks.by_kind) == 1


def test_each_thing_has_a_meaning() -> None:
    assert list(FACTS) == list(When)


def test_the_page_says_it() -> None:
    (said,) = [line for line in page(OfSelected) if line.startswith("It is asked")]
    assert said == (
        "It is asked about questions in which the learner picks among options, an answer is right "
        "or wrong and there are at least 3 options."
    )
    (said,) = [line for line in page(OfBothAndCards) if line.startswith("It is asked")]
    assert said.endswith("picks among options or the learner types a text or a number.")
    assert not [line for line in page(About) if line.startswith("It is asked")]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_what_is_declared_is_about_questions_and_can_be_met(rule: type[Rule]) -> None:
    declared = rule.asked_when() != (ANY,) or rule.fewest_options
    assert not declared or Question in rule.subjects()
    assert 0 <= rule.fewest_options <= MOST_WANTED
