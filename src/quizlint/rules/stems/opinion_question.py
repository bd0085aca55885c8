"""STM008: a question that asks for an opinion."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import When
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

_OPINION = lazy(
    r"\bin\s+your\s+(?:own\s+|personal\s+)?(?:opinion|view)\b|\bdo\s+you\s+(?:personally\s+)?"
    r"(?:believe|feel|prefer|like|agree)\b|\byour\s+favou?rite\b|\bhow\s+do\s+you\s+feel\b",
    re.IGNORECASE,
)


class OpinionQuestion(Rule):
    """The question asks what the learner thinks, and one opinion is keyed as right.

    ## Why it matters
    An opinion cannot be wrong. Learners guess what the author wants to hear, and are right to
    complain about the marks.

    ## How to fix it
    Ask for the fact, or name whose view is meant: "According to the text, why …?".

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid opinion-based items.
    """

    code = "STM008"
    name = "opinion-question"
    severity = Severity.WARNING
    preset = "strict"
    when = When.KEYED | When.SCORED
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What is, «in your opinion», the best sorting algorithm?
    options: [merge sort, bubble sort, heap sort]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sorting algorithm keeps equal elements in order?
    options: [merge sort, quick sort, heap sort]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        value = question.stem.value
        if "you" not in value:
            return
        prose = question.stem.prose
        match = _OPINION.search(prose.wording)
        if match is not None:
            yield self.finding(
                question.stem.plain_at(*match.span()),
                f"{quote(match[0])} asks for an opinion, and no opinion is wrong; ask for the fact "
                "or say whose view is meant",
            )
