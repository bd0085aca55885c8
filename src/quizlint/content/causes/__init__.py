"""What can happen to a reader: a row each, in a module for each family of formats.

A row is a member of an enum and names the values that it is about. What is said of it to people
stands under the same member in the module of the same name in `rules/words/`.
"""

from enum import Enum
from typing import NamedTuple, Self


class Cause(Enum):
    """One thing that can happen; `names` are those of the values that go with it, in order."""

    names: tuple[str, ...]

    def __new__(cls, *names: str) -> Self:
        member = object.__new__(cls)
        member._value_ = len(cls.__members__) + 1
        member.names = names
        return member

    def of(self, *values: "str | int | Told") -> "Told":
        """What happened: this, to these values."""
        return Told(self, values)


class Told(NamedTuple):
    """What happened in one place. A value may be another thing that happened, and led to this."""

    cause: Cause
    values: "tuple[str | int | Told, ...]" = ()
