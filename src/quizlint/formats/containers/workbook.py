"""Workbooks (`.xlsx`): every sheet that is shown, as a table."""

import warnings
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.formats.base import Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import Unpacked, Unreadable
from quizlint.text import TableSource

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

MAX_PART = 20_000_000
"""Bytes of the largest part of a workbook; that of all quiz templates is below one million."""

MAX_TREE = 5_000_000
"""Bytes of a part that is read as a whole: styles, the list of sheets. Its elements take up to
thirty times as much memory."""

MAX_PARTS = 100_000_000
"""Bytes of all parts that are read."""


class Workbook:
    """An open workbook, whose members are its sheets."""

    def __init__(self, archive: Archive, file: IO[bytes]) -> None:
        self._archive = archive
        self._parts = Parts(archive)
        self._reader = _opened(self._parts, file)
        self._paths = {
            sheet.name: relation.target
            for sheet, relation in self._reader.parser.find_sheets()
            if sheet.state == "visible" and relation.Type.endswith("/worksheet")
        }
        self.members = tuple(self._paths)
        self.troubles: tuple[Told, ...] = ()
        self.remark = ""

    def head(self, member: str) -> bytes:  # noqa: ARG002 - no bytes are at hand
        """Nothing: a sheet is recognised by its rows."""
        return b""

    def unpack(self, member: str, shown: str) -> Unpacked:
        """A sheet's rows as tab-separated values. Raises `Unreadable`."""
        from quizlint.formats.containers.sheet import Sheet

        try:
            file = self._parts.open(self._paths[member])
            sheet = Sheet(file, self._reader.wb, self._reader.shared_strings)
            sheet.read()
        except Unreadable:
            raise
        except Exception as error:  # openpyxl raises what the damage happens to lead to
            raise Unreadable(Packing.DAMAGED_SHEET.of(_said(error))) from error
        table = TableSource.from_rows(shown, sheet.rows)
        return Unpacked(source=table, name=f"{member}.tsv", problems=sheet.problems(table))

    def files(self, member: str) -> Files:  # noqa: ARG002 - the same for all
        """Nothing stands beside a sheet."""
        return Files()

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()


class Parts:
    """An archive's members as openpyxl asks for them, in place of `zipfile.ZipFile`.

    What a part is called, and what refers to it, is up to the file; so whatever is read is bounded,
    and holds no entities.
    """

    filename = "the workbook"

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._sizes: dict[str, int] = {}

    def namelist(self) -> list[str]:
        """The names of all members."""
        return list(self._archive.entries)

    def read(self, name: str) -> bytes:
        """A part of which openpyxl makes a tree. Raises `Unreadable`, and KeyError without it."""
        return self._read(name, MAX_TREE)

    def open(self, name: str, _mode: str = "r") -> IO[bytes]:
        """A part that openpyxl reads bit by bit. Raises `Unreadable`, and KeyError without it."""
        return BytesIO(self._read(name, MAX_PART))

    def _read(self, name: str, limit: int) -> bytes:
        size = self._sizes[name] = self._archive.size(name)
        if size > limit or sum(self._sizes.values()) > MAX_PARTS:
            raise Unreadable(Packing.LARGE_PART.of(name, size // 1_000_000))
        data = self._archive.read(name, limit)
        letters = data.replace(b"\0", b"")  # in UTF-16, too
        if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
            raise Unreadable(Packing.ENTITIES.of(name))
        return data


def _opened(parts: Parts, file: IO[bytes]) -> "ExcelReader":
    """The workbook as far as its sheets need it: their list, shared texts and styles."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that are of no interest here
            reader: Any = ExcelReader(file, read_only=True, data_only=True, keep_links=False)
            reader.archive = parts
            reader.read_manifest()
            reader.read_strings()
            reader.read_workbook()
            apply_stylesheet(reader.archive, reader.wb)
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises what the damage happens to lead to
        raise Unreadable(Packing.DAMAGED_WORKBOOK.of(_said(error))) from error
    opened: ExcelReader = reader
    return opened


def _said(error: Exception) -> str:
    return str(error).partition("\n")[0][:200] or type(error).__name__
