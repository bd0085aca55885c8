"""OPT009: an option says that all the others are right."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import catch_all
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, quote


class AllOfTheAbove(Rule):
    """An option says that all the others are right, in whatever words.

    ## Why it matters
    Who knows that two options are right need not look at the rest; who knows that one is wrong can
    strike this one as well. Either way the question tells less than it seems to, and where such an
    option appears it is the key far too often.

    ## How to fix it
    Ask for all that apply and mark each right option, or replace it by one more real answer.

    ## References
    - Haladyna, Downing and Rodriguez (2002), guideline against "all of the above".
    - NBME Item-Writing Guide (2020).
    """

    code = "OPT009"
    name = "all-of-the-above"
    severity = Severity.WARNING
    languages = ("en",)
    supersedes = ("OPT012", "OPT021")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is a prime number?
    options: ["21", "33", "37", «All of the above»]
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
            if catch_all(option.text.plain) == "all":
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} is {quote(option.text.plain)}; "
                    "ask for all that apply instead",
                )
