"""STR016: spaces that nobody meant."""

import re
from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Text

# Inside a line, between two words; a doubled space after a full stop is a typist's habit.
_DOUBLED = re.compile(r"(?<=[^\s.!?:|])  +(?=[^\s|])")


class StrayWhitespace(Rule):
    """A text has doubled spaces, or spaces at its end.

    ## Why it matters
    Two answers that look the same differ in a space; a comparison of what a learner typed fails.

    ## How to fix it
    Remove them. The fix does; line breaks, indentation, code and tables are left alone.
    """

    code = "STR016"
    name = "stray-whitespace"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a«  »gerund?
    back: A verb form in -ing that is used as a noun.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does `a  b` print?
    back: |
      The two letters.  Nothing else.

          x  =  1
"""
        ),
    )

    def check(self, text: Text, _ctx: Context) -> Iterator[Finding]:
        value = text.value
        if value and value[-1] in " \t" and value.strip():
            kept = len(value.rstrip(" \t"))
            span = text.at(kept, len(value))
            yield self.finding(
                span, "spaces at the end of the text; remove them", fix=Fix((Edit(span, ""),))
            )
        if "  " not in value or text.prose.has_code or "\n" in value:
            return
        for match in _DOUBLED.finditer(value.rstrip(" ")):
            span = text.at(*match.span())
            yield self.finding(
                span, "more than one space here; one is enough", fix=Fix((Edit(span, " "),))
            )
