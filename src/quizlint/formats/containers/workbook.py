"""Workbooks (`.xlsx`): every sheet that is shown, as a table."""

import warnings
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import IO, TYPE_CHECKING, Any

from quizlint.formats.base import Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import Unpacked, Unreadable
from quizlint.text import TableSource

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as Book

MAX_PART = 50_000_000
"""Bytes of the largest part of a workbook; that of all quiz templates is below one million."""

MAX_PARTS = 100_000_000
"""Bytes of all parts that are read."""

MAX_CELLS = 2_000_000
"""Cells of a sheet, with the empty ones that a far one makes necessary."""

MAX_BLANK = 10_000
"""Rows without text after which a sheet is taken to end: some are formatted down to the last."""


class Workbook:
    """An open workbook, whose members are its sheets."""

    def __init__(self, archive: Archive, file: IO[bytes]) -> None:
        self._archive = archive
        _look_for_traps(archive)
        self._book: Book = _quietly_opened(file)
        self.members = tuple(
            sheet.title for sheet in self._book.worksheets if sheet.sheet_state == "visible"
        )
        self.troubles: tuple[str, ...] = ()
        self.remark = ""

    def head(self, member: str) -> bytes:  # noqa: ARG002 - no bytes are at hand
        """Nothing: a sheet is recognised by its rows."""
        return b""

    def unpack(self, member: str, shown: str) -> Unpacked:
        """A sheet's rows as tab-separated values. Raises `Unreadable`."""
        try:
            sheet: Any = self._book[member]  # openpyxl's own types know nothing of reading only
            sheet.reset_dimensions()  # what a file says of its size need not be true
            rows = _rows(sheet.iter_rows())
        except Unreadable:
            raise
        except Exception as error:  # openpyxl raises what the damage happens to lead to
            raise Unreadable(f"the sheet is damaged ({_said(error)})") from error
        return Unpacked(source=TableSource.from_rows(shown, rows), name=f"{member}.tsv")

    def files(self, member: str) -> Files:  # noqa: ARG002 - the same for all
        """Nothing stands beside a sheet."""
        return Files()

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()
        self._archive.close()


def _look_for_traps(archive: Archive) -> None:
    """Read all that openpyxl will, so that it meets no damage and no entities."""
    left = MAX_PARTS
    for name in archive.entries:
        if not name.endswith((".xml", ".rels")):
            continue
        if archive.size(name) > min(MAX_PART, left):
            raise Unreadable(f"'{name}' has {archive.size(name) // 1_000_000} MB; split it")
        data = archive.read(name, MAX_PART)
        left -= len(data)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unreadable(f"'{name}' defines entities, which no workbook does")


def _quietly_opened(file: IO[bytes]) -> "Book":
    """The workbook, with the results of formulas as they were when it was saved."""
    from openpyxl import load_workbook

    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that are of no interest here
            return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises what the damage happens to lead to
        raise Unreadable(f"the workbook is damaged ({_said(error)})") from error


def _said(error: Exception) -> str:
    return str(error).partition("\n")[0][:200] or type(error).__name__


def _rows(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    """The texts of all cells, without the empty ones at the ends."""
    found: list[list[str]] = []
    cells = filled = 0
    for row in rows:
        texts = [_shown(cell) for cell in row]
        cells += len(texts) + 1
        if cells > MAX_CELLS:
            raise Unreadable(f"the sheet has more than {MAX_CELLS:,} cells; split it")
        while texts and not texts[-1]:
            texts.pop()
        found.append(texts)
        if texts:
            filled = len(found)
        elif len(found) - filled > MAX_BLANK:
            break
    return found[:filled]


def _shown(cell: Any) -> str:
    """What a sheet shows of a cell, in its simplest form."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            return f"{value * 100:.15g}%"
        return str(value) if isinstance(value, int) else f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return (
        value.isoformat(" ")
        if isinstance(value, datetime)
        else (value.isoformat() if isinstance(value, date | time) else str(value))
    )
