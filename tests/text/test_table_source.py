"""Places in what came from no text file are rows and cells."""

import csv
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizlint.text import Span, TableSource
from quizlint.text.table import BETWEEN

CELLS = st.text(alphabet='ab é🎓"\t\n\r,', max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5)


def unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


@given(ROWS)
def test_cells_stand_in_the_text_as_they_were_given(rows: list[list[str]]) -> None:
    table = TableSource.from_rows("a.xlsx", rows)
    shown = [[table.text[a:b] for a, b in table.cells(n)] for n in range(1, len(rows) + 1)]
    assert [[unquoted(cell) for cell in row] for row in shown] == rows
    plain = TableSource.from_rows("a.anki", rows, "\x1f")
    for number, row in enumerate(rows, 1):
        assert [plain.text[start:end] for start, end in plain.cells(number)] == row


@given(st.lists(st.lists(st.text('ab é"\t\n', min_size=1, max_size=6), min_size=1), max_size=5))
def test_the_text_is_what_readers_of_tab_separated_values_read(rows: list[list[str]]) -> None:
    text = TableSource.from_rows("a.xlsx", rows).text
    assert list(csv.reader(text.splitlines(True), delimiter="\t", strict=True)) == rows


@given(ROWS)
def test_a_place_is_a_row_and_a_cell(rows: list[list[str]]) -> None:
    table = TableSource.from_rows("a.xlsx", rows)
    for number in range(1, len(rows) + 1):
        for column, cell in enumerate(table.cells(number), 1):
            assert table.offset(number, column) == cell.start
            for offset in range(cell.start, cell.end + 1):  # and what separates it from the next
                assert table.position(offset) == (number, column)
            assert table.extent(cell) == ((number, column), (number, column + 1))
    positions = [table.position(offset) for offset in range(len(table.text))]
    assert all(before <= after for before, after in pairwise(positions))
    assert sum(map(table.line_length, range(1, len(rows) + 1))) == len(table.text)


def test_an_extent_reaches_behind_its_last_cell() -> None:
    table = TableSource.from_rows("a.xlsx", [["one", "two"], ["three", "", "five"]])
    assert table.extent(Span(0, 7)) == ((1, 1), (1, 3))
    assert table.extent(Span(0, 4)) == ((1, 1), (1, 2))  # with what separates it from the next
    assert table.extent(Span(4, 9)) == ((1, 2), (2, 2))
    empty = table.cells(2)[1]
    assert empty.start == empty.end
    assert table.extent(empty) == ((2, 2), (2, 3))


def test_a_row_is_shown_in_one_line() -> None:
    table = TableSource.from_rows("a.xlsx", [["a\nb\r", "c"], ["d"]])
    assert table.line_text(1) == '"a b "' + BETWEEN + "c"
    assert table.line_text(2) == "d"


def test_what_is_outside_is_clamped() -> None:
    table = TableSource.from_rows("a.xlsx", [["one", "two"], ["three"]])
    assert table.offset(1, 2) == table.offset(1, 3) == 4
    assert table.offset(2, 1) == 8
    assert table.offset(3, 1) == len(table.text)


def test_a_row_of_no_cells_and_a_table_of_no_rows() -> None:
    table = TableSource.from_rows("a.xlsx", [[], ["x"]])
    assert table.text == "\nx\n"
    assert table.position(1) == (2, 1)
    none = TableSource.from_rows("a.xlsx", [])
    assert (none.text, none.position(0), none.line_text(1), none.line_length(1)) == (
        "",
        (1, 1),
        "",
        0,
    )
    assert none.offset(1, 1) == 0
