"""STR020: a note to oneself inside a text."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.patterns import lazy

HINTS = ("TODO", "FIXME", "XXX", "TBD", "(", "[", "<", "lease check")
"""One of these is in every text with a marker, which is quickly told."""

_MARKER = lazy(
    r"\b(?:TODO|FIXME|XXX|TBD)\b(?!\s*(?:list|comment|item|app)s?\b)(?::|\b)"
    r"|[\[(<]\s*(?i:check\s(?:this|again)|citation\sneeded|verify(?:\sthis)?|to\sdo|"
    r"placeholder|source\?)\s*[\])>]"
    r"|(?i:\bplease\scheck\sthis\b)"
)


class MarkerLeft(Rule):
    """A text still holds a note of its author: TODO, FIXME, (check this).

    ## Why it matters
    Learners read it, and wonder what else is unfinished.

    ## How to fix it
    Do what it says, and remove it; or move it into a comment, which learners do not see.
    """

    code = "STR020"
    name = "marker-left"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: When was the printing press with movable type built in Mainz?
    back: Around 1450 «(check this)».
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What do programmers mark with `TODO`?
    back: A place in the code that waits for work. Many keep a TODO list as well.
"""
        ),
    )

    def check(self, text: Text, _ctx: Context) -> Iterator[Finding]:
        value = text.value
        if not any(hint in value for hint in HINTS):
            return
        for match in _MARKER.finditer(text.prose.wording):
            yield self.finding(
                text.plain_at(*match.span()),
                f"{quote(match[0])} is a note to its author; do it and remove it",
            )
