"""OPT003: two options that a reader cannot tell apart."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from operator import ne

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter
from quizlint.text import Prose

FEWEST = 3
"""Words that both options must have: of shorter ones every letter may be meant."""

LONG = 7
"""Letters from which a word that no dictionary has is a slip for one that it has."""

ORDER = "the order of a list"

SYNONYMS = tuple(
    frozenset(words.split())
    for words in (
        "big large",
        "little small",
        "start begin",
        "starts begins",
        "end finish",
        "ends finishes",
        "quick fast rapid",
        "quickly fast rapidly",
        "bigger larger",
        "helps assists aids",
        "also additionally",
        "buy purchase",
        "buys purchases",
        "about approximately",
        "shows displays",
        "gets obtains receives",
        "correct right",
        "wrong incorrect",
        "whole entire",
        "enough sufficient",
        "happens occurs",
    )
)
"""Words that can stand for each other in most sentences; a short list on purpose."""


class AmbiguousOptions(Rule):
    """Two options say the same in other words, so that a reader cannot tell them apart.

    ## Why it matters
    Learners look for a difference that is not there. If one of the two is the key, those who chose
    the other knew as much; if neither is, both can be struck at once.

    ## How to fix it
    Replace one of the two by another mistake that learners really make. If the difference is the
    point (an ending, a spelling), ask about it in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): options must be independent of each other.
    """

    code = "OPT003"
    name = "ambiguous-options"
    severity = Severity.WARNING
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does the heart do?
    options:
      - It moves the blood quickly
      - «It moves the blood rapidly»
      - It cleans the blood
    answer: C
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which colours does a screen mix?
    options:
      - red, green and blue
      - «blue, red and green»
      - cyan, magenta and yellow
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: In which order do the events follow?
    options:
      - the king calls the queen
      - the queen calls the king
      - the king adducts the arm
      - the king abducts the arm
    answer: A
  - question: What is the plural of "a small leaf"?
    options: [the small leafs, the small leaves, the small leaf]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        values = [option.text.value for option in question.options]
        words = [value.split() for value in values]
        lists = {index for index, value in enumerate(values) if "," in value}
        pairs = []
        for (first, one), (second, other) in combinations(enumerate(words), 2):
            # One word tells them apart, or the order of the words: all else is quickly passed by.
            if len(one) != len(other) or len(one) < FEWEST:
                continue
            if sum(map(ne, one, other)) <= 1 or (first in lists and second in lists):
                how = _same(question.options[first].text.prose, question.options[second].text.prose)
                if how is not None:
                    pairs.append((first, second, how))
        if not pairs or _about_language(question):
            return
        orders = [how for _, _, how in pairs if how == ORDER]
        for first, second, how in pairs:
            if how == ORDER and (len(orders) > 1 or _about_order(question)):
                continue  # where several lists are shuffled, the order is what is asked
            yield self.finding(
                question.options[second].text.span,
                f"option {letter(second)} differs from option {letter(first)} by {how}; make them "
                "differ in substance",
                related=(Related(question.options[first].text.span, "hard to tell apart"),),
            )


def _same(one: Prose, other: Prose) -> str | None:
    """What alone tells two options apart; None where there is more to it."""
    if any(p.has_code or p.has_math or p.has_media for p in (one, other)):
        return None
    a, b = one.lower_words, other.lower_words
    if one.text == other.text or len(a) != len(b):
        return None
    if a != b and sorted(a) == sorted(b):
        return ORDER if _list(one.text) and _list(other.text) else None
    differing = [(x, y) for x, y in zip(one.words, other.words, strict=True) if x != y]
    if len(differing) != 1:
        return None
    x, y = differing[0]
    if not (x.isalpha() and y.isalpha() and x.islower() and y.islower()):
        return None
    if any({x, y} <= synonyms for synonyms in SYNONYMS):
        return f"a synonym ({x}, {y})"
    return f"a spelling ({x}, {y})" if _misspelt(x, y) else None


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"\s*(?:,\s*(?:and|or)\b|,|;|\band\b|\bor\b|&)\s*")


def _list(text: str) -> bool:
    """Whether a text is a mere list: three short members or more."""
    members = _separator().split(text.strip(" ."))
    return len(members) >= 3 and all(0 < len(member.split()) <= 2 for member in members)


def _misspelt(one: str, other: str) -> bool:
    """Whether two words are one slip apart and only one of them is a word.

    A consonant for another makes a different term (abducts, adducts), not a slip.
    """
    from quizlint.language._pronunciation import syllables
    from quizlint.language.similarity import one_edit

    if min(len(one), len(other)) < LONG or not one_edit(one, other):
        return False
    changed = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    if len(one) == len(other) and len(changed) == 1 and not set(changed[0]) <= set("aeiouy"):
        return False
    return (syllables(one) is None) != (syllables(other) is None)


@cache
def _language_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:plural|singular|tense|spell\w*|grammar\w*|verb|noun|adjective|adverb|ending|suffix|"
        r"prefix|sentence|translat\w*|word|synonyms?|blank)\b|__",
        re.IGNORECASE,
    )


def _about_language(question: Question) -> bool:
    return _language_words().search(question.stem.plain) is not None


@cache
def _order_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:order\w*|sequence|steps?|stages?|phases?|first|then|before|after|pipeline|cycle|from|"
        r"rank\w*|sort\w*|arrange\w*|flow|path|process|workflow|priority)\b",
        re.IGNORECASE,
    )


def _about_order(question: Question) -> bool:
    return _order_words().search(question.stem.plain) is not None
