"""STM016: a direct question without its question mark."""

import re
from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected
from quizlint.text.patterns import lazy

# An end that the options continue.
_DANGLES = lazy(
    r"\b(?:is|are|was|were|be|of|to|by|the|an?|in|for|with|as|at|on|from|that|and|or|because|"
    r"than|when|if)\s*$|\.\.$",
    re.IGNORECASE,
)


class MissingQuestionMark(Rule):
    """A direct question ends without a question mark.

    ## Why it matters
    The mark tells a reader, and a screen reader's voice, that something is asked.

    ## How to fix it
    Add it; the fix does.
    """

    code = "STM016"
    name = "missing-question-mark"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is the largest in our solar «system»
    options: [Jupiter, Saturn, Neptune]
    answer: A
  - question: How many moons does Mars have«.»
    options: ["1", "2", "4"]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What plants need most is
    options: [light, sugar, salt]
    answer: A
  - question: "Which of these are noble gases:"
    options: [helium and neon, oxygen and neon, helium and iron]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        value = question.stem.value
        if "?" in value[-8:] or not value:
            return
        prose = question.stem.prose
        text = prose.text
        if not text or not (text[-1].isalnum() or text[-1] == "."):
            return
        if prose.has_code or prose.has_math or prose.has_media or "\n" in value.strip():
            return
        start, end = prose.sentences[-1] if prose.sentences else (0, len(text))
        if not _DIRECT.match(text, start, end) or _DANGLES.search(text, start, end):
            return
        last = prose.word_spans[-1][0] if text[-1] != "." else end - 1
        stem = question.stem
        mark = stem.plain_at(end - 1, end)
        kept = "" if text[-1] == "." else text[-1]
        yield self.finding(
            stem.plain_at(last, end),
            "a direct question ends without a question mark; add it",
            fix=Fix((Edit(mark, kept + "?"),)),
        )


def _direct() -> str:
    """The opening of a direct question: a question word and an inverted verb, or "which of"."""
    verb = r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|must|might)"
    return (
        rf"(?:(?:what|who|whom|where|why|when|how)\s+{verb}\b|how\s+(?:many|much|long|often|far|old)\b"
        rf"(?=.*\b{verb}\b)|which\s+(?:(?:one|ones|two|three)\s+)?of\s+(?:the|these|those)\b(?=.*\b\w+)"
        rf"|(?:which|what)\s+(?!to\b)[\w-]+(?:\s+[\w-]+)?\s+{verb}\b)(?!.*\.{{2}})(?!.*__)"
    )


_DIRECT = lazy(_direct, re.IGNORECASE)
