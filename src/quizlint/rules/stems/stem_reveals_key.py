"""STM007: the key's text stands in the stem."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.stems._code import looks_like_code
from quizlint.rules.when import When
from quizlint.rules.wording import letter, quote


class StemRevealsKey(Rule):
    """The text of the key, and of no other option, stands in the stem.

    ## Why it matters
    Who has no idea takes the option that sounds like the question, and here is right.

    ## How to fix it
    Word the stem without the answer, or let every option share the word.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid clang associations.
    """

    code = "STM007"
    name = "stem-reveals-key"
    severity = Severity.WARNING
    preset = "strict"
    min_letters = Threshold(5, "characters that the key must have to be telling")
    when = When.ONE_BEST | When.ONE_KEY | When.ALONE
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: "The «binary search» halves a sorted list at each step. How is this called?"
    options: [linear scan, binary search, bubble sort]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which is faster on a sorted list, binary search or linear scan?
    options: [binary search, linear scan]
    answer: A
  - question: What does a binary searcher look at first?
    options: [its middle, its front, its binary]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        (place,) = question.key.indices
        key = question.options[place].text.value.strip(" .")
        if len(key) < self.min_letters or not key[:1].isalpha():
            return
        lowered = question.stem.value.lower()
        if key.lower() not in lowered:
            return
        prose = question.stem.prose
        if prose.has_code or prose.has_math or looks_like_code(question.stem.value):
            return
        text = prose.wording.lower()
        at = _whole_word(key.lower(), text)
        if at < 0 or any(
            _shares(option.text.plain.lower().strip(" ."), text, key.lower())
            for option in question.distractors
        ):
            return
        if " or " in text[max(0, at - 20) : at + len(key) + 20]:
            return
        yield self.finding(
            question.stem.plain_at(at, at + len(key)),
            f"the stem says {quote(key)}, which is option {letter(place)}, the key; word it "
            "without the answer",
            related=(Related(question.options[place].text.span, "the key"),),
        )


def _whole_word(word: str, text: str) -> int:
    """Where the word stands by itself, or -1."""
    match = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    return -1 if match is None else match.start()


def _shares(option: str, text: str, key: str) -> bool:
    """Whether a distractor is in the stem as well, or repeats the key's words."""
    return not option or option in text or key in option
