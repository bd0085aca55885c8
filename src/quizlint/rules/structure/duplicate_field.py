"""STR005: the same field twice."""

from collections.abc import Iterator

from quizlint.content import Finding, Problem, ProblemKind, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Span


class DuplicateField(Rule):
    """One field is written twice in the same place.

    ## Why it matters
    Most programs keep the last of the two without a word, some the first, and some refuse the file.
    Whatever stood in the other is lost.

    ## How to fix it
    Keep one. Often the second belongs to the next item, whose dash was forgotten.

    ## References
    - YAML 1.2.2, section 3.2.1.3: the keys of a mapping are unique.
    """

    code = "STR005"
    name = "duplicate-field"
    severity = Severity.ERROR
    problems = (ProblemKind.DUPLICATE_FIELD,)
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a delta?
    back: Land that a river builds at its mouth.
    «back»: A wide river mouth that the sea floods.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a delta?
    back: Land that a river builds at its mouth.
  - front: What is an estuary?
    back: A wide river mouth that the sea floods.
"""
        ),
    )

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        first = problem.data["first"]
        related = (Related(first, "first here"),) if isinstance(first, Span) else ()
        yield self.finding(
            problem.span,
            f"the field {problem.data['field']!r} stands here a second time; keep one",
            related=related,
        )
