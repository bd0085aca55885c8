"""OPT002: two options that differ in case, punctuation or markup only."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.language.equivalence import Kind
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._alike import groups
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter

KINDS = frozenset((Kind.WRITTEN,))


class NearIdenticalOptions(Rule):
    """Two options differ in capitals, punctuation, an article or markup only.

    ## Why it matters
    `Paris`, `paris.` and `The Paris` are one answer to a reader, and to most programs that mark. If
    one of them is the key, learners are marked wrong for the right answer; if none is, the question
    has one choice less than it seems to have, and those who notice waste their time looking for a
    trick.

    The rule is silent where the difference is the point: in questions about spelling, grammar and
    code, for symbols (`Co`, `CO`), for signs that count (`-2`, `2`), and where three spellings of
    one word or more stand in a row (`true`, `True`, `TRUE`).

    ## How to fix it
    Keep one, and put a mistake that learners really make in place of the other. If the difference
    is the point, say so in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): options must be independent of each other.
    """

    code = "OPT002"
    name = "near-identical-options"
    severity = Severity.WARNING
    fewest_options = 2
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What did the printing press make cheaper?
    options:
      - Books and pamphlets
      - «books, and pamphlets.»
      - Oil paintings
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which city lies on the Seine?
    options: [Lyon, Paris, paris, «Paris.»]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is the standard boolean literal in the language of this course?
    options: ["`true`", "`True`", "`TRUE`"]
    answer: B
  - question: Which sentence uses capital letters as it should?
    options: [We met on monday., we met on Monday., We met on Monday.]
    answer: C
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for group in groups(question, ctx, KINDS, thorough=self.thorough):
            *_, last = group.places
            yield self.finding(
                question.options[last].text.span,
                f"options {group.letters} are the same answer: {group.words}; replace option "
                f"{letter(last)}",
                related=group.related(question, "almost the same here"),
                confidence=group.confidence,
            )
