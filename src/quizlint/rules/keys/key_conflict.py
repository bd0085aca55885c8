"""KEY006: the same option both right and wrong."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import When
from quizlint.rules.wording import letter, quote
from quizlint.text.normal import collapse


class KeyConflict(Rule):
    """Two options say the same, and one is right and the other wrong.

    ## Why it matters
    Two learners give the same answer; one gets the points.

    ## How to fix it
    Change one of the two texts. Most often a distractor was pasted and not edited.
    """

    code = "KEY006"
    name = "key-conflict"
    severity = Severity.ERROR
    when = When.KEYED | When.WHOLE
    fewest_options = 2
    supersedes = ("OPT001",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [iron, copper, «iron»]
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
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        keys = set(question.key.indices)
        keyed = {collapse(question.options[index].text.value): index for index in keys}
        for index, option in enumerate(question.options):
            twin = keyed.get(collapse(option.text.value)) if index not in keys else None
            if twin is None or not option.text:
                continue
            later, earlier = max(index, twin), min(index, twin)
            yield self.finding(
                question.options[later].text.span,
                f"{quote(option.text.value)} is right as option {letter(twin)} and wrong as "
                f"option {letter(index)}; change one",
                related=(Related(question.options[earlier].text.span, "the same text"),),
            )
