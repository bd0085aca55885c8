"""STR026: more options than can be held against each other."""

from collections.abc import Iterator

from quizlint.content import MOST_OPTIONS, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When


class TooManyOptions(Rule):
    """A question has more options than anybody can weigh: it is a list to search.

    ## Why it matters
    Three options do as well as five in most items; with sixty a learner measures patience. In most
    files it means that the options of many questions ran together. They are not held
    against each other here: no rule of the family OPT looks at this question, and pools leave it
    out.

    ## How to fix it
    Split the question, or look where the next one should begin. Where a long list is meant, as in
    "Which country is this?", ask for the answer to be typed.

    ## References
    - Rodriguez (2005), Three options are optimal for multiple-choice items.
    - Haladyna, Downing and Rodriguez (2002): write as many plausible options as you can, and no
      more.
    """

    code = "STR026"
    name = "too-many-options"
    severity = Severity.WARNING
    when = When.WHOLE
    supersedes = ("STR009",)
    bad = (
        Example(
            f"""\
kind: quiz
questions:
  - question: «Which of these numbers is the square of eleven?»
    options: {[f"{number} m" for number in range(90, 90 + MOST_OPTIONS + 1)]}
    answer: 121 m
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these lengths is the longest?
    options: [121 m, 212 m, 221 m]
    answer: C
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        if question.crowded:
            yield self.finding(
                question.stem.span,
                f"this question has {len(question.options)} options; with more than {MOST_OPTIONS} "
                "they are not compared with one another; split it, or have the answer typed",
            )
