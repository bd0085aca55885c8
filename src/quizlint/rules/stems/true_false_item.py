"""STM005: a question that only asks whether something is true."""

import re
from collections.abc import Iterator, Sequence

from quizlint.content import Finding, Option, Severity
from quizlint.language import foreign
from quizlint.language.english.verdicts import (
    are_judged,
    opens_with_verdict,
    verdict,
)
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.stems._negation import are_rows
from quizlint.rules.when import Selected, When
from quizlint.text.patterns import lazy


class TrueFalseItem(Rule):
    """A question only asks whether something is true, or which of some statements is.

    ## Why it matters
    A true/false item is weak, not broken: every second guess is right, it takes many of them to
    tell who knows the subject, and few things are true without exception. Where each option is a
    statement of its own, there is besides nothing to answer before reading them all; such questions
    are known in English alone, plain verdicts and rows of them in every language with a pack.

    ## How to fix it
    Ask one thing, and let the options be answers of one kind to it. Where a quiz is meant to be of
    true/false items, leave this rule out.

    ## References
    - NBME Item-Writing Guide (2020): true/false items, and "Which of the following is true?".
    - Haladyna, Downing and Rodriguez (2002): true/false and complex true/false formats.
    """

    code = "STM005"
    name = "true-false-item"
    severity = Severity.INFO
    preset = "strict"
    languages = foreign.LANGUAGES
    min_words = Threshold(3, "words that the options must have on average to be statements")
    when = When.WHOLE
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: "«Which of the following statements about glass is true»?"
    options: [It is a slow liquid., It is a clear solid., It is a pure metal.]
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: «Glass is a slow liquid.»
    options: ["True", "False"]
    answer: B
  - question: «"Statement 1: Gold is a metal. Statement 2: Glass is a metal."»
    options: ["True, true", "True, false", "False, true", "False, false"]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of the following is the true north of a map?
    options: [the top of the sheet, the pole of rotation, the compass needle]
    answer: B
  - question: Which kind of solid is glass?
    options: [amorphous, crystalline, metallic]
    answer: A
  - question: Is glass a liquid?
    options: ["Yes, for it flows", "Yes, for it is clear", "No, for it keeps its form"]
    answer: C
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        if are_rows(question, ctx.language) or _only_verdicts(options, ctx.language):
            yield self.finding(
                question.stem.span,
                "the answers are verdicts, and every second guess is right; ask for what is so, "
                "or for the reason",
            )
            return
        lowered = question.stem.value.lower()
        if ctx.language != "en" or not any(hint in lowered for hint in HINTS):
            return
        match = _WHICH_IS_TRUE.search(question.stem.prose.wording)
        if match is None:
            return
        words = sum(len(option.text.prose.words) for option in options)
        if words >= self.min_words * len(options):
            yield self.finding(
                question.stem.plain_at(*match.span()),
                "each option is a true/false item of its own; ask one thing that they answer",
            )


HINTS = ("true", "correct", "accurate", "valid", "right")


def _only_verdicts(options: Sequence[Option], language: str) -> bool:
    """Whether answers are plain verdicts, with at most one other among them."""
    texts = [option.text.plain for option in options]
    if language != "en":
        said = [foreign.only_verdict(text, language) for text in texts]
        return True in said and False in said and said.count(None) < 2
    if not are_judged(texts):
        return False
    others = [
        option
        for option, text in zip(options, texts, strict=True)
        if verdict(text) is None and not opens_with_verdict(text) and not comes_last(option)
    ]
    return len(others) < 2


def _which_is_true() -> str:
    true = r"(?:true|correct|accurate|valid|right)"
    return (
        r"\bwhat\s+is\s+(?:true|correct)\s+(?:of|about|regarding|concerning)\b"
        r"|\b(?:choose|select|pick|identify|find|mark)\s+the\s+(?:true|correct|right)\s+statement\b"
        r"|\bwhich\s+(?:(?:one|ones|two|three)\s+)?(?:(?:of\s+)?(?:the|these|those)\s+)?(?:following|below|statements?|"
        rf"assertions?|claims?|is|are)\b(?:(?!\b(?:that|if|when)\b)[^?.:]){{0,90}}?(?:(?<=\bis)|(?<=\bare))\s+{true}"
        r"(?!\s+(?:\w+\b(?<!about)(?<!regarding)(?<!concerning)(?<!of)(?<!for)(?<!in)(?<!and)(?<!with)(?<!when)(?<!if)))"
        r"(?!\s+(?:in\s+\w+ing|way|order))"
    )


_WHICH_IS_TRUE = lazy(_which_is_true, re.IGNORECASE)
