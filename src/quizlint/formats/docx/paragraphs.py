"""The paragraphs and tables of a Word document, with what sets words off from others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from quizlint.formats.docx.numbering import Lists, Place, switch, value

_PLAIN_COLOURS = re.compile(r"(?:auto|000000|FFFFFF|)", re.IGNORECASE)
_HEADING = re.compile(r"heading (?P<level>[1-6])")
_ENTERED = frozenset(
    map(qn, ("w:ins", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:moveTo", "w:dir"))
)
"""What runs may stand in; what was deleted is passed over."""


class Mark(IntFlag):
    """What sets words off."""

    NONE = 0
    LIT = 1
    BOLD = 2
    UNDERLINED = 4
    COLOURED = 8


class Piece(NamedTuple):
    """Words that are set off in one way."""

    text: str
    mark: Mark


@dataclass(slots=True)
class Paragraph:
    """One paragraph. `number` counts from 1; `level` is that of a heading, 0 for other text."""

    number: int
    pieces: list[Piece] = field(default_factory=list)
    place: Place | None = None
    level: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marks(self) -> Mark:
        """What sets all of its words off."""
        marks = Mark.LIT | Mark.BOLD | Mark.UNDERLINED | Mark.COLOURED
        for piece in self.pieces:
            if any(map(str.isalnum, piece.text)):
                marks &= piece.mark
        return marks if any(map(str.isalnum, self.text)) else Mark.NONE


Table = list[list[list[Paragraph]]]
"""Rows of cells of paragraphs."""


def blocks_of(body: Any, lists: Lists) -> list[Paragraph | Table]:
    """The paragraphs and tables of a document's body, in order."""
    return list(_Reader(lists).blocks(body))


@dataclass(slots=True)
class _Reader:
    lists: Lists
    count: int = 0

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        for child in parent.iterchildren():
            if child.tag == qn("w:p"):
                yield self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield [
                    [list(self._flat(cell)) for cell in row.iterchildren(qn("w:tc"))]
                    for row in child.iterchildren(qn("w:tr"))
                ]
            elif child.tag in _ENTERED:
                yield from self.blocks(child)

    def _flat(self, cell: Any) -> Iterator[Paragraph]:
        """The paragraphs of a cell, those of tables in it too."""
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (each for row in block for inner in row for each in inner)

    def paragraph(self, element: Any) -> Paragraph:
        self.count += 1
        properties = element.find(qn("w:pPr"))
        style = self.lists.style(properties, "w:pStyle")
        heading = _HEADING.fullmatch(style.name)
        level = int(heading["level"]) if heading else style.name == "title"
        found = Paragraph(self.count, [], self.lists.place(properties), int(level))
        found.pieces = list(self._pieces(element, style.bold and not level))
        return found

    def _pieces(self, parent: Any, bold: bool, linked: bool = False) -> Iterator[Piece]:
        for child in parent.iterchildren():
            if child.tag == qn("w:r"):
                yield from self._run(child, bold, linked)
            elif child.tag == qn("w:hyperlink"):
                yield from self._pieces(child, bold, linked=True)
            elif child.tag in _ENTERED:
                yield from self._pieces(child, bold, linked)
            elif child.tag in (qn("m:oMath"), qn("m:oMathPara")):
                yield Piece("".join(each.text or "" for each in child.iter(qn("m:t"))), Mark.NONE)

    def _run(self, run: Any, bold: bool, linked: bool) -> Iterator[Piece]:
        properties = run.find(qn("w:rPr"))
        mark = Mark.NONE if properties is None else self._mark(properties, bold, linked)
        if properties is None and bold:
            mark = Mark.BOLD
        said = "".join(map(_words, run.iterchildren()))
        if mark & Mark.UNDERLINED and len(said) > 2 and not said.strip():
            said = "____"  # a line to write on
        if said:
            yield Piece(said, mark)

    def _mark(self, properties: Any, bold: bool, linked: bool) -> Mark:
        style = self.lists.style(properties, "w:rStyle")
        own = switch(properties, "w:b")
        mark = Mark.BOLD if (own if own is not None else bold or style.bold) else Mark.NONE
        shade = properties.find(qn("w:shd"))
        fill = "" if shade is None else str(shade.get(qn("w:fill"), ""))
        if switch(properties, "w:highlight") or not _PLAIN_COLOURS.fullmatch(fill):
            mark |= Mark.LIT
        if switch(properties, "w:u") and not linked:
            mark |= Mark.UNDERLINED
        if not _PLAIN_COLOURS.fullmatch(value(properties.find(qn("w:color")))) and not linked:
            mark |= Mark.COLOURED
        return mark


def _words(element: Any) -> str:
    """What a part of a run shows."""
    tag = element.tag
    if tag == qn("w:t"):
        return str(element.text or "").replace("\n", " ").replace("\r", " ")
    if tag == qn("w:tab"):
        return "\t"
    if tag in (qn("w:br"), qn("w:cr")):
        return "\n"
    if tag == qn("w:noBreakHyphen"):
        return "-"
    if tag == qn("w:drawing"):
        said = next(element.iter(qn("wp:docPr")), None)
        words = "" if said is None else str(said.get("descr", ""))
        return f"![{' '.join(words.split())}](picture)"
    return ""
