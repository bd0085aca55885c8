"""Which rules are asked about what readers stumbled over: the class of a problem decides."""

from collections.abc import Iterator

from quizlint.content import Finding, Problem, Severity, problems
from quizlint.engine.check import check_reading
from quizlint.engine.plan import Plan
from quizlint.engine.read import read_bytes
from quizlint.formats.base import NO_HINTS, Files
from quizlint.rules.base import Rule
from quizlint.rules.context import Context

TEXT = """\
kind: quiz
titel: Rivers
questions:
  - options: [Rhine, Elbe]
"""


class OfAny(Rule):
    code, name, severity = "XYZ001", "of-any", Severity.INFO

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(problem.span, type(problem).__name__)


class OfTwo(Rule):
    code, name, severity = "XYZ002", "of-two", Severity.INFO

    def check(
        self, problem: problems.MissingField | problems.Syntax, _ctx: Context
    ) -> Iterator[Finding]:
        yield self.finding(problem.span, type(problem).__name__)


def told_by(rule: Rule) -> list[str]:
    reading = read_bytes("x.quiz.yaml", TEXT.encode(), Files(), NO_HINTS)
    checked = check_reading(reading, Plan(rules=(rule,)))
    assert not checked.crashes
    return sorted(finding.message for finding in checked.findings)


def test_a_rule_is_asked_about_the_kinds_in_its_annotation() -> None:
    assert told_by(OfTwo()) == ["MissingField"]


def test_a_rule_may_be_about_problems_of_any_kind() -> None:
    assert told_by(OfAny()) == ["MissingField", "UnknownField"]
