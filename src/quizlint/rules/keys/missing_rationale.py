"""KEY008: a question without an explanation."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import When


class MissingRationale(Rule):
    """A question has no explanation of its answer.

    ## Why it matters
    A learner who was wrong learns that they were, and not why. Feedback that explains is what makes
    a quiz teach.

    ## How to fix it
    Add a sentence or two under `explanation`: why the key is right, and why the most tempting
    distractor is not.

    ## References
    - Butler and Roediger (2008), on feedback and what multiple-choice testing leaves behind.
    """

    code = "KEY008"
    name = "missing-rationale"
    severity = Severity.INFO
    preset = "all"
    when = When.SCORED
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which of these metals is magnetic?»
    options: [iron, copper, silver]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [iron, copper, silver]
    answer: A
    explanation: Iron, nickel and cobalt are the magnetic metals of everyday life.
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        if not is_explained(question):
            yield self.finding(question.stem.span, "nothing explains the answer; add why")


def is_explained(question: Question) -> bool:
    """Whether anything tells a learner why an answer is right or wrong."""
    return bool(question.rationale) or any(option.feedback for option in question.options)
