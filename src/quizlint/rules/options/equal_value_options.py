"""OPT004: the same quantity twice."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.language.equivalence import Kind
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._alike import groups
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter

KINDS = frozenset((Kind.VALUE,))


class EqualValueOptions(Rule):
    """Two options are the same quantity, written in two ways.

    ## Why it matters
    Half and fifty per cent are both right, or both wrong. A learner who sees it strikes both; one
    who does not may be marked wrong for the right value.

    Figures and number words, fractions and percentages, units, currencies, dates and times of day
    are compared. Rounded conversions count: 100 °C, 212 °F and 373 K are one temperature, since
    each, converted and rounded as the other is, gives the other, and they are within half a per
    cent. Where the stem asks how a number is written, the rule is silent.

    ## How to fix it
    Replace one of the two. If the notation is the point, ask about it in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): make sure that only one option is right.
    """

    code = "OPT004"
    name = "equal-value-options"
    severity = Severity.WARNING
    fewest_options = 2
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: How far is it once around the track, as the runner goes?
    options: [400 m, 800 m, «0.4 km», 4 km]
    answer: B
  - question: How many legs has a spider?
    options: [six, 8, «eight», ten]
    answer: B
  - question: At which temperature does water boil at sea level?
    options: [100 °C, 90 °C, 212 °F, «373 K»]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How is one half written as a decimal fraction?
    options: ["1/2", "0.5", "5"]
    answer: B
  - question: Which result has three significant figures?
    options: ["1.5 m", "1.50 m", "1.500 m"]
    answer: B
  - question: How many legs has a beetle?
    options: ["-6", "6", "8"]
    answer: B
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for group in groups(question, ctx, KINDS, thorough=self.thorough):
            if set(group.places) <= set(question.key.indices):
                continue  # all are right, and that may be the point
            *_, last = group.places
            yield self.finding(
                question.options[last].text.span,
                f"options {group.letters} are the same value: {group.words}; change option "
                f"{letter(last)}",
                related=group.related(question, "the same value"),
                confidence=group.confidence,
            )
