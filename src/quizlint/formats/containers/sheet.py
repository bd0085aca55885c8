"""The cells of one sheet of a workbook, as the texts that it shows."""

from collections.abc import Sequence
from datetime import date, datetime, time
from math import isfinite
from typing import IO, Any, Final
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook import Workbook
from openpyxl.worksheet._reader import ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.content.causes.table import Table
from quizlint.content.problems import Syntax
from quizlint.formats.containers.base import Unreadable
from quizlint.text import TableSource

MAX_CELLS = 2_000_000
"""Cells of a sheet, with the empty ones that a far one makes necessary."""

MAX_TEXT = 20_000_000
"""Characters of all cells, as of the largest file: any number of them may share one long text."""

MAX_BLANK = 10_000
"""Rows without text after which a sheet is taken to end: some are formatted down to the last."""

MAX_BAD = 20
"""Bad cells that are told one by one."""

FAR: Final = 16_384
"""The last column that a sheet can have."""


class _InfiniteError(Exception):
    """A number that is larger than a sheet can hold."""


class Sheet:
    """The rows of a sheet as far as they were read.

    A cell whose content is not what it claims to be is shown as it is written, and kept in `bad`
    with its place, counted from 1. Nothing else than cells is looked at.
    """

    def __init__(self, file: IO[bytes], book: Workbook, strings: Sequence[str]) -> None:
        self.rows: list[list[str]] = []
        self.bad: list[tuple[int, int, Told]] = []
        shared: Any = book  # openpyxl's own types know nothing of what a parser needs
        self._parser = WorkSheetParser(
            file,
            strings,
            data_only=True,  # the results of formulas as they were when it was saved
            epoch=book.epoch,
            date_formats=shared._date_formats,
            timedelta_formats=shared._timedelta_formats,
        )
        self._book = shared

    def read(self) -> None:
        """Read all rows, without the empty ones at the end. Raises `Unreadable`."""
        filled = cells = length = 0
        for _, element in iterparse(self._parser.source):
            if element.tag != ROW_TAG:
                continue
            number = _number(element, len(self.rows) + 1)
            if number - filled > MAX_BLANK:
                break
            self.rows += [[] for _ in range(len(self.rows) + 1, number)]
            row = self._row(element, number)
            element.clear()
            cells += len(row) + 1
            length += sum(map(len, row))
            if cells > MAX_CELLS or length > MAX_TEXT:
                raise Unreadable(Packing.LARGE_SHEET.of(MAX_CELLS, MAX_TEXT // 1_000_000))
            while row and not row[-1]:
                row.pop()
            self.rows.append(row)
            if row:
                filled = len(self.rows)
        del self.rows[filled:]

    def problems(self, table: TableSource) -> tuple[Problem, ...]:
        """What is wrong with bad cells, at their places in the table that was made of the rows."""
        found: list[Problem] = []
        for number, column, told in self.bad[: MAX_BAD + 1]:
            more = len(self.bad) - MAX_BAD
            if len(found) == MAX_BAD and more > 1:
                told = Table.DAMAGED_CELLS.of(more - 1)
            cells = table.cells(number) if number <= len(self.rows) else ()
            if column <= len(cells):
                found.append(Syntax(cells[column - 1], told))
        return tuple(found)

    def _row(self, row: Element, number: int) -> list[str]:
        """The texts of a row's cells."""
        texts: list[str] = []
        column = 0
        for element in row:
            column = _column(element, column + 1)
            if column > FAR:
                self.bad.append((number, FAR, Table.FAR_CELL.of()))
                break
            self._parser.col_counter = column - 1
            try:
                cell = self._parser.parse_cell(element)
                text = self._shown(cell["value"], cell["style_id"])
            except _InfiniteError:
                text = element.findtext(VALUE_TAG) or ""
                self.bad.append((number, column, Table.INFINITE_CELL.of()))
            except Exception as error:  # openpyxl raises what the damage happens to lead to
                text = element.findtext(VALUE_TAG) or ""
                said = str(error).partition("\n")[0][:100] or type(error).__name__
                self.bad.append((number, column, Table.DAMAGED_CELL.of(said)))
            texts += [""] * (column - len(texts))
            texts[column - 1] = text
        return texts

    def _shown(self, value: object, style: Any) -> str:
        """What a sheet shows of a value, in its simplest form."""
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, int | float):
            if not isfinite(value):
                raise _InfiniteError
            if "%" in self._number_format(style):
                return f"{value * 100:.15g}%"
            return str(value) if isinstance(value, int) else f"{value:.15g}"
        if isinstance(value, datetime) and value.time() == time():
            return value.date().isoformat()
        if isinstance(value, datetime):
            return value.isoformat(" ")
        return value.isoformat() if isinstance(value, date | time) else str(value)

    def _number_format(self, style: int) -> str:
        """How the numbers of a style are shown."""
        number: int = self._book._cell_styles[style].numFmtId
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, ""))
        return str(self._book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])


def _number(row: Element, following: int) -> int:
    """The number of a row; that of the `following` one where it says nothing that can be true."""
    written = row.get("r", "")
    number = int(written) if written.isdecimal() and len(written) < 9 else 0
    return max(number, following)


def _column(cell: Element, following: int) -> int:
    """The column of a cell; the `following` one where it says nothing that can be true."""
    try:
        _, column = coordinate_to_tuple(cell.attrib["r"])
    except (KeyError, ValueError, UnboundLocalError):
        return following
    return column if column <= FAR else following
