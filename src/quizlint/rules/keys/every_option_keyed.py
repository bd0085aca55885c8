"""KEY005: all options are right."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context


class EveryOptionKeyed(Rule):
    """Every option of a question is marked as right.

    ## Why it matters
    There is nothing to tell apart: whoever ticks everything has it right, and so has a learner who
    learns nothing but that trick. In some files it means that the flags were never set.

    A document in which half of the questions are so does it on purpose, or by one mistake: it is
    told once.

    ## How to fix it
    Add distractors, or mark what is wrong. Where all answers really are accepted, make it a survey.
    """

    code = "KEY005"
    name = "every-option-keyed"
    severity = Severity.WARNING
    supersedes = ("KEY004",)
    at_least = Threshold(4, "questions of a document from which it may be a habit, told once")
    share = Threshold(0.5, "share of a document's questions from which it is one")
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

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        keyed = [q for q in document.questions if q.selected and q.key.indices]
        whole = [question for question in keyed if _all_right(question)]
        if len(whole) >= self.at_least and len(whole) >= self.share * len(keyed):
            yield self.finding(
                whole[0].stem.span,
                f"all options are marked as right in {len(whole)} of {len(keyed)} questions; are "
                "distractors missing, or were the flags never set?",
                related=tuple(Related(question.stem.span, "too") for question in whole[1:]),
                route=whole[0].route,
            )
            return
        for question in whole:
            yield self.finding(
                question.stem.span,
                f"all {len(question.options)} options are marked as right; is a distractor "
                "missing?",
                related=tuple(Related(option.text.span, "right") for option in question.options),
                route=question.route,
            )


def _all_right(question: Question) -> bool:
    count = len(question.options)
    return 1 < count == len(question.key.indices) and not (question.pool or question.dynamic)
