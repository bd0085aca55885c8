"""What both notations of an R/exams exercise are taken apart into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizlint.text import Decoded, Span, Text

Hole = tuple[int, int, str]
"""A range of the source that a learner does not see, and what stands for it."""


@dataclass(slots=True, eq=False)
class Region:
    """A range with its holes, which ascend. `computed`: a program writes some of it."""

    start: int
    end: int
    holes: list[Hole] = field(default_factory=list)
    computed: bool = False


@dataclass(slots=True, eq=False)
class Exercise:
    """One exercise, as far as its notation tells.

    `items` and `told` are the lists of the question and of the solution, None where there is none.
    `meta` has the values of `exname` and its kin.
    """

    start: int
    end: int
    question: Region
    solution: Region | None = None
    items: list[Region] | None = None
    told: list[Region] | None = None
    meta: dict[str, Span] = field(default_factory=dict)
    whole: Region | None = None  # the question with its list


class _Holed:
    """A text without some ranges of the source."""

    __slots__ = ("_holes",)

    def __init__(self, holes: Sequence[Hole]) -> None:
        self._holes = tuple(holes)

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(_pieces(source, *span, self._holes))


def _pieces(
    source: str, start: int, end: int, holes: Sequence[Hole]
) -> Iterator[tuple[str, int, int]]:
    for begin, stop, instead in holes:
        if start < begin:
            yield source[start:begin], start, begin
        if instead:
            yield instead, begin, stop
        start = stop
    if start < end:
        yield source[start:end], start, end


def leaf(source: str, region: Region, mark: Span) -> Text:
    """The text of a region without the space around it; of an empty one the place is `mark`."""
    holes = region.holes
    first, last = 0, len(holes)
    start, end = _trimmed(source, region.start, region.end)
    while first < last and holes[first][0] <= start and not holes[first][2]:
        start, end = _trimmed(source, max(start, holes[first][1]), end)
        first += 1
    while first < last and holes[last - 1][1] >= end and not holes[last - 1][2]:
        start, end = _trimmed(source, start, min(holes[last - 1][0], end))
        last -= 1
    if start >= end:
        return Text("", mark, source)
    span = Span(start, end)
    if first == last:
        return Text(source[start:end], span, source)
    inside = holes[first:last]
    value = "".join([piece for piece, _, _ in _pieces(source, start, end, inside)])
    return Text(value, span, source, _Holed(inside))


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while start < end and source[end - 1].isspace():
        end -= 1
    return start, end
