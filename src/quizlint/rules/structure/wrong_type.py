"""STR004: a value of the wrong kind."""

from collections.abc import Iterator

from quizlint.content import Finding, Problem, ProblemKind, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote


class WrongType(Rule):
    """A field holds another kind of value than it should.

    ## Why it matters
    A reader that expects a list and meets a text, or expects true and meets `frue`, guesses or
    stops; the learner sees a broken question.

    ## How to fix it
    Write the kind of value that the message names.
    """

    code = "STR004"
    name = "wrong-type"
    severity = Severity.ERROR
    problems = (ProblemKind.WRONG_TYPE,)
    supersedes = ("STR008", "KEY001")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which two colours make green?
    options: «blue and yellow»
    answer: blue and yellow
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which two colours make green?
    options: [blue and yellow, red and yellow, blue and red]
    answer: blue and yellow
"""
        ),
    )

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        data = problem.data
        value = f" {quote(str(data['value']))}" if data.get("value") else ""
        yield self.finding(
            problem.span,
            f"{data['field']!r} should be {data['expected']}, but is {data['found']}{value}",
        )
