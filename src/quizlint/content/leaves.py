"""The texts of an item by their names, and where in them something stands."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from quizlint.content.items import Card, Item, Question
from quizlint.text import Span, Text


class Mark(NamedTuple):
    """A range inside one text of an item: `part` names the text, the offsets are of its value.

    `part` is the end of a route: `stem`, `options[1]`, `options[1].feedback`, `front`, `hint`.
    """

    part: str
    start: int
    end: int


def leaves(item: Item) -> Iterator[tuple[str, Text]]:
    """Every text of an item with its name, in the order in which they are read."""
    if isinstance(item, Question):
        if item.stimulus is not None:
            yield "stimulus", item.stimulus.text
        yield "stem", item.stem
        for index, option in enumerate(item.options):
            yield f"options[{index}]", option.text
            if option.feedback is not None:
                yield f"options[{index}].feedback", option.feedback
        for index, response in enumerate(item.responses):
            yield f"responses[{index}]", response.text
            if response.feedback is not None:
                yield f"responses[{index}].feedback", response.feedback
        if item.rationale is not None:
            yield "rationale", item.rationale
    elif isinstance(item, Card):
        yield from (("front", item.front), ("back", item.back))
    else:
        yield "prompt", item.prompt
        if item.hint is not None:
            yield "hint", item.hint
        for index, concept in enumerate(item.concepts):
            yield f"concepts[{index}]", concept
    if item.difficulty is not None:
        yield "difficulty", item.difficulty


class Leaves:
    """Finds the text of an item that a place in the file belongs to.

    Texts may lie in each other's places (a stem that was built from its fields) or share one, so
    the smallest that holds the whole place is meant.
    """

    def __init__(self, item: Item) -> None:
        found = [(text.span, name, text) for name, text in leaves(item)]
        found.sort(key=lambda each: each[0])
        self._exact = {span: (name, text) for span, name, text in reversed(found)}
        self._texts = found
        self._starts = [span.start for span, _, _ in found]
        self._reach = list(accumulate((span.end for span, _, _ in found), max))

    def mark(self, span: Span) -> Mark | None:
        """What a place in the file marks; None where it is in no text, or is about several."""
        exact = self._exact.get(span)
        if exact is not None:
            return Mark(exact[0], 0, len(exact[1].value))
        met = list(self._meeting(span))
        around = [each for each in met if each[0].covers(span)]
        if around:
            _, name, text = min(around, key=lambda each: each[0].end - each[0].start)
            within = text.within(span)
            return None if within is None else Mark(name, *within)
        if len(met) == 1:  # an option with its label, a value with its field's name
            return Mark(met[0][1], 0, len(met[0][2].value))
        return None

    def _meeting(self, span: Span) -> Iterator[tuple[Span, str, Text]]:
        """The texts that share a character with a place, the last first."""
        for index in range(bisect_left(self._starts, max(span.end, span.start + 1)) - 1, -1, -1):
            if self._reach[index] <= span.start:
                return
            if self._texts[index][0].end > span.start:
                yield self._texts[index]
