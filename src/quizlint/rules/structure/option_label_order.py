"""STR011: written labels out of order."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.respelling import respelt


class OptionLabelOrder(Rule):
    """The letters written before the options skip, repeat or are out of order.

    ## Why it matters
    A learner is told that `C` is right and finds two of them, or counts another option as the
    third. Programs that number options themselves show two labels that disagree.

    ## How to fix it
    Write the letters in order, or leave them out where the format adds them.
    """

    code = "STR011"
    name = "option-label-order"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
questions:
  - question: Which instrument has six strings as a rule?
    options:
      - A) the cello
      - B) the guitar
      - «D») the banjo
    answer: B
""",
            name="example.yaml",
        ),
    )
    good = (
        Example(
            """\
questions:
  - question: Which instrument has six strings as a rule?
    options:
      - A) the cello
      - B) the guitar
      - C) the banjo
    answer: B
""",
            name="example.yaml",
        ),
    )

    def check(self, problem: problems.LabelOrder, ctx: Context) -> Iterator[Finding]:
        label, expected = problem.label, problem.expected
        yield self.finding(
            problem.span,
            f"this option is labelled {label} where {expected} is due; relabel it",
            fix=respelt(problem.span, label, expected, ctx),
        )
