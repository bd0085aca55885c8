"""BNK001: the same questions in two files."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity
from quizlint.facts import SharedQuestions
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context

SHOWN = 5
"""Related places that a finding lists."""


class DuplicateAcrossFiles(Rule):
    """Questions of this file stand in another file too, word by word and with the same key.

    ## Why it matters
    A copy is mended in one place and forgotten in the other. Learners who have taken one quiz know
    the answers of the next, and a test that draws from both may ask a question twice.

    ## How to fix it
    Keep each question in one file and let quizzes refer to it, or ask something else. Where a copy
    is meant (an exam that draws from a bank), say so with a suppression for the file.

    ## References
    - Haladyna and Rodriguez (2013), *Developing and Validating Test Items*, on item banks.
    """

    code = "BNK001"
    name = "duplicate-across-files"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which river is the longest in Europe?»
    options: [Danube, Rhine, Volga]
    answer: Volga
""",
            files={
                "bank.quiz.yaml": """\
kind: quiz
questions:
  - question: Which river is the longest in Europe?
    options: [Volga, Danube, Rhine]
    answer: Volga
"""
            },
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which river is the longest in Asia?
    options: [Mekong, Yangtze, Lena]
    answer: Yangtze
""",
            files={
                "bank.quiz.yaml": """\
kind: quiz
questions:
  - question: Which river is the longest in Europe?
    options: [Volga, Danube, Rhine]
    answer: Volga
"""
            },
        ),
    )

    def check(self, shared: SharedQuestions, _ctx: Context) -> Iterator[Finding]:
        first = shared.pairs[0][1]
        count = len(shared.pairs)
        others = f" and {count - 1} other{'' if count == 2 else 's'} stand" if count > 1 else ""
        what = f"this question{others or ' stands'}"
        notes = tuple(
            Related(there.span, "the same question", there.path, there.line, there.column)
            for there, _ in shared.pairs[:SHOWN]
        )
        yield Finding(
            self.code,
            first.span,
            f"{what} in {shared.first} too; keep one copy",
            self.confidence,
            related=notes,
            route=first.route,
            path=first.path,
        )
