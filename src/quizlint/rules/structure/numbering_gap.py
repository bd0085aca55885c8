"""STR012: question numbers that skip or repeat."""

from collections.abc import Iterator
from itertools import pairwise

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context

MOST_DIGITS = 9
"""Digits beyond which a number counts no questions."""


class NumberingGap(Rule):
    """The numbers written before the questions skip one or repeat one.

    ## Why it matters
    A gap is often a question that got lost in an edit; a repeat, one that was pasted in. Learners
    who talk about "number seven" mean different questions.

    ## How to fix it
    Renumber, or look what was lost.
    """

    code = "STR012"
    name = "numbering-gap"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
---
kind: quiz
---

## Questions

### 1. Which metal is liquid in a warm room?

- [x] mercury
- [ ] copper
- [ ] tin

### «3.» Which metal rusts?

- [ ] gold
- [x] iron
- [ ] copper
""",
            name="example.quiz.md",
        ),
    )
    good = (
        Example(
            """\
---
kind: quiz
---

## Questions

### 1. Which metal is liquid in a warm room?

- [x] mercury
- [ ] copper
- [ ] tin

### 2. Which metal rusts?

- [ ] gold
- [x] iron
- [ ] copper
""",
            name="example.quiz.md",
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        numbered = [
            (int(digits), question)
            for question in document.questions
            if question.number is not None
            and (digits := "".join(filter(str.isdecimal, question.number.value)))
            and len(digits) <= MOST_DIGITS
        ]
        for (before, _), (number, question) in pairwise(numbered):
            if number in (before + 1, 1):  # a new section may begin again
                continue
            assert question.number is not None
            wrong = "repeats" if number == before else "follows"
            yield self.finding(
                question.number.span,
                f"number {number} {wrong} {before}; is a question lost, or the number old?",
                route=question.route,
            )
