"""OPT010: an option says that no other is right."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import catch_all
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, quote


class NoneOfTheAbove(Rule):
    """An option says that none of the others is right, in whatever words.

    ## Why it matters
    Where it is the key, a learner gets the points for knowing what is wrong, and need not know what
    is right. Experts are divided: in calculations it keeps learners from working backwards.

    ## How to fix it
    Replace it by one more real answer, or leave it out: three options are enough.

    ## References
    - Haladyna, Downing and Rodriguez (2002): "none of the above" with caution.
    """

    code = "OPT010"
    name = "none-of-the-above"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    supersedes = ("OPT021",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is a prime number?
    options: ["21", "33", "37", «None of these»]
    answer: C
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which share of the electrons in a closed shell is paired?
    options: [all of the electrons, half of the electrons, none of the electrons]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        for index, option in enumerate(question.options):
            if catch_all(option.text.plain) == "none":
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} is {quote(option.text.plain)}; "
                    "offer a real answer instead",
                )
