"""STR018: a file claimed for quizlint without an item."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.words import said


class NothingToCheck(Rule):
    """A file says that it is a quiz or cheat sheet, and holds no item.

    ## Why it matters
    The name or the `kind:` line promises questions. Perhaps they stand under a field that is
    misspelt, or the file was saved empty.

    ## How to fix it
    Put the items under `cards:`, `questions:` or `prompts:`, or give the file another name.
    """

    code = "STR018"
    name = "nothing-to-check"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
«kind: quiz»
title: Rivers of Europe
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
title: Rivers of Europe
cards:
  - front: Into which sea does the Rhine flow?
    back: Into the North Sea.
"""
        ),
    )

    def check(self, problem: problems.NothingToCheck, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(problem.span, f"no item was found here: {said(problem.told)}")
