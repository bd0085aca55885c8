"""What authors write, as frozen data; and what is said about it."""

from quizlint.content.finding import Edit, Finding, Fix, Related, Safety
from quizlint.content.items import (
    BLANK,
    MOST_OPTIONS,
    Card,
    Interaction,
    Item,
    Key,
    KeyState,
    Option,
    Prompt,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.content.leaves import Leaves, Mark, leaves
from quizlint.content.problems import Problem
from quizlint.content.reading import Document, Reading
from quizlint.content.ref import ItemRef
from quizlint.content.scale import Confidence, Severity
from quizlint.content.suppression import Suppression

__all__ = [
    "BLANK",
    "MOST_OPTIONS",
    "Card",
    "Confidence",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Interaction",
    "Item",
    "ItemRef",
    "Key",
    "KeyState",
    "Leaves",
    "Mark",
    "Option",
    "Problem",
    "Prompt",
    "Question",
    "Reading",
    "Related",
    "Safety",
    "Severity",
    "Stimulus",
    "Suppression",
    "WrittenKey",
    "leaves",
]
