"""The lists of a Word document, whose numbers and letters stand in no text."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.oxml.ns import qn

_MOST_STYLES = 50
"""Styles that a style may be based on, one on the other."""


class Place(NamedTuple):
    """Where in a list a paragraph stands: which list, how deep, and how its entries are marked.

    `format` is Word's word: `decimal`, `lowerLetter`, `upperLetter`, `bullet`, …
    """

    list: str
    depth: int
    format: str

    @property
    def lettered(self) -> bool:
        """Whether entries have letters."""
        return self.format in ("lowerLetter", "upperLetter")


@dataclass(slots=True)
class Style:
    """What a style says of its paragraphs or runs."""

    name: str = ""
    bold: bool = False
    numbered: tuple[str, int] | None = None


@dataclass(slots=True)
class Lists:
    """Styles by id, and the format of each list's levels: by the list's number and the depth."""

    styles: dict[str, Style] = field(default_factory=dict)
    formats: dict[tuple[str, int], str] = field(default_factory=dict)

    def place(self, properties: Any) -> Place | None:
        """The place that a paragraph's properties, or its style, give it."""
        if properties is None:
            return None
        said = _numbered(properties)
        if said is None:
            said = self.style(properties, "w:pStyle").numbered
        if said is None or said[0] == "0":  # number 0 takes a paragraph out of its style's list
            return None
        return Place(*said, self.formats.get(said, "decimal"))

    def style(self, properties: Any, tag: str) -> Style:
        """The style that properties name."""
        named = None if properties is None else properties.find(qn(tag))
        return self.styles.get(value(named), _PLAIN)


_PLAIN = Style()


def lists_of(styles: Any, numbering: Any) -> Lists:
    """What the two parts say, each of which a document may lack."""
    lists = Lists()
    if styles is not None:
        elements = {
            each.get(qn("w:styleId"), ""): each for each in styles.iterchildren(qn("w:style"))
        }
        lists.styles = {name: _style(name, elements) for name in elements}
    if numbering is not None:
        abstract = {
            each.get(qn("w:abstractNumId")): {
                _depth(level.get(qn("w:ilvl"))): value(level.find(qn("w:numFmt")))
                for level in each.iterchildren(qn("w:lvl"))
            }
            for each in numbering.iterchildren(qn("w:abstractNum"))
        }
        for each in numbering.iterchildren(qn("w:num")):
            levels = abstract.get(value(each.find(qn("w:abstractNumId"))), {})
            number = each.get(qn("w:numId"), "")
            lists.formats |= {(number, depth): said for depth, said in levels.items() if said}
    return lists


def _style(name: str, elements: dict[str, Any]) -> Style:
    """A style with what those say that it is based on."""
    found = Style()
    bold: bool | None = None
    for _ in range(_MOST_STYLES):
        element = elements.get(name)
        if element is None:
            break
        found.name = found.name or value(element.find(qn("w:name"))).lower()
        properties = element.find(qn("w:pPr"))
        if properties is not None and found.numbered is None:
            found.numbered = _numbered(properties)
        runs = element.find(qn("w:rPr"))
        if runs is not None and bold is None:
            bold = switch(runs, "w:b")
        name = value(element.find(qn("w:basedOn")))
    found.bold = bool(bold)
    return found


def _numbered(properties: Any) -> tuple[str, int] | None:
    said = properties.find(qn("w:numPr"))
    if said is None:
        return None
    number = said.find(qn("w:numId"))
    return None if number is None else (value(number), _depth(value(said.find(qn("w:ilvl")))))


def _depth(written: str | None) -> int:
    return (
        int(written)
        if written and written.isascii() and written.isdigit() and len(written) < 3
        else 0
    )


def value(element: Any) -> str:
    """An element's one value; empty where there is no such element."""
    return "" if element is None else str(element.get(qn("w:val"), ""))


def switch(properties: Any, tag: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    element = properties.find(qn(tag))
    return None if element is None else value(element) not in ("0", "false", "off", "none")
