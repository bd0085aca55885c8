"""STM004: a blank to fill in."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._blank import blanks
from quizlint.rules.when import Selected


class BlankInStem(Rule):
    """The stem of a choice question has a blank to fill in.

    ## Why it matters
    The learner reads the sentence once with each option to see which one fits, and grammar alone
    may strike some of them out. A plain question is answered in one reading.

    ## How to fix it
    Ask for the missing word: "The capital of Peru is ____." becomes "What is the capital of Peru?".

    ## References
    - Haladyna, Downing and Rodriguez (2002): write the stem as a question or a completion.
    - Tarrant and Ware (2008): "fill in the blank" among the item-writing flaws.
    """

    code = "STM004"
    name = "blank-in-stem"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: The capital of Peru is «______».
    options: [Lima, Quito, Bogota]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What does `__init__` do, and when is a name such as snake_case used?
    options: [It sets up an object., It ends the program., It copies a file.]
    answer: A
  - question: The capital of Peru is...
    options: [Lima, Quito, Bogota]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        found = blanks(question.stem.prose)
        if found:
            yield self.finding(
                question.stem.plain_at(*found[0]),
                "a blank makes the learner try every option in its place; ask for the missing "
                "part in a question",
            )
