"""CRD007: a cloze card that hides nothing."""

import re
from collections.abc import Iterator

from quizlint.content import Card, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

_MARK = lazy(r"\{\{c\d+:[^{}]*(?:\}\}?)?")
_DELETION = lazy(r"\{\{c\d+::(?!\s*(?:::|\}\}))(?:(?!\{\{).)+?\}\}", re.DOTALL)


class EmptyCloze(Rule):
    """A cloze card has a mark for a deletion, and hides nothing.

    ## Why it matters
    Programs refuse such a card, or show it with the answer in full view.

    ## How to fix it
    Write the words to hide between two colons and two braces: `{{c1::Paris}}`, with a hint behind
    two more colons if you like. A plain-text card marked `C:` without any `[deletion]` is reported
    as a missing field.

    ## References
    - Anki manual, cloze deletion.
    """

    code = "CRD007"
    name = "empty-cloze"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: The capital of France is «{{c1::}}».
    back: It lies on the Seine.
  - front: The capital of Spain is «{{c1:Madrid}}».
    back: It lies on the Manzanares.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: The capital of France is {{c1::Paris::a city}}.
    back: It lies on the Seine.
  - front: What does {{ c1 }} print in a template?
    back: The value of c1.
"""
        ),
    )

    def check(self, card: Card, _ctx: Context) -> Iterator[Finding]:
        value = card.front.value
        if "{{c" not in value or card.front.prose.has_code:
            return
        mark = _MARK.search(value)
        if mark is not None and _DELETION.search(value) is None:
            yield self.finding(
                card.front.at(*mark.span()),
                f"{quote(mark[0])} hides nothing; write the hidden words like {{{{c1::words}}}}",
            )
