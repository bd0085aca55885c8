"""What the two sides of a card are."""

import re

from quizlint.content import Card
from quizlint.text.patterns import lazy

_QUESTION_WORD = lazy(
    r"\W*(?:what|which|who|whom|whose|why|when|where|how|(?:in|on|at|by|for|from|to|with|of) "
    r"(?:what|which|whom|whose)|is|are|was|were|do|does|did|can|could|will|would|should|has|"
    r"have|had)\b",
    re.IGNORECASE,
)


def is_cloze(card: Card) -> bool:
    """Whether the back is a part of the front that is hidden when the card is asked."""
    return card.front.span.covers(card.back.span) or "{{" in card.front.value


def asks(front: str) -> bool:
    """Whether a plain front is a question, in form or by its first word."""
    return "?" in front or _QUESTION_WORD.match(front) is not None
