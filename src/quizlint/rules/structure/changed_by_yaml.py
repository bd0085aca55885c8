"""STR010: a text that YAML tools or a spreadsheet turn into something else."""

import re
from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Question, Related, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_RANGE = lazy(r"\d+\s*(?:-|–|to)\s*\d+")


class ChangedByYaml(Rule):
    """A text that a YAML tool or a spreadsheet reads as something else.

    ## Why it matters
    YAML turns some unquoted words into truth values, numbers or times: `No` is shown to learners as
    `false`, `1.50` as `1.5`, `012` as `10`. quizlint reads what was written; the program that shows
    the quiz may not.

    A spreadsheet takes `5-14` for a date and saves `14-May`: a range of numbers among the options
    has become a day of the year, and stays one wherever the file goes.

    ## How to fix it
    Put the text in quotes. The fix does just that. Write a range anew, with "to" between its ends,
    or as text in the spreadsheet (`'5-14`).

    ## References
    - YAML 1.1, types bool, int, float and sexagesimal; YAML 1.2.2, section 10.3 (core schema).
    """

    code = "STR010"
    name = "changed-by-yaml"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Is the tomato a vegetable in the botanical sense?
    options: [«No», "Yes"]
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: How many eggs does a hen of this breed lay in a month?
    options: [0 to 4, «14-May», 15-24, 25-31]
    answer: C
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How many legs has a beetle?
    options: [4, 6, 8]
    answer: B
  - question: When is the longest day of the year in the north?
    options: [21-Mar, 21-Jun, 21-Dec]
    answer: B
"""
        ),
    )

    def check(self, subject: problems.ChangedByYaml | Question, _ctx: Context) -> Iterator[Finding]:
        if isinstance(subject, Question):
            yield from self._dates(subject)
            return
        value, becomes = subject.value, subject.becomes
        if becomes == "null":
            becomes = "nothing at all"
        yield self.finding(
            subject.span,
            f"a YAML tool may show {value} as {becomes}; put it in quotes",
            fix=Fix((Edit(subject.span, f'"{value}"'),)),
        )

    def _dates(self, question: Question) -> Iterator[Finding]:
        """Days of a year among ranges of numbers."""
        options = [option.text for option in question.options]
        if not any("-" in option.value for option in options):
            return
        days = [(option, day) for option in options if (day := _DAY.fullmatch(option.plain))]
        if not days or not any(_RANGE.fullmatch(option.plain) for option in options):
            return
        (first, match), *others = days
        month = MONTHS.index((match["month"] or match["first"]).lower()) + 1
        low, high = sorted((month, int(match["day"] or match["last"])))
        yield self.finding(
            first.span,
            f"a spreadsheet seems to have made {quote(first.plain)} of {low}-{high}; write the "
            "range again",
            related=tuple(Related(other.span, "and this") for other, _ in others),
        )


def _day() -> str:
    name = "|".join(MONTHS)
    return rf"(?P<day>\d{{1,2}})-(?P<month>{name})|(?P<first>{name})-(?P<last>\d{{1,2}})"


_DAY = lazy(_day, re.IGNORECASE)
