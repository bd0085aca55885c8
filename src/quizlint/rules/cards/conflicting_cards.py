"""CRD002: one front, different backs."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.normal import collapse


class ConflictingCards(Rule):
    """Two cards have the same front and different backs.

    ## Why it matters
    Whatever the learner answers, one of the two cards says it is wrong.

    ## How to fix it
    Make the fronts say what differs ("in botany", "in cooking"), or join the two backs.

    ## References
    - Wozniak (1999), twenty rules of formulating knowledge: combat interference.
    """

    code = "CRD002"
    name = "conflicting-cards"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a berry?
    back: A small sweet fruit, as cooks call it.
  - front: «What is a berry?»
    back: A fruit from one ovary, as the tomato is.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does a cook call a berry?
    back: A small sweet fruit.
  - front: What does a botanist call a berry?
    back: A fruit from one ovary, as the tomato is.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        first: dict[str, tuple[str, Text]] = {}
        for card in document.cards:
            front, back = collapse(card.front.value), collapse(card.back.value)
            if not front or "{{c" in front or card.front.prose.has_media:
                continue
            known_back, known = first.setdefault(front, (back, card.front))
            if known_back != back:
                yield self.finding(
                    card.front.span,
                    f"this front has another back above: {quote(known_back)}; say what differs",
                    related=(Related(known.span, "first here"),),
                    route=card.route,
                )
