"""KEY016: several keys, and nothing says how many to choose."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys._asked import says_how_many
from quizlint.rules.when import Selected, When


class SelectCountUnstated(Rule):
    """Several options are right, and nothing tells the learner so.

    ## Why it matters
    Learners expect one answer. Who stops at the first right one is marked wrong without having
    known what was asked.

    ## How to fix it
    End the stem with "Choose two" or "Choose all that apply".

    ## References
    - Haladyna and Rodriguez (2013), chapter 6, on multiple-response formats.
    """

    code = "KEY016"
    name = "select-count-unstated"
    severity = Severity.WARNING
    preset = "strict"
    when = When.KEYED | When.WHOLE | When.FIXED
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which of these metals is magnetic?»
    type: multiple
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: copper
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which two of these metals are magnetic?
    type: multiple
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: copper
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        keyed = len(question.key.indices)
        if keyed < 2:
            return
        if not says_how_many(question.stem.prose.wording):
            yield self.finding(
                question.stem.span,
                f"{keyed} options are right and the stem does not say so; add how many to choose",
            )
