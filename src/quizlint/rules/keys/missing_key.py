"""KEY001: no option is keyed."""

from collections.abc import Iterator

from quizlint.content import Finding, KeyState, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class MissingKey(Rule):
    """No option of a question is marked as right.

    ## Why it matters
    Nobody can be given points: every answer is wrong, or the program refuses the question.

    ## How to fix it
    Say which option is right. For a survey, write `scored: false` where the format has it.
    """

    code = "KEY001"
    name = "missing-key"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which sea lies between Italy and Croatia?»
    options: [the Adriatic, the Aegean, the Baltic]
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sea lies between Italy and Croatia?
    options: [the Adriatic, the Aegean, the Baltic]
    answer: the Adriatic
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        unscored = question.pool or question.dynamic or not question.scored
        if not question.selected or unscored or not question.options:
            return
        if question.key.state is KeyState.ABSENT:
            yield self.finding(question.stem.span, "no option is marked as right; say which one is")
