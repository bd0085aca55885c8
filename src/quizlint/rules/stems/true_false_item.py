"""STM005: a choice question that is really true/false."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Interaction, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.text.patterns import lazy


class TrueFalseItem(Rule):
    """A choice question only asks which of some statements is true.

    ## Why it matters
    Each option is a true/false item of its own, often on a subject of its own. There is nothing to
    answer before reading them all, and "true" is rarely without exception, so learners guess what
    the author had in mind.

    ## How to fix it
    Ask one thing, and let the options be answers of one kind to it. A statement that is simply true
    or false can be given as a true/false question.

    ## References
    - NBME Item-Writing Guide (2020): avoid "Which of the following is true?".
    - Haladyna, Downing and Rodriguez (2002): complex true/false formats.
    """

    code = "STM005"
    name = "true-false-item"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    min_words = Threshold(3, "words that the options must have on average to be statements")
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
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        if question.interaction is not Interaction.CHOICE or question.pool:
            return
        options = question.options
        if 2 <= len(options) <= 3 and all(_verdict(option.text.value) for option in options[:2]):
            yield self.finding(
                question.stem.span,
                "the options are a plain yes or no; write it as a true/false question, or ask for "
                "the reason",
            )
            return
        value = question.stem.value
        lowered = value.lower()
        if not any(hint in lowered for hint in HINTS):
            return
        prose = question.stem.prose
        match = _WHICH_IS_TRUE.search(prose.wording)
        if match is None:
            return
        words = sum(len(option.text.prose.words) for option in options)
        if words >= self.min_words * len(options):
            yield self.finding(
                question.stem.plain_at(*match.span()),
                "each option is a true/false item of its own; ask one thing that they answer",
            )


HINTS = ("true", "correct", "accurate", "valid", "right")
_VERDICTS = frozenset(("true", "false", "yes", "no", "correct", "incorrect", "t", "f"))


def _verdict(value: str) -> bool:
    return len(value) < 12 and value.strip(" .!*").lower() in _VERDICTS


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
