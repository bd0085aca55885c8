"""CRD001: the same card twice."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Span
from quizlint.text.normal import collapse


class DuplicateCard(Rule):
    """Two cards have the same front and the same back.

    ## Why it matters
    The learner meets the card twice as often, and a correction reaches one of the two only.

    ## How to fix it
    Remove one.
    """

    code = "CRD001"
    name = "duplicate-card"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a chord?
    back: Several notes sounding together.
  - front: «What is a chord?»
    back: Several notes sounding  together.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a chord?
    back: Several notes sounding together.
  - front: What is an arpeggio?
    back: The notes of a chord, one after another.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        first: dict[tuple[str, str], Span] = {}
        for card in document.cards:
            sides = (collapse(card.front.value), collapse(card.back.value))
            known = first.setdefault(sides, card.front.span)
            if known is not card.front.span and sides[0]:
                yield self.finding(
                    card.front.span,
                    "this card stands above already; remove one",
                    related=(Related(known, "first here"),),
                    route=card.route,
                )
