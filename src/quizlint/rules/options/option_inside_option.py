"""OPT006: one option holds another and adds to it."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.language.equivalence import Kind
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._alike import groups
from quizlint.rules.when import Selected

KINDS = frozenset((Kind.GENERAL, Kind.INSIDE))


class OptionInsideOption(Rule):
    """One option says all that another says, and something more.

    ## Why it matters
    If the longer or more special one is right, so is the other: what stands in Paris stands in
    France, and who takes up water and salts takes up water. Learners who know it strike both, or
    argue for the one that was marked wrong.

    What counts is a list inside a list, an option with something joined on ("and", "with"), and a
    kind of what the other option names, by WordNet. It is sure where the longer or special one is
    the key, for then there are two right answers. Where the other is the key, or neither, the
    longer one may simply be wrong: such pairs are named from the strict preset on only.

    The rule is silent where the stem asks for the exact term, and for combinations of numbered
    statements ("I and II only").

    ## How to fix it
    Make each option an answer of its own, ask for all that apply, or ask for the most exact answer.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep options independent; options must not overlap.
    - WordNet 3.0, Princeton University (2006).
    """

    code = "OPT006"
    name = "option-inside-option"
    severity = Severity.WARNING
    fewest_options = 2
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What do roots take up from the soil?
    options: [water, «water and salts», starch, sugar from leaves]
    answer: B
  - question: Where does the Colosseum stand?
    options: [in Greece, in Rome, «in Italy», in Spain]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these sounds has the lowest pitch?
    options: [a bell, a church bell, a small church bell of tin]
    answer: B
  - question: What does the valve let through?
    options: [the air, no air, water but not air]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for group in groups(question, ctx, KINDS, thorough=self.thorough):
            *_, last = group.places
            yield self.finding(
                question.options[last].text.span,
                f"options {group.letters} overlap: {group.words}; make each an answer of its own",
                related=group.related(question, "overlaps with it"),
                confidence=group.confidence,
            )
