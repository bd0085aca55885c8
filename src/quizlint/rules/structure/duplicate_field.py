"""STR005: the same field twice."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


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

    def check(self, problem: problems.DuplicateField, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(
            problem.span,
            f"the field {problem.field!r} stands here a second time; keep one",
            related=(Related(problem.first, "first here"),),
        )
