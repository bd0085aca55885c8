"""OPT011: numbers, dates or quantities in no order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizlint.content import Finding, Option, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._amounts import SAID, amounts
from quizlint.rules.options._last import comes_last
from quizlint.rules.reordering import reordered
from quizlint.rules.when import When
from quizlint.rules.wording import listed
from quizlint.text import Span
from quizlint.text.patterns import lazy

_ROMAN = lazy(r"\w [IVX]+\b")
_DIGIT = lazy(r"\d")


class UnorderedOptions(Rule):
    """The options are numbers, dates or quantities, and stand in no order.

    ## Why it matters
    A learner who has worked out the answer must search for it. In order it is found at a glance,
    and nobody can suspect that its place means something.

    ## How to fix it
    Sort them, smallest or largest first. The fix sorts them and moves the key along. Where the
    program shuffles options, say so (`shuffle: true`) and the rule is silent.

    ## References
    - Haladyna, Downing and Rodriguez (2002): place options in logical or numerical order.
    """

    code = "OPT011"
    name = "unordered-options"
    severity = Severity.WARNING
    at_least = Threshold(3, "quantities that the options must have")
    when = When.WHOLE | When.FIXED
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: In which year was the Treaty of Westphalia signed?
    options: «["1648", "1618", "1701", "1555"]»
    answer: A
""".replace("«[", "[«").replace("]»", "»]")
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: In which year was the Treaty of Westphalia signed?
    options: ["1555", "1618", "1648", "1701"]
    answer: C
  - question: How long is the track?
    options: [4 km, 800 m, 400 m, none of these]
    answer: B
  - question: At what temperature does water boil at sea level?
    options: [90 °C, 100 °C, a hotter one, 80 °C]
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
shuffle: true
questions:
  - question: In which year was the Treaty of Westphalia signed?
    options: ["1648", "1618", "1701", "1555"]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.order_meaningful or ctx.shuffled(question):
            return
        options = question.options
        # An option without a figure may be "a week", or stand rightly at the end.
        if 2 * sum(map(_may_be_amount, options)) <= len(options):
            return
        while (
            options
            and _DIGIT.search(options[-1].text.value) is None
            and comes_last(options[-1], ctx.language)
        ):
            options = options[:-1]
        if _is_only_wordy(options):  # "more than all of these", "it has no weight"
            options = options[:-1]
        if len(options) < self.at_least:
            return
        order = _order(options, ctx.language)
        if order is None or order == list(range(len(options))):
            return
        sorted_texts = [options[index].text.plain for index in order]
        yield self.finding(
            Span(options[0].text.span.start, options[-1].text.span.end),
            f"the options are in no order; sort them: {listed(sorted_texts)[:120]}",
            fix=reordered(question, order, ctx),
        )


def _is_only_wordy(options: Sequence[Option]) -> bool:
    """Whether the last option alone is no number, so that it may stand where it does."""
    *others, last = options
    return not _may_be_amount(last) and all(map(_may_be_amount, others))


def _may_be_amount(option: Option) -> bool:
    """Whether an option has figures, or is short and has a word that counts, judged cheaply."""
    value = option.text.value
    if _DIGIT.search(value) is not None:
        return True
    if len(value) > 40:
        return False
    return not _SAID.isdisjoint(option.text.prose.lower_words) or _ROMAN.search(value) is not None


_SAID = frozenset(SAID) | {"half", "hundred", "thousand", "million", "billion", "dozen"}


def _order(options: Sequence[Option], language: str) -> list[int] | None:
    """The places of the options when sorted; the places themselves where they are in order.

    None where they are not all amounts of one kind, or two of them are equal.
    """
    found = amounts(options, language)
    if found is None:
        return None
    values = [amount.place for amount in found]
    if len(set(values)) < len(values):
        return None
    rising = all(a < b for a, b in pairwise(values))
    falling = all(a > b for a, b in pairwise(values))
    if rising or falling:
        return list(range(len(values)))
    return sorted(range(len(values)), key=values.__getitem__)
