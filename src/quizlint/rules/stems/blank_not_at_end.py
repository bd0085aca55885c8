"""STM015: a blank at the start or in the middle."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._blank import blanks
from quizlint.rules.when import Selected


class BlankNotAtEnd(Rule):
    """The stem has a blank with more of the sentence after it.

    ## Why it matters
    Until the end of the sentence the learner does not know what is missing, and has to keep the
    first half in mind. Reading is then part of what is measured.

    ## How to fix it
    Turn the sentence round so that the blank ends it, or ask a question.

    ## References
    - Haladyna, Downing and Rodriguez (2002): a completion leaves its blank for the end.
    """

    code = "STM015"
    name = "blank-not-at-end"
    severity = Severity.WARNING
    preset = "strict"
    supersedes = ("STM004",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: The «____» pumps blood through the body.
    options: [heart, liver, lung]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: The organ that pumps blood through the body is called the heart. True or false?
    options: [True in animals, True in plants, True of neither]
    answer: B
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        prose = question.stem.prose
        found = blanks(prose)
        if not found:
            return
        at, end = found[0]
        sentence = next((b for a, b in prose.sentences if a <= at < b), len(prose.text))
        if len(found) > 1 or any(char.isalnum() for char in prose.text[end:sentence]):
            yield self.finding(
                question.stem.plain_at(at, end),
                "the sentence goes on behind the blank; move it to the end, or ask a question",
            )
