"""KEY015: some questions are explained, others not."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys.missing_rationale import is_explained


class UnevenRationale(Rule):
    """Some questions of a document have an explanation, this one has none.

    ## Why it matters
    A learner who has been told why after each question wonders whether something is broken.

    ## How to fix it
    Explain this one too.
    """

    code = "KEY015"
    name = "uneven-rationale"
    severity = Severity.INFO
    preset = "strict"
    supersedes = ("KEY008",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [iron, copper, silver]
    answer: A
    explanation: Iron, nickel and cobalt are the magnetic metals of everyday life.
  - question: «Which of these metals is liquid in a warm room?»
    options: [mercury, tin, zinc]
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
  - question: Which of these metals is liquid in a warm room?
    options: [mercury, tin, zinc]
    answer: A
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        scored = [question for question in document.questions if question.scored]
        bare = [question for question in scored if not is_explained(question)]
        if len(bare) < len(scored):
            for question in bare:
                yield self.finding(
                    question.stem.span,
                    f"{len(scored) - len(bare)} of {len(scored)} questions here are explained, "
                    "this one is not; add why the answer is right",
                    route=question.route,
                )
