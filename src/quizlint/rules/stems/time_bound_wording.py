"""STM017: wording that will be wrong later."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

_TIME = lazy(
    r"\b(?:(?:who|which|what|how)\b[^.?]{0,60}?\b(?P<when>(?<=is\s)currently|(?<=are\s)currently|as\s+of\s+(?:today|now|this\s+"
    r"writing)|this\s+year|nowadays|at\s+present|to\s+date|the\s+latest\s+(?:version|release|edition)|"
    r"(?:the|'s|’s)\s+current\s+(?:president|prime\s+minister|king|queen|ceo|version|record|"
    r"population|chair\w*|champion\w*))\b)",
    re.IGNORECASE,
)


class TimeBoundWording(Rule):
    """The stem is bound to the day it was written: currently, recently, this year.

    ## Why it matters
    The key was right when the question was written. Nobody is told when it stops being so.

    ## How to fix it
    Name the date, version or edition: "In Python 3.12 …", "At the census of 2020 …".
    """

    code = "STM017"
    name = "time-bound-wording"
    severity = Severity.INFO
    preset = "all"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which country is «currently» the largest exporter of coffee?
    options: [Brazil, Vietnam, Peru]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which country exported the most coffee in 2020?
    options: [Brazil, Vietnam, Peru]
    answer: A
  - question: A user is currently logged in. Which command ends the session?
    options: [exit, ls, cat]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        lowered = question.stem.value.lower()
        if not any(hint in lowered for hint in HINTS):
            return
        match = _TIME.search(question.stem.prose.wording)
        if match is not None:
            yield self.finding(
                question.stem.plain_at(*match.span("when")),
                f"{quote(match['when'])} will be wrong some day; name the date, version or edition",
            )


HINTS = ("current", "as of", "this year", "nowadays", "at present", "to date", "latest")
