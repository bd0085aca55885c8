"""BNK003: the same question keyed differently."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity
from quizlint.facts import QuestionGroup
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class ConflictingKey(Rule):
    """One question is keyed differently in two places.

    ## Why it matters
    Stem and options are the same, so at most one of the keys can be right: some learners are marked
    wrong for the right answer, and those who meet both learn that the test cannot be trusted.

    ## How to fix it
    Decide which key is right, mend the other, and keep one copy where you can. If both are meant,
    the stems must say what differs.

    ## References
    - Haladyna, Downing and Rodriguez (2002), guideline on one right answer.
    """

    code = "BNK003"
    name = "conflicting-key"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is closest to the Sun?
    options: [Mercury, Venus, Mars]
    answer: Mercury
  - question: «Which planet is closest to the Sun?»
    options: [Venus, Mercury, Mars]
    answer: Venus
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is closest to the Sun?
    options: [Mercury, Venus, Mars]
    answer: Mercury
  - question: Which planet is farthest from the Sun?
    options: [Mars, Neptune, Saturn]
    answer: Neptune
"""
        ),
    )

    def check(self, group: QuestionGroup, _ctx: Context) -> Iterator[Finding]:
        keyed = [place for place in group.occurrences if place.key]
        for place in keyed[1:]:
            first = keyed[0]
            if place.key == first.key:
                continue
            words = "the same question, keyed differently"
            if place.path == first.path:
                where, note = "above", Related(first.span, words)
            else:
                where = f"in {first.path}"
                note = Related(first.span, words, first.path, first.line, first.column)
            yield Finding(
                self.code,
                place.span,
                f"this question also stands {where} with another key; decide which is right",
                self.confidence,
                related=(note,),
                route=place.route,
                path=place.path,
            )
