"""KEY001: no option is keyed."""

from collections.abc import Iterator

from quizlint.content import Finding, KeyState, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys._slips import slip_in
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

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        if question.key.state is not KeyState.ABSENT:
            return
        message = "no option is marked as right; say which one is"
        slip = slip_in(ctx.text, question.span)
        if slip is not None:
            where, meant = slip
            written = ctx.text[slice(*where)]
            message = f"no option is marked as right; did you mean {meant!r} by {written!r}?"
            note = Related(where, f"is this {meant!r}?")
            yield self.finding(question.stem.span, message, related=(note,))
        else:
            yield self.finding(question.stem.span, message)
