"""OPT006: one option holds another and adds to it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, quote


class OptionInsideOption(Rule):
    """One option says all that another says, and something more.

    ## Why it matters
    If the longer one is right, so is the shorter: learners who know it strike both, or argue for
    the one that was marked wrong.

    ## How to fix it
    Make each option an answer of its own, or have learners mark all that apply.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep options independent; options must not overlap.
    """

    code = "OPT006"
    name = "option-inside-option"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    min_words = Threshold(4, "words from which one option counts wherever it stands in another")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What do roots take up from the soil?
    options: [water, «water and salts», starch, sugar from leaves]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these sounds has the lowest pitch?
    options: [a bell, a church bell, a small church bell of tin]
    answer: B
  - question: What does the valve let through?
    options: [the air, no air, water but not air]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 3 or not question.selected:
            return
        values = [option.text.value.strip(" .").lower() for option in options]
        for inner, outer in permutations(range(len(values)), 2):
            short, long = values[inner], values[outer]
            if len(short) < 3 or len(short) >= len(long) or short not in long:
                continue
            if _adds(short, long, self.min_words) and not any(
                options[at].text.prose.has_code or options[at].text.prose.has_math
                for at in (inner, outer)
            ):
                yield self.finding(
                    options[outer].text.span,
                    f"option {letter(outer)} says all that option {letter(inner)} says: "
                    f"{quote(options[inner].text.plain)}; make each an answer of its own",
                    related=(Related(options[inner].text.span, "said here alone"),),
                )
                return


def _adds(short: str, long: str, min_words: int) -> bool:
    """Whether `long` is `short` with something joined on; both in lower case."""
    if not short[0].isalpha() or not short.replace("-", "").replace(" ", "").isalpha():
        return False
    start = long.find(short)
    end = start + len(short)
    if long[start - 1 : start].isalnum() or long[end : end + 1].isalnum():
        return False
    before, after = long[:start], long[end:]
    if _negated().search(before) or _contrast().match(after):
        return False
    if short.count(" ") + 1 >= min_words:
        return True
    joined_after = after and not before and _joins_after().match(after)
    joined_before = before and not after and _joins_before().search(before)
    return bool(joined_after or joined_before)


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(r"\b(?:not?|never|without|neither|nor|than|except|non|un)\b", re.IGNORECASE)


@cache
def _contrast() -> re.Pattern[str]:
    return re.compile(r",?\s*(?:only|alone|but\s+not|or|nor|to|versus|vs)\b")


@cache
def _joins_after() -> re.Pattern[str]:
    return re.compile(r",?\s*(?:and|plus|as\s+well\s+as|together\s+with|with|&|\+)\s|,\s")


@cache
def _joins_before() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:and|plus|as\s+well\s+as|together\s+with)|&|\+)\s$")
