"""STM012: two or more questions in one stem."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._asking import without_quotes
from quizlint.rules.stems._code import looks_like_code
from quizlint.rules.when import Selected
from quizlint.text.patterns import lazy

# How a question of its own begins: not "True or false?", nor an aside in brackets.
_ASKS = lazy(
    r"\s*(?:and\s+|but\s+|if\s+so,?\s+|(?:in|of|for|to|at|from|by|with|on)\s+)?(?:which|what|who|"
    r"whom|whose|where|when|why|how|is|are|was|were|do|does|did|can|could|should|would|will|has|"
    r"have)\s+\w+\s+\S",
    re.IGNORECASE,
)


class SeveralQuestions(Rule):
    """The stem asks two or more questions.

    ## Why it matters
    One answer cannot say which of the questions a learner could not answer, and the options must
    fit all of them at once.

    ## How to fix it
    Keep the question that the options answer, and make a new item of the other.

    ## References
    - Haladyna, Downing and Rodriguez (2002): one single idea for each item.
    """

    code = "STM012"
    name = "several-questions"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What is the capital of Peru? «And which river is nearest to it?»
    options: ["Lima, Rimac", "Quito, Guayas", "Bogota, Magdalena"]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: 'A child asks "Why is the sky blue?". Which effect answers it?'
    options: [scattering, refraction, diffraction]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        if question.stem.value.count("?") < 2:
            return
        prose = question.stem.prose
        text = without_quotes(prose.wording)
        if text.count("?") < 2 or looks_like_code(question.stem.value):
            return
        asking = [
            (start, end)
            for start, end in prose.sentences
            if text[start:end].rstrip().endswith("?") and _ASKS.match(text, start, end)
        ]
        if len(asking) > 1:
            yield self.finding(
                question.stem.plain_at(*asking[1]),
                f"the stem asks {len(asking)} questions and takes one answer; keep one of them",
            )
