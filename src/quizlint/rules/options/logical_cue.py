"""OPT023: only the key is the kind of thing that was asked for."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import about_others
from quizlint.rules.when import When
from quizlint.rules.wording import letter
from quizlint.text import Prose


class LogicalCue(Rule):
    """Only the right answer is the kind of thing that the question asks for.

    ## Why it matters
    Asked how many, a learner who knows nothing takes the only number; asked for two things, the
    only pair. The question tests reading, not the subject.

    ## How to fix it
    Let every distractor answer the question that was asked: a wrong number, another year, another
    pair.

    ## References
    - Tarrant and Ware (2008): logical clue in the stem.
    - Haladyna, Downing and Rodriguez (2002): keep options homogeneous in content and form.
    """

    code = "OPT023"
    name = "logical-cue"
    severity = Severity.INFO
    preset = "all"
    languages = ("en",)
    when = When.ONE_BEST | When.ONE_KEY | When.WHOLE | When.SCORED
    fewest_options = 3
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: In which year did the eruption end?
    options: [after the harvest, during a storm, «in 1784», under a new king]
    answer: C
  - question: Which two rivers meet at the town?
    options: [the wide Danube at Linz, «the Inn and the Ilz», the river Isar]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: In which year did the eruption end?
    options: ["1783", "1784", "1785"]
    answer: B
  - question: How many of the lamps are lit?
    options: [all of them, 3, none of them]
    answer: B
  - question: Which two rivers meet at the town?
    options: [the Inn and the Isar, the Inn and the Ilz, the Danube alone]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        lowered = question.stem.prose.text.lower()
        if not any(hint in lowered for hint in HINTS):
            return
        asked = next((each for each in _kinds() if each.asked.search(lowered)), None)
        if asked is None or not asked.fits(question.options[key].text.prose):
            return
        for index, option in enumerate(question.options):
            prose = option.text.prose
            if index != key and (
                prose.has_math or prose.has_media or about_others(option) or asked.fits(prose)
            ):
                return
        yield self.finding(
            question.options[key].text.span,
            f"only option {letter(key)} {asked.what}, as the question asks; let the others do so "
            "too",
        )


HINTS = (
    *("year", "date", "century", "decade", "when did", "when was", "when were", "how many"),
    *("how much", "how long", "how far", "percentage of", "number of", "fraction of"),
    *(" two", " three", " four", " pair"),
)
"""One of these is in every stem that asks for a number, a time or a pair."""


class _Kind(NamedTuple):
    """A kind of answer, and how it is asked for."""

    what: str
    asked: re.Pattern[str]
    fits: Callable[[Prose], bool]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return (
        _Kind(
            "names a time",
            re.compile(
                r"\b(?:which|what)\s+(?:year|date|century|decade)\b|^when\s+(?:did|was|were)\b"
            ),
            _is_time,
        ),
        _Kind(
            "is a number",
            re.compile(
                r"\b(?:how\s+(?:many|much|long|far)|what\s+(?:percentage|number|fraction)\s+of)\b"
            ),
            _is_number,
        ),
        _Kind(
            "names several things",
            re.compile(
                r"\b(?:which|what)\s+(?:are\s+the\s+)?(?:two|three|four)\b(?!\s+of\b)|\bwhich\s+pair\b"
            ),
            _is_pair,
        ),
    )


def _is_time(prose: Prose) -> bool:
    return any(char.isdigit() for char in prose.text) or not _TIMES.isdisjoint(prose.lower_words)


def _is_number(prose: Prose) -> bool:
    return any(char.isdigit() for char in prose.text) or not _NUMBERS.isdisjoint(prose.lower_words)


def _is_pair(prose: Prose) -> bool:
    return " and " in prose.text or "," in prose.text or "/" in prose.text or "&" in prose.text


_TIMES = frozenset(
    "century year years month months january february march april may june july august september "
    "october november december spring summer autumn winter monday friday sunday never".split()
)
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundred thousand million billion dozen half third quarter all none no many most few several "
    "some both once twice single only more less infinite infinitely unlimited nothing every any "
    "hours minutes days weeks months years double twofold a an".split()
)
"""Words that tell an amount."""
