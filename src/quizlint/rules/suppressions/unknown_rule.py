"""SUP002: a suppression that names no rule."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Safety, Severity, Suppression
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote


class UnknownRule(Rule):
    """A suppression names a rule that does not exist.

    ## Why it matters
    It has no effect: what its author wanted silenced is still found, or will be.

    ## How to fix it
    Write the code or the name as `quizlint rules` lists it.
    """

    code = "SUP002"
    name = "unknown-rule"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  # quizlint: ignore[«missing-rational»] -- the lesson explains it
  - front: What is a coda?
    back: The closing part of a piece.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a coda?
    back: The closing part of a piece.
  # quizlint: ignore[duplicate-card] -- it comes back in part two
  - front: What is a coda?
    back: The closing part of a piece.
"""
        ),
    )

    def check(self, suppression: Suppression, _ctx: Context) -> Iterator[Finding]:
        if suppression.known:
            return
        near = suppression.suggestion
        fix = Fix((Edit(suppression.span, near),), Safety.UNSAFE) if near else None
        advice = f"did you mean {near}?" if near else "`quizlint rules` lists them"
        yield self.finding(
            suppression.span, f"there is no rule {quote(suppression.name)}; {advice}", fix=fix
        )
