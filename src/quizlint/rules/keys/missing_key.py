"""KEY001: no option is keyed."""

from collections.abc import Iterator

from quizlint.content import Finding, KeyState, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When


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
    when = When.WHOLE | When.FIXED | When.SCORED
    fewest_options = 1
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

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        if question.key.state is KeyState.ABSENT:
            yield self.finding(question.stem.span, "no option is marked as right; say which one is")
