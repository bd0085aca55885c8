"""KEY004: more than one key where one is asked for."""

from collections.abc import Iterator

from quizlint.content import Finding, Interaction, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When
from quizlint.rules.wording import letter, listed


class SeveralKeys(Rule):
    """A question with one answer has several options marked as right.

    ## Why it matters
    A learner can choose one. Whoever chooses the other right one is marked wrong by some programs,
    and the question tells nothing about what they know.

    ## How to fix it
    Keep one key, or say that several may be chosen: `type: multiple`, and "choose two" in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): make sure that only one option is right.
    """

    code = "KEY004"
    name = "several-keys"
    severity = Severity.ERROR
    when = When.KEYED | When.WHOLE | When.FIXED
    fewest_options = 2
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    type: choice
    options:
      - text: iron
        correct: true
      - text: «nickel»
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
        single = question.interaction in (Interaction.CHOICE, Interaction.TRUE_FALSE)
        keys = question.key.indices
        if not single or len(keys) < 2:
            return
        names = listed([letter(index) for index in keys])
        first, *others = (question.options[index].text.span for index in keys)
        yield self.finding(
            others[0],
            f"options {names} are {'both' if len(keys) == 2 else 'all'} marked as right where one "
            "can be chosen; keep one",
            related=(Related(first, "also marked as right"),),
        )
