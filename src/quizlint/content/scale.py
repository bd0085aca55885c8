"""How grave a finding is, and how sure we are of it."""

from enum import IntEnum


class _Scale(IntEnum):
    """Ordered levels that print as their lower-case name."""

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> "_Scale":
        return cls[word.upper()]


class Severity(_Scale):
    """What it does to a learner: errors mislead, warnings weaken, infos could be better."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Confidence(_Scale):
    """How often a rule of this kind is right."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
