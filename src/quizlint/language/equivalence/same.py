"""What it means that two options say the same."""

from dataclasses import dataclass
from enum import StrEnum

from quizlint.content import Confidence


class Kind(StrEnum):
    """In what way two options say the same. Each has a module that defines it."""

    WRITTEN = "written otherwise"
    VALUE = "the same value"
    SLIP = "a slip"
    SHORT = "short and long"
    SAME_WORDS = "the same words"
    OTHER_WORDS = "other words"
    GENERAL = "general and special"
    INSIDE = "one inside the other"
    TORN = "torn in two"
    CUT = "cut off"


@dataclass(frozen=True, slots=True)
class Same:
    """That two options say the same, or that one says all that the other says.

    `words` tells a reader what is the same ("'eight' is the number 8"), to stand behind a colon.
    Confidence is high where the definition of the kind leaves no doubt, and low where the two may
    well be meant as different answers.
    """

    kind: Kind
    confidence: Confidence
    words: str
