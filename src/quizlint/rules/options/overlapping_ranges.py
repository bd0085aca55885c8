"""OPT005: two options share values."""

import re
from collections.abc import Iterator
from itertools import combinations

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._amounts import Amount, amount_of
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

LONGEST = 80
"""Characters beyond which an option is no range."""

MOST = 60
"""Options beyond which no two are compared."""

_DIGIT = lazy(r"\d")
_MAY_BE_RANGE = lazy(
    r"[<>≤≥]|\d\s*[-–+]|\d.* to |\b(?:than|over|under|above|below|between|least|most|up to|"
    r"more|less|fewer)\b"
)
_RANGE_WORDS = lazy(
    r"\b(?:ranges?|intervals?|between|values|valid|allowed|permitted|condition|inequality|solve|"
    r"solutions?|domain|normal|reference|span|band|window|years|set)\b",
    re.IGNORECASE,
)
_VALUE_WORDS = lazy(
    r"\bhow\s+(?:many|much|long|far|old|often|tall|large|big|high|deep|fast|heavy|likely|soon|wide)\b"
    r"|\b(?:percent(?:age)?|proportion|share|likelihood|probability|chance|risk|age|number|amount|"
    r"rate|temperature|weight|mass|height|length|speed|size|cost|price|duration|distance|time)\b",
    re.IGNORECASE,
)


class OverlappingRanges(Rule):
    """Two options are ranges that overlap, or a range and a value in it.

    ## Why it matters
    Who knows the value cannot tell which of the two to choose: both hold it. Who does not know it
    sees that of two options that cannot be told apart neither can be the key.

    ## How to fix it
    Make the ranges follow one another: 0 to 9, 10 to 19, 20 or more.

    ## References
    - NBME Item-Writing Guide (2020): numeric data not stated consistently.
    - Haladyna, Downing and Rodriguez (2002): options must not overlap.
    """

    code = "OPT005"
    name = "overlapping-ranges"
    severity = Severity.WARNING
    fewest_options = 2
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: How likely is a second failure within a year?
    options: [less than 20 %, 20 % to 30 %, more than 50 %, «90 %»]
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: How many bones has an adult?
    options: [100 to 150, 150 to 200, «180 to 250»]
    answer: C
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How many bones has an adult?
    options: [0 to 99, 100 to 199, 200 or more]
    answer: C
  - question: Which range of numbers can one unsigned byte hold?
    options: [0 to 127, 0 to 255, 0 to 256]
    answer: B
  - question: When was the First World War fought?
    options: [1912-1918, 1914-1918, 1914-1945]
    answer: B
  - question: How soon must a fire engine be on its way?
    options: [under 1 minute, under 5 minutes, under 10 minutes]
    answer: B
  - question: Which condition holds for every x in the list?
    options: [x > 3, "> 3", "> 5", "7"]
    answer: C
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        short = [at for at, option in enumerate(options) if len(option.text.value) <= LONGEST]
        if not 2 <= len(short) <= MOST:
            return
        if not any(
            _DIGIT.search(value) and _MAY_BE_RANGE.search(value)
            for value in (options[at].text.value for at in short)
        ):
            return
        found: list[tuple[int, Amount]] = []
        for index in short:
            prose = options[index].text.prose
            amount = None if prose.has_code else amount_of(prose.text, ctx.language)
            if amount is not None:
                found.append((index, amount))
        if _are_limits([amount for _, amount in found]):
            return
        for (first, one), (second, other) in combinations(found, 2):
            if not _share(one, other) or _are_years(one, other):
                continue
            if not _asks_for_value(question):
                return
            yield self.finding(
                options[second].text.span,
                f"option {letter(second)} shares values with option {letter(first)}: "
                f"{quote(options[second].text.plain)} and {quote(options[first].text.plain)}; "
                "make them exclude each other",
                related=(Related(options[first].text.span, "shares values with it"),),
            )


def _share(one: Amount, other: Amount) -> bool:
    """Whether values lie in both, more than at a common end; two equal values are no ranges."""
    if one.kind != other.kind or (one.low == one.high and other.low == other.high):
        return False
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(one: Amount, other: Amount) -> bool:
    return one.low is None or other.high is None or one.low < other.high


def _are_limits(amounts: list[Amount]) -> bool:
    """Whether all are limits on one side ("under 5 s, under 10 s"), each an answer as a whole."""
    return all(amount.low is None for amount in amounts) or all(
        amount.high is None for amount in amounts
    )


def _are_years(one: Amount, other: Amount) -> bool:
    """Whether both are spans of years, which are answers as a whole."""
    ends = (one.low, one.high, other.low, other.high)
    return one.kind in ("", "year") and all(
        end is not None and 1000 <= end <= 2100 and end.denominator == 1 for end in ends
    )


def _asks_for_value(question: Question) -> bool:
    """Whether one value is wanted, not a range as such."""
    stem = question.stem.prose
    if stem.has_code or stem.has_math or _RANGE_WORDS.search(stem.text) is not None:
        return False
    return _VALUE_WORDS.search(stem.text) is not None
