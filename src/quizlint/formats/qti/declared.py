"""The declarations of an item of QTI 2 and 3: what is right, and what it earns."""

import re
from dataclasses import dataclass, field

from quizlint.formats.qti.marking import number
from quizlint.formats.qti.names import word
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

_SPLIT = re.compile(r"\S+")


@dataclass(slots=True, eq=False)
class Declared:
    """One response: its right values, and the points of values that a mapping names.

    `tolerance` gives how far a number may be off, and whether that is in percent of it.
    """

    correct: list[Text] = field(default_factory=list)
    mapped: dict[str, float] = field(default_factory=dict)
    keys: list[Text] = field(default_factory=list)
    default: float = 0.0
    cardinality: str = "single"
    base: str = ""
    tolerance: tuple[float, bool] | None = None

    def right(self, *, several: bool) -> list[Text]:
        """The values that are right: as they are declared, else those that earn most."""
        if self.correct or not self.mapped:
            return self.correct
        best = max(self.mapped.values())
        least = 0.0 if several else best - 1e-9
        return [key for key in self.keys if best > 0 and self.mapped[key.value] > least]

    def points(self, identity: str) -> float | None:
        """What a value earns, None where there is no mapping."""
        return self.mapped.get(identity, self.default) if self.mapped else None


class Declarations:
    """All that an item declares, and how its responses are processed.

    `drawn` is whether a template gives values that differ from learner to learner; `processed`
    whether responses are marked at all, and `custom` whether by rules of the item's own.
    """

    def __init__(self, item: Element, source: str) -> None:
        self.responses: dict[str, Declared] = {}
        self.drawn = False
        self.processed = False
        self.custom = False
        self.human = False
        processing: Element | None = None
        for child in item.children:
            match child.name:
                case "responseDeclaration":
                    self.responses.setdefault(word(child, "identifier"), _declared(child, source))
                case "outcomeDeclaration":
                    self.human |= word(child, "externalScored") not in ("", "none")
                case "templateDeclaration" | "templateProcessing":
                    self.drawn = True
                case "responseProcessing":
                    processing = child
                case _:
                    pass
        if processing is not None:
            self.processed = True
            self.custom = bool(processing.children)
            for element in processing.below(lambda each: each.name == "equal"):
                self._tolerate(element)

    def of(self, identifier: str) -> Declared:
        """The declaration of one response; an empty one where there is none."""
        return self.responses.get(identifier) or Declared()

    def _tolerate(self, equal: Element) -> None:
        about = next((e for e in equal.children if e.name == "variable"), None)
        declared = None if about is None else self.responses.get(word(about, "identifier"))
        if declared is None:
            return
        mode = word(equal, "toleranceMode", "exact")
        if mode == "exact":
            declared.tolerance = (0.0, False)
            return
        sizes = [number(each) for each in _SPLIT.findall(word(equal, "tolerance"))]
        known = [each for each in sizes if each is not None]
        if known:
            declared.tolerance = (max(known), mode == "relative")


def _declared(element: Element, source: str) -> Declared:
    found = Declared(cardinality=word(element, "cardinality"), base=word(element, "baseType"))
    for child in element.children:
        if child.name == "correctResponse":
            for value in child.every("value"):
                leaf = value.content()
                if leaf.value:
                    found.correct.append(leaf.text(source))
        elif child.name == "mapping":
            found.default = number(word(child, "defaultValue")) or 0.0
            for entry in child.every("mapEntry"):
                _map(entry, found, source)
    return found


def _map(entry: Element, found: Declared, source: str) -> None:
    key = entry.attribute("mapKey") or entry.attribute("map-key")
    points = number(word(entry, "mappedValue"))
    if key is not None and points is not None:
        text = key.text(source)
        if text.value not in found.mapped:
            found.keys.append(text)
        found.mapped[text.value] = max(points, found.mapped.get(text.value, points))
