"""What the response processing of QTI 1.2 gives points for."""

import math
from typing import NamedTuple

from quizlint.formats.tree.xml_nodes import Element

_EQUAL = frozenset({"varequal", "varsubstring", "varsubset"})
_LOW = frozenset({"vargte", "vargt"})
_HIGH = frozenset({"varlte", "varlt"})
_RIGHT = frozenset({"correct", "correct_fb"})


class Condition(NamedTuple):
    """One condition on a response: what must be given for it, and what it earns.

    `points` is infinite where all points are given without a number, None where nothing is said.
    `links` are the identifiers of the feedback shown.
    """

    equal: tuple[tuple[str, Element], ...]
    low: tuple[tuple[str, Element], ...]
    high: tuple[tuple[str, Element], ...]
    points: float | None
    links: tuple[str, ...]


class Marking:
    """The conditions of one item. `given` is whether there is any response processing."""

    def __init__(self, item: Element) -> None:
        self.given = False
        self._about: dict[str, list[tuple[Condition, Element]]] = {}
        self._bounds: dict[str, list[tuple[Element, Element]]] = {}
        self._links: dict[str, dict[str, set[str]]] = {}
        for processing in item.every("resprocessing"):
            self.given = True
            for element in processing.every("respcondition"):
                self._add(_condition(element))

    def _add(self, condition: Condition) -> None:
        for about, element in condition.equal:
            self._about.setdefault(about, []).append((condition, element))
        for (about, low), (_, high) in zip(condition.low, condition.high, strict=False):
            if condition.points is not None and condition.points > 0:
                self._bounds.setdefault(about, []).append((low, high))
        if len(condition.equal) == 1:
            about, element = condition.equal[0]
            for link in condition.links:
                links = self._links.setdefault(about, {})
                links.setdefault(link, set()).add(element.content().value)

    def earned(self, response: str) -> dict[str, tuple[float, Element]]:
        """The most that each answer to a response earns, and where that is said."""
        best: dict[str, tuple[float, Element]] = {}
        for condition, element in self._about.get(response, ()):
            points = condition.points
            if points is not None:
                answer = element.content().value
                if answer not in best or points > best[answer][0]:
                    best[answer] = (points, element)
        return best

    def accepted(self, response: str) -> list[Element]:
        """The places that name answers to a response that earn points, in order."""
        return [
            element
            for condition, element in self._about.get(response, ())
            if condition.points is not None and condition.points > 0
        ]

    def bounds(self, response: str) -> list[tuple[Element, Element]]:
        """The lower and upper bounds between which a number earns points."""
        return self._bounds.get(response, [])

    def told(self, response: str) -> dict[str, str]:
        """The feedback that is shown for one answer alone, by answer."""
        return {
            next(iter(answers)): link
            for link, answers in self._links.get(response, {}).items()
            if len(answers) == 1 and link.lower() not in _RIGHT
        }


def _condition(element: Element) -> Condition:
    equal: list[tuple[str, Element]] = []
    low: list[tuple[str, Element]] = []
    high: list[tuple[str, Element]] = []
    points: float | None = None
    links: list[str] = []
    for child in element.children:
        match child.name:
            case "conditionvar":
                _collect(child, equal, low, high)
            case "setvar":
                points = _points(child) if points is None else points
            case "displayfeedback":
                links.append(child.word("linkrefid"))
            case _:
                pass
    if points is None and any(link.lower() in _RIGHT for link in links):
        points = math.inf
    if not points and element.word("correctanswer").lower() == "yes":
        points = math.inf  # right, in an item that gives no points
    return Condition(tuple(equal), tuple(low), tuple(high), points, tuple(links))


def _collect(
    element: Element,
    equal: list[tuple[str, Element]],
    low: list[tuple[str, Element]],
    high: list[tuple[str, Element]],
) -> None:
    """What must be given: nothing that stands inside a `<not>`."""
    for child in element.children:
        if child.name in _EQUAL:
            equal.append((child.word("respident"), child))
        elif child.name in _LOW:
            low.append((child.word("respident"), child))
        elif child.name in _HIGH:
            high.append((child.word("respident"), child))
        elif child.name != "not":
            _collect(child, equal, low, high)


def _points(setvar: Element) -> float | None:
    written = setvar.content().value
    if written.lower().endswith(".max"):
        return math.inf
    points = number(written)
    if points is None:
        return None
    return -points if setvar.word("action").lower() == "subtract" else points


def number(written: str) -> float | None:
    """The finite number that a text is, or None."""
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) and len(written) < 60 else None
