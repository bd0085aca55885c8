"""OPT004: the same quantity twice."""

import re
from collections.abc import Iterator
from functools import cache

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, quote


class EqualValueOptions(Rule):
    """Two options are the same quantity, written in two ways.

    ## Why it matters
    Half and fifty per cent are both right, or both wrong. A learner who sees it strikes both; one
    who does not may be marked wrong for the right value.

    ## How to fix it
    Replace one of the two. If the notation is the point, ask about it in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): make sure that only one option is right.
    """

    code = "OPT004"
    name = "equal-value-options"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: How far is it once around the track, as the runner goes?
    options: [400 m, 800 m, «0.4 km», 4 km]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How is one half written as a decimal fraction?
    options: ["1/2", "0.5", "5"]
    answer: B
  - question: Which result has three significant figures?
    options: ["1.5 m", "1.50 m", "1.500 m"]
    answer: B
  - question: How many legs has a beetle?
    options: ["-6", "6", "8"]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        options = question.options
        numeric = [
            i for i, o in enumerate(options) if _has_digit().search(o.text.value) is not None
        ]
        if len(numeric) < 2:
            return
        from quizlint.language.numbers import Quantity, quantity

        keys = set(question.key.indices)
        first: dict[tuple[object, str], tuple[int, Quantity]] = {}
        for index in numeric:
            prose = options[index].text.prose
            found = None if prose.has_code else quantity(prose.text, ctx.language)
            if found is None:
                continue
            earlier, known = first.setdefault((found.value, found.dimension), (index, found))
            same_text = options[earlier].text.plain == prose.text
            if earlier == index or same_text or not known.same(found):
                continue
            if {earlier, index} <= keys:  # both are right, and that may be the point
                continue
            if _about_notation(question):
                return
            yield self.finding(
                options[index].text.span,
                f"option {letter(index)} is the same quantity as option {letter(earlier)}: "
                f"{quote(prose.text)} and {quote(options[earlier].text.plain)}; change one",
                related=(Related(options[earlier].text.span, "the same quantity"),),
            )


@cache
def _has_digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _notation() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:writ(?:e|es|ten|ing)|express(?:ed|es|ion)?|notation|form|format|significant|figures?|"
        r"digits?|decimals?|fractions?|percent(?:age)?s?|convert(?:ed|s)?|units?|equivalent|equals?|"
        r"simplif\w*|round(?:ed|ing|s)?|precis\w*|represent(?:s|ed|ation)?|prints?|outputs?|"
        r"displays?|returns?|type|literal|version|standard)\b",
        re.IGNORECASE,
    )


def _about_notation(question: Question) -> bool:
    """Whether the way a number is written may be what is asked."""
    prose = question.stem.prose
    return prose.has_code or _notation().search(prose.text) is not None
