"""STR008: a choice with fewer than two options."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When


class TooFewOptions(Rule):
    """A choice question has fewer than two options.

    ## Why it matters
    There is nothing to choose: whoever picks the only answer is right.

    ## How to fix it
    Add distractors that a learner with a real misunderstanding would choose. If no option is meant,
    make it a prompt.

    ## References
    - Rodriguez (2005): three options are enough, two the least.
    """

    code = "STR008"
    name = "too-few-options"
    severity = Severity.ERROR
    when = When.FIXED
    supersedes = ("KEY005",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which river flows through Vienna?»
    options: [the Danube]
    answer: the Danube
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which river flows through Vienna?
    options: [the Danube, the Elbe, the Rhine]
    answer: the Danube
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        count = len(question.options)
        if count < 2:
            seen = "one option" if count else "no options"
            yield self.finding(question.stem.span, f"this question has {seen}; add distractors")
