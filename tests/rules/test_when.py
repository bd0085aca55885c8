"""When rules about questions are asked."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from quizlint.content import (
    Finding,
    Interaction,
    Key,
    KeyState,
    Option,
    Problem,
    Question,
    Severity,
    Stimulus,
)
from quizlint.engine.plan import Checks
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.rules.when import MOST_WANTED, Selected, Typed, When, kind_of, true_of
from quizlint.text import Span, Text

HERE = Span(0, 1)
TEXT = Text("x", HERE, "x")


def question(options: Any = 4, keys: Any = (0,), **more: Any) -> Question:
    key = Key(KeyState.PRESENT if keys else KeyState.ABSENT, keys)
    offered = tuple(Option(TEXT, HERE) for _ in range(options))
    return Question(span=HERE, route="q", stem=TEXT, options=offered, key=key, **more)


@pytest.mark.parametrize(
    ("flag", "holds", "fails"),
    [
        (
            When.SELECTED,
            {"interaction": Interaction.TRUE_FALSE},
            {"interaction": Interaction.MATCH},
        ),
        (When.TYPED, {"interaction": Interaction.NUMERIC}, {"interaction": Interaction.CHOICE}),
        (When.ONE_BEST, {}, {"interaction": Interaction.MULTIPLE}),
        (When.KEYED, {"keys": (1, 2)}, {"keys": ()}),
        (When.ONE_KEY, {"keys": (1,)}, {"keys": (1, 2)}),
        (When.SCORED, {}, {"scored": False}),
        (When.FIXED, {}, {"dynamic": True}),
        (When.WHOLE, {}, {"pool": True}),
        (When.ALONE, {}, {"stimulus": Stimulus(TEXT, HERE)}),
        (When.EXPLAINED, {"rationale": TEXT}, {}),
        (When.LABELLED, {"difficulty": TEXT}, {}),
    ],
)
def test_what_is_true_of_a_question(
    flag: When, holds: dict[str, Any], fails: dict[str, Any]
) -> None:
    assert flag in true_of(question(**holds))
    assert flag not in true_of(question(**fails))


def test_of_one_kind_all_the_same_is_true() -> None:
    """The choice of rules is made once a kind, so a kind must be all that the choice looks at."""
    known: dict[object, When] = {}
    flags = (False, True)
    for interaction, keys, *said, options in product(
        Interaction, ((), (0,), (0, 1), (0, 1, 2)), *[flags] * 6, (0, 2, MOST_WANTED, 30)
    ):
        scored, dynamic, pool, shared, explained, labelled = said
        made = question(
            options,
            keys,
            interaction=interaction,
            scored=scored,
            dynamic=dynamic,
            pool=pool,
            stimulus=Stimulus(TEXT, HERE) if shared else None,
            rationale=TEXT if explained else None,
            difficulty=TEXT if labelled else None,
        )
        assert known.setdefault(kind_of(made), true_of(made)) == true_of(made)


class OfSelected(Rule):
    """A rule."""

    code, name, severity = "XYZ001", "of-selected", Severity.INFO
    when = When.ONE_KEY
    fewest_options = 3

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(question.span, "asked")


class OfTypedAndProblems(Rule):
    """A rule."""

    code, name, severity = "XYZ002", "of-typed", Severity.INFO

    def check(self, subject: Problem | Typed, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(subject.span, "asked")


def test_a_rule_is_asked_of_what_it_wants() -> None:
    checks = Checks.of([OfSelected(), OfTypedAndProblems()], "en")

    def asked(made: Question) -> list[str]:
        return [rule.code for rule in checks.of_item(made)]

    assert asked(question()) == ["XYZ001"]
    assert asked(question(3)) == ["XYZ001"]
    assert asked(question(2)) == []
    assert asked(question(keys=(0, 1))) == []
    assert asked(question(interaction=Interaction.TEXT)) == ["XYZ002"]
    assert asked(question(interaction=Interaction.MATCH)) == []
    assert OfSelected.subjects() == (Question,)
    assert OfTypedAndProblems.subjects() == (Problem, Question)
    assert OfTypedAndProblems.asked_when() == When.TYPED


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_what_a_rule_wants_can_be_had(rule: type[Rule]) -> None:
    assert rule.fewest_options <= MOST_WANTED
    if rule.asked_when() or rule.fewest_options:
        assert Question in rule.subjects()
