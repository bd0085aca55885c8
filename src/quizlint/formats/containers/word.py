"""Word documents (`.docx`): their text, and every table of questions or cards in it."""

from typing import Any

from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.formats.base import SNIFFED, Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import Unpacked, Unreadable
from quizlint.formats.containers.workbook import Parts
from quizlint.formats.docx.layout import source_of
from quizlint.formats.docx.numbering import lists_of
from quizlint.formats.docx.paragraphs import Paragraph, Table, blocks_of
from quizlint.formats.table import recognised
from quizlint.text import TableSource

MAIN = "word/document.xml"
TEXT = "text"
"""What the member is called that holds all but tables of questions."""


class Word:
    """An open document, whose members are its text and its tables of questions.

    Only three parts are ever read, as far as they are within bounds and hold no entities; links,
    macros and what is embedded are not.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._parts = Parts(archive)
        self.troubles: tuple[Told, ...] = ()
        self.remark = ""
        blocks: list[Paragraph | Table] = []
        self._tables: dict[str, TableSource] = {}
        for block in self._blocks():
            rows = None if isinstance(block, Paragraph) else _cells(block)
            table = None if rows is None else TableSource.from_rows("", rows)
            if table is not None and recognised(table.text[:SNIFFED], ("\t",)) is not None:
                self._tables[f"table {len(self._tables) + 1}"] = table
            else:
                blocks.append(block)
        self._text = blocks
        self.members: tuple[str, ...] = (*((TEXT,) if blocks else ()), *self._tables)

    def head(self, member: str) -> bytes:  # noqa: ARG002 - no bytes are at hand
        """Nothing: what it is is known."""
        return b""

    def unpack(self, member: str, shown: str) -> Unpacked:
        """The text as Markdown, or the rows of a table."""
        if member == TEXT:
            return Unpacked(source=source_of(shown, self._text), name="text.docx")
        table = self._tables[member]
        moved = TableSource(shown, table.text, starts=table.starts)
        return Unpacked(source=moved, name=f"{member}.tsv")

    def files(self, member: str) -> Files:  # noqa: ARG002 - the same for all
        """Nothing stands beside a document's text."""
        return Files()

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def _blocks(self) -> list[Paragraph | Table]:
        """Everything in the document's body. Raises `Unreadable`."""
        document = self._tree(MAIN)
        lists = lists_of(self._tree("word/styles.xml"), self._tree("word/numbering.xml"))
        body = None if document is None else next(document.iterchildren("{*}body"), None)
        if body is None:
            raise Unreadable(Packing.NO_DOCUMENT.of())
        return blocks_of(body, lists)

    def _tree(self, name: str) -> Any:
        """A part as a tree; None where there is none."""
        from docx.oxml.parser import parse_xml

        if name not in self._archive.entries:
            return None
        data = self._parts.open(name).read()
        try:
            return parse_xml(data)
        except (SyntaxError, ValueError) as error:
            said = str(error).partition("\n")[0][:200]
            raise Unreadable(Packing.DAMAGED_DOCUMENT.of(name, said)) from error


def _cells(table: Table) -> list[list[str]]:
    """The texts of a table's cells."""
    return [["\n".join(each.text for each in cell).strip() for cell in row] for row in table]
