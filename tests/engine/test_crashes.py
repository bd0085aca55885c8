"""A rule that fails: it is named, the item too, and everything else goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quizlint.content import Document, Finding, Question, Severity
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result
from quizlint.engine.session import Session
from quizlint.facts import Pool, QuestionGroup
from quizlint.facts.answers import POSITION
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.registry import all_rules, find
from quizlint.settings import Loader

QUIZ = "kind: quiz\nquestions:\n" + "".join(
    f"  - id: q{n}\n    question: Which is {n % 2}?\n    options: [a, b, c]\n    answer: {key}\n"
    for n, key in enumerate("AABBAC")
)


class Fails(Rule):
    """It fails."""

    code, name, severity = "STM001", "unfocused-stem", Severity.ERROR


class OnQuestion(Fails):
    """It fails on the second question, once it has said something."""

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(question.span, "said")
        if question.name == "q1":
            raise ValueError("no such thing")


class OnDocument(Fails):
    """It fails on every document."""

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        raise RecursionError("too deep")
        yield


class OnGroup(Fails):
    """It fails on every group of questions."""

    def check(self, group: QuestionGroup, _ctx: Context) -> Iterator[Finding]:
        raise KeyError("gone")
        yield


class OnPool(PooledRule):
    """It fails on every pool."""

    code, name, severity = "SET001", "key-position-bias", Severity.ERROR
    counts, at_least, chance = POSITION, 2, 1.0

    def chance_of(self, pool: Pool) -> float:
        raise ZeroDivisionError("nothing to divide by")


def run(tmp_path: Path, rule: type[Rule]) -> Result:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    other = find("duplicate-question")
    assert other is not None
    planner = Planner(Loader(all_rules()), date(2026, 1, 1), (rule, other))
    return Session(planner).check([str(tmp_path)])


@pytest.mark.parametrize("rule", [OnQuestion, OnDocument, OnGroup, OnPool])
def test_the_rest_goes_on(tmp_path: Path, rule: type[Rule]) -> None:
    result = run(tmp_path, rule)
    assert result.exit_code == 2
    assert result.failures
    for failure in result.failures:
        assert f"rule {rule.code} ({rule.name}) failed" in failure.message
    assert any(finding.code == "SET005" for finding in result.findings)


def test_the_item_is_named_and_what_was_said_before_is_kept(tmp_path: Path) -> None:
    result = run(tmp_path, OnQuestion)
    (failure,) = result.failures
    assert failure.path.endswith("a.quiz.yaml")
    assert "on questions[1]: ValueError: no such thing" in failure.message
    said = [finding.item for finding in result.findings if finding.code == "STM001"]
    assert said == [f"q{number}" for number in range(6)]
