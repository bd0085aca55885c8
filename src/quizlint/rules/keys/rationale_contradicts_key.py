"""KEY007: the explanation speaks for another option than the key."""

import re
from collections.abc import Iterator
from functools import cache

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, listed, quote


class RationaleContradictsKey(Rule):
    """The explanation names another option as the right one.

    ## Why it matters
    Either the key or the explanation is wrong, and whoever reads both trusts neither. Mostly the
    options were put in another order after the explanation was written.

    ## How to fix it
    Find out which is right. Explanations that name the answer in words, not by its letter, survive
    a new order.
    """

    code = "KEY007"
    name = "rationale-contradicts-key"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [copper, iron, silver]
    answer: B
    explanation: «The correct answer is C», because its electrons align.
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [copper, iron, silver]
    answer: B
    explanation: B is correct. A and C are wrong, though silver is the answer to other questions.
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        keys = question.key.indices
        if question.rationale is None or not keys or question.pool:
            return
        prose = question.rationale.prose
        lowered = prose.text.lower()
        if not any(word in lowered for word in ("correct", "right", "answer")):
            return
        named = {}
        for match in _verdict().finditer(prose.text):
            said = match["first"] or match["quoted"] or match["last"]
            index = _index_of(said, question)
            if index is not None:
                named[index] = match
        if named and not set(named) & set(keys):
            index, match = next(iter(named.items()))
            right = listed([letter(key) for key in keys])
            yield self.finding(
                question.rationale.plain_at(*match.span()),
                f"the explanation says {quote(match[0])}, but the key is {right}; mend one",
            )


@cache
def _verdict() -> re.Pattern[str]:
    """A claim that the option with a letter is right: "The answer is C", "C is right"."""
    right = r"(?:correct|right|true)"
    # "A barometer" begins with an article, "B vitamins of" with a name.
    after_a = (
        r"(?:\s*$|\s*[.,;:)(\-–—]|\s+(?:because|since|as|for|and|or|not|but|which|so|if|is|due)\b)"
    )
    bare = rf"\(?(?P<first>A(?:(?<=\(A)\)|(?={after_a}))|[B-H](?!\s+[a-z]+\s+of\b))\)?"
    return re.compile(
        rf"\b(?i:the\s+)?(?i:{right}\s+(?:answer|option|choice)|answer)\s*(?i:is|:|=)\s*"
        rf"(?i:option\s+|choice\s+|answer\s+)?(?:[\"'“‘](?P<quoted>[A-H])[\"'”’]|{bare})"
        r"(?=[\s.,;:)\-–—]|$)"
        rf"|(?<![\w.,])(?i:option\s+|choice\s+|answer\s+)?\(?(?P<last>[B-H])\)?\s+is\s+(?:the\s+)?(?i:{right})\b"
    )


def _index_of(said: str, question: Question) -> int | None:
    """The option that a letter names: by the letters written in the file, else by position."""
    labels = [option.label.value.upper() if option.label else "" for option in question.options]
    if said in labels:
        return labels.index(said)
    position = ord(said) - ord("A")
    return position if not any(labels) and position < len(labels) else None
