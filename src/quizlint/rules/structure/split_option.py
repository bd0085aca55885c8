"""STR019: one option that became two."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity
from quizlint.language.equivalence import Kind
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._alike import groups
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter

KINDS = frozenset((Kind.TORN, Kind.CUT))


class SplitOption(Rule):
    """An option breaks off, and the next one goes on.

    ## Why it matters
    A line break or a comma in the wrong place made two options out of one. The learner sees two
    fragments, and letters after them have moved: a key given by its letter now names another
    option. An option that is cut off and stands whole beside it gives itself away.

    What counts is an option that ends in a word that ends no phrase ("and", "the", "by") where the
    others do not, and goes on in the next one or stands whole elsewhere; and an option that begins
    small with "and", "than", "the" or the like where all others begin with a capital.

    ## How to fix it
    Join the two. In a YAML list in brackets, put an option that has a comma into quotes.
    """

    code = "STR019"
    name = "split-option"
    severity = Severity.WARNING
    fewest_options = 2
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does a violin bow do?
    options:
      - It plucks the strings.
      - «It rubs the strings and»
      - makes them sound.
      - It tunes the strings.
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Why does a balloon rise?
    options:
      - «Warm air is lighter»
      - than the cold air around it
      - The wind below lifts it up
      - Its skin repels the ground
    answer: A
  - question: What does a lighthouse do?
    options:
      - «It warns ships of the»
      - It warns ships of the rocks near the coast.
      - It shows the captains at sea what the time is.
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which word joins two sentences of equal rank?
    options: [the word and, the word because, the word whose]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for group in groups(question, ctx, KINDS, thorough=self.thorough):
            first, last = group.places[0], group.places[-1]
            what = (
                f"option {letter(last)} seems to be the rest of option {letter(first)}: "
                f"{group.words}; join them"
                if group.kind is Kind.TORN
                else f"options {group.letters} begin alike, and one is cut off: {group.words}; "
                "replace it"
            )
            yield self.finding(
                question.options[first].text.span,
                what,
                related=(Related(question.options[last].text.span, "the other part"),),
                confidence=group.confidence,
            )
