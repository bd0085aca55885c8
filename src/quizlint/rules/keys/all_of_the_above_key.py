"""KEY013: the key and "all of the above" contradict each other."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import foreign
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import about_others
from quizlint.rules.when import When
from quizlint.rules.wording import letter, listed


class AllOfTheAboveKey(Rule):
    """ "All of the above" is keyed, or is not, against what the other keys say.

    ## Why it matters
    If all the options above are right, "all of the above" is the answer a careful learner
    chooses; if it is right, all the others are. A key that says otherwise marks learners wrong for
    sound reasoning.

    ## How to fix it
    Key "all of the above" alone, or better, drop it and ask for all that apply.
    """

    code = "KEY013"
    name = "all-of-the-above-key"
    severity = Severity.ERROR
    when = When.KEYED
    fewest_options = 2
    languages = foreign.LANGUAGES
    supersedes = ("KEY004", "OPT009")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    type: multiple
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: copper
      - text: «All of the above»
        correct: true
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals are magnetic? Choose all that apply.
    options:
      - text: iron
        correct: true
      - text: nickel
        correct: true
      - text: copper
"""
        ),
    )

    @classmethod
    def pairwise(cls) -> bool:
        return True

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        keys = question.key.indices
        for index, option in enumerate(question.options) if len(keys) > 1 else ():
            if about_others(option, ctx.language) != "all":
                continue
            others = [key for key in keys if key != index]
            names = listed([letter(key) for key in others])
            if index not in keys and others == _above(question, index, ctx.language):
                message = f"options {names} are right, so 'all of the above' is too; choose one way"
            elif index in keys and len(others) < len(question.options) - 1:
                message = f"'all of the above' is keyed together with {names} only; key it alone"
            else:
                continue
            yield self.finding(option.text.span, message)


def _above(question: Question, index: int, language: str) -> list[int]:
    """The options that "all of the above" speaks of: those before it that say something."""
    options = question.options[:index]
    return [at for at, option in enumerate(options) if about_others(option, language) is None]
