"""SUP001: a suppression that suppresses nothing."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Severity, Suppression
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class UnusedSuppression(Rule):
    """A suppression silences nothing.

    ## Why it matters
    What it was written for is gone, or never was. Left in place it hides the next real mistake.

    ## How to fix it
    Remove the name, or the whole comment if no other name is in it.
    """

    code = "SUP001"
    name = "unused-suppression"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  # quizlint: ignore[«duplicate-card»] -- it comes back in part two
  - front: What is a rondo?
    back: A piece whose main theme returns between contrasting parts.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a rondo?
    back: A piece whose main theme returns between contrasting parts.
"""
        ),
    )

    def check(self, suppression: Suppression, _ctx: Context) -> Iterator[Finding]:
        unused = suppression.known and suppression.judged and not suppression.used
        if unused and not suppression.expired:
            yield self.finding(
                suppression.span,
                f"{suppression.name} finds nothing here that this could suppress; remove it",
                fix=None if suppression.of_settings else Fix((Edit(suppression.whole, ""),)),
            )
