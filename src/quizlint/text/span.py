"""Ranges of characters, and how a written value spells its characters."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol


class Span(NamedTuple):
    """A half-open range of code-point offsets into a file's decoded text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Decoded(NamedTuple):
    """A value together with the source range that spells each of its characters.

    `starts` and `ends` have one entry per character of `value`; both never decrease, and
    `source[starts[i]:ends[i]]` is the spelling of `value[i]`.
    """

    value: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def joined(cls, pieces: Iterable[tuple[str, int, int]]) -> "Decoded":
        """Put pieces together, each a text with the range that spells it.

        A piece as long as its range stands there character by character; of any other the whole
        range spells each character.
        """
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for text, start, end in pieces:
            texts.append(text)
            if len(text) == end - start:
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
            else:
                starts.extend([start] * len(text))
                ends.extend([end] * len(text))
        return cls("".join(texts), starts, ends)

    def span(self, start: int, end: int) -> Span:
        """The source range that spells `value[start:end]`; empty ranges stay empty."""
        if not self.value:
            raise IndexError("an empty value has no characters to locate")
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


class Spelling(Protocol):
    """How one kind of written scalar spells its value (quotes, escapes, folding)."""

    def decode(self, source: str, span: Span) -> Decoded:
        """Decode the raw slice `source[span.start:span.end]` again, keeping positions."""
        ...


class Verbatim:
    """A value that stands in the source exactly as it is."""

    def decode(self, source: str, span: Span) -> Decoded:
        start, end = span
        return Decoded(source[start:end], range(start, end), range(start + 1, end + 1))


VERBATIM = Verbatim()
