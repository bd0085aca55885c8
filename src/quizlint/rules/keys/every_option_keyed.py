"""KEY005: all options are right."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class EveryOptionKeyed(Rule):
    """Every option of a question is marked as right.

    ## Why it matters
    There is nothing to tell apart: whoever ticks everything has it right, and so has a learner who
    learns nothing but that trick. In some files it means that the flags were never set.

    ## How to fix it
    Add distractors, or mark what is wrong. Where all answers really are accepted, make it a survey.
    """

    code = "KEY005"
    name = "every-option-keyed"
    severity = Severity.WARNING
    supersedes = ("KEY004",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which of these metals are magnetic?»
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals are magnetic? Choose all that apply.
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: copper
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        count = len(question.options)
        whole = question.selected and count > 1 and len(question.key.indices) == count
        if whole and not (question.pool or question.dynamic):
            yield self.finding(
                question.stem.span,
                f"all {count} options are marked as right; is a distractor missing?",
                related=tuple(Related(option.text.span, "right") for option in question.options),
            )
