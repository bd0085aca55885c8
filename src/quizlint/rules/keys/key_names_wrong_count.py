"""KEY014: the stem asks for another number of answers than are keyed."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys._asked import asked_count
from quizlint.rules.when import Selected, When


class KeyNamesWrongCount(Rule):
    """The stem says how many to choose, and the key has another number.

    ## Why it matters
    A learner who follows the stem cannot get it right.

    ## How to fix it
    Correct the number, or the key.
    """

    code = "KEY014"
    name = "key-names-wrong-count"
    severity = Severity.WARNING
    when = When.KEYED | When.WHOLE | When.FIXED
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals are magnetic? «Choose two».
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: cobalt
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
  - question: Which of these metals are magnetic? Choose three.
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: cobalt
        correct: true
      - text: copper
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        keyed = len(question.key.indices)
        asked = asked_count(question.stem.prose.wording)
        if asked is not None and asked.number != keyed:
            yield self.finding(
                question.stem.plain_at(asked.start, asked.end),
                f"the stem asks for {asked.number}, but {keyed} "
                f"{'is' if keyed == 1 else 'are'} marked as right; correct one of the two",
            )
