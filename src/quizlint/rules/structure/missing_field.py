"""STR003: a required field is absent."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context

OWNERS = {"cloze": "cloze note"}
"""What is not called in a message as it is among readers."""


class MissingField(Rule):
    """An item lacks a field that it cannot do without.

    ## Why it matters
    A card without a back, or a question without options, cannot be shown to a learner. Programs
    that read the file drop the item or stop.

    ## How to fix it
    Add the field. If the item is only an idea so far, keep it in a comment.
    """

    code = "STR003"
    name = "missing-field"
    severity = Severity.ERROR
    supersedes = ("STR008", "KEY001")
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - «front: What is a sonnet?»
  - front: What is a haiku?
    back: A poem of three lines with five, seven and five syllables.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a sonnet?
    back: A poem of fourteen lines.
"""
        ),
    )

    def check(self, problem: problems.MissingField, _ctx: Context) -> Iterator[Finding]:
        owner = OWNERS.get(problem.owner, problem.owner)
        yield self.finding(problem.span, f"this {owner} has no {problem.field!r}; add it")
