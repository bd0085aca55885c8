"""CRD003: a back that holds more than one idea."""

import re
from collections.abc import Iterator

from quizlint.content import Card, Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.cards._sides import is_cloze
from quizlint.rules.context import Context
from quizlint.text.patterns import lazy

_ENTRY = lazy(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)


class OverlongAnswer(Rule):
    """The back of a card holds more than one idea.

    ## Why it matters
    Learners remember one part of a long answer and forget another. They then either fail the whole
    card, and repeat what they know, or pass it, and never learn the rest. Simple cards are also
    learned faster than the same matter on one card.

    ## How to fix it
    Split it: one card for each fact, step or list entry. Move background into a cheat sheet's text
    or into an explanation.

    ## References
    - Wozniak (1999), twenty rules of formulating knowledge: the minimum information principle;
      avoid sets and enumerations.
    """

    code = "CRD003"
    name = "overlong-answer"
    severity = Severity.INFO
    preset = "strict"
    max_words = Threshold(50, "words that a back may have")
    max_sentences = Threshold(3, "sentences that a back may have")
    max_entries = Threshold(5, "list entries that a back may have")
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a fjord?
    back: «A fjord is a deep inlet. It was cut by a glacier. The sea filled it when the ice melted.
      Its mouth is often shallow.»
  - front: Which strings does a guitar have?
    back: «|
      - E
      - A
      - D
      - G
      - B
      - e»
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a fjord?
    back: A deep inlet of the sea that a glacier cut. Norway has about a thousand of them.
  - front: Which three instruments play in a piano trio?
    back: |
      - a piano
      - a violin
      - a cello
"""
        ),
    )

    def check(self, card: Card, _ctx: Context) -> Iterator[Finding]:
        value = card.back.value
        if len(value) < 2 * self.max_sentences and "\n" not in value:
            return
        if is_cloze(card):
            return
        seen = self._seen(card)
        if seen:
            yield self.finding(
                card.back.span, f"this back holds {seen}; ask for one idea a card, and split it"
            )

    def _seen(self, card: Card) -> str:
        """What of the back is too much."""
        prose = card.back.prose
        if "\n" in card.back.value and not prose.has_code:
            entries = len(_ENTRY.findall(card.back.value))
            if entries > self.max_entries:
                return f"a list of {entries}"
            if entries > 1:
                return ""
        words = len(prose.wording.split())
        if words > self.max_words:
            return f"{words} words"
        if len(prose.text) < 80:  # four sentences take more than that
            return ""
        sentences = len(prose.sentences)
        return f"{sentences} sentences" if sentences > self.max_sentences else ""
