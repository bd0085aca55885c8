"""Collections of cards that were made to run without end, to fill memory, or to break SQLite."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.formats.containers import Unreadable, notebase
from quizlint.formats.containers.notebase import notes_of
from quizlint.rules.words import said

NOTES = "CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, flds TEXT)"
COL = "CREATE TABLE col (id INTEGER, models TEXT)"
NOTE = "INSERT INTO notes VALUES (1, 1, 'What bends light?\x1fA lens')"
WRITABLE = "PRAGMA writable_schema = ON"


def database(*statements: str) -> bytes:
    base = sqlite3.connect(":memory:")
    for statement in statements:
        base.execute(statement)
    base.commit()
    data = base.serialize()
    base.close()
    return data


def refused(*statements: str) -> str:
    with pytest.raises(Unreadable) as caught:
        notes_of(database(*statements))
    return said(caught.value.told)


def test_notes_come_in_the_order_of_their_making() -> None:
    later = "INSERT INTO notes VALUES (7, 1, 'c'), (3, 1, 'b')"
    found = notes_of(database(NOTES, COL, NOTE, later))
    assert [fields[0] for fields, _ in found] == ["What bends light?", "b", "c"]


ROWS = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 60)"


@pytest.mark.parametrize(
    "view",
    [
        f"CREATE VIEW notes AS {ROWS} SELECT x AS id, 1 AS mid, zeroblob(9000000) AS flds FROM c",
        "CREATE VIEW notes AS SELECT 1 AS mid, instr(zeroblob(900), x'01') AS flds",
        "CREATE VIEW notes AS SELECT 1 AS id, 1 AS mid, 'a' AS flds",
        "CREATE VIRTUAL TABLE notes USING fts5 (id, mid, flds)",
        "CREATE VIRTUAL TABLE notes USING rtree (id, low, high, +mid, +flds)",
    ],
)
def test_a_table_that_is_a_program(view: str) -> None:
    assert "damaged" in refused(COL, view)


def test_a_view_that_says_it_is_a_table() -> None:
    view = "CREATE VIEW notes AS SELECT 1 AS mid, 2 AS flds"
    lie = f"UPDATE sqlite_master SET name = 'other', sql = '{view}' WHERE name = 'notes'"
    assert "damaged" in refused(NOTES, COL, WRITABLE, lie)


@pytest.mark.parametrize("kept", ["VIRTUAL", "STORED"])
@pytest.mark.parametrize("table", ["notes", "col"])
def test_a_column_that_is_a_program(table: str, kept: str) -> None:
    if table == "notes":
        computed = f"CREATE TABLE notes (id INTEGER, mid INTEGER, flds TEXT AS (hex(mid)) {kept})"
        message = refused(computed, COL, "INSERT INTO notes (id, mid) VALUES (1, 1)")
    else:
        message = refused(NOTES, f"CREATE TABLE col (id INTEGER, models TEXT AS (hex(id)) {kept})")
    assert f"'{table}' has computed columns" in message


def test_an_index_that_is_a_program_does_no_harm() -> None:
    index = "CREATE INDEX i ON notes (instr(flds, 'a'), mid, flds)"
    assert len(notes_of(database(NOTES, COL, NOTE, index))) == 1


def test_the_schema_is_counted_before_sqlite_reads_it() -> None:
    """It looks at all known tables for each: a hundred thousand take minutes."""
    many = (
        "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000) "
        "INSERT INTO sqlite_master SELECT 'table', 't' || x, 't' || x, 2, "
        "'CREATE TABLE t' || x || ' (a)' FROM c"
    )
    assert "schema has over 1,000 entries" in refused(NOTES, COL, WRITABLE, many)


def test_a_schema_that_leads_in_circles() -> None:
    data = bytearray(database(NOTES, COL))
    data[100] = 5  # the first page is one of pages,
    data[103:105] = bytes(2)  # with none but a last one:
    data[108:112] = (1).to_bytes(4)  # itself
    with pytest.raises(Unreadable) as caught:
        notes_of(bytes(data))
    assert "damaged" in said(caught.value.told)


@pytest.mark.parametrize("count", [5, notebase.MAX_ENTRIES - 100])
def test_a_long_schema_that_is_honest(count: int) -> None:
    tables = [f"CREATE TABLE t{number} (a)" for number in range(count)]
    assert len(notes_of(database(NOTES, COL, NOTE, *tables))) == 1


def test_values_that_are_no_text_count_too() -> None:
    blobs = [f"INSERT INTO notes VALUES ({n}, 1, zeroblob(1000000))" for n in range(25)]
    assert "20 million characters" in refused(NOTES, COL, *blobs)


def test_a_value_that_is_too_large() -> None:
    large = f"INSERT INTO notes VALUES (1, 1, zeroblob({notebase.MAX_TEXT + 1}))"
    assert "too big" in refused(NOTES, COL, large)


def test_more_fields_than_characters_make_sense() -> None:
    separators = "replace(hex(zeroblob(2000001)), '00', char(31))"
    assert "2,000,000 fields" in refused(
        NOTES, COL, f"INSERT INTO notes VALUES (1, 1, {separators})"
    )


def test_a_schema_that_is_no_text() -> None:
    data = database(NOTES, COL, NOTE)
    broken = data.replace(b"TABLE notes", b"TABLE \xdc\xff\xfe\xdc\xdd")
    with pytest.raises(Unreadable) as caught:
        notes_of(broken)
    assert "the collection is damaged" in said(caught.value.told)


@pytest.mark.parametrize(
    "models", ["[" * 100_000, '{"1": ' + "9" * 5000 + "}", '{"1": {"flds": 3}}']
)
def test_note_types_that_no_parser_likes(models: str) -> None:
    insert = f"INSERT INTO col VALUES (1, '{models}')"
    assert len(notes_of(database(NOTES, COL, NOTE, insert))) == 1


def test_note_types_too_large_to_be_read_are_not() -> None:
    large = f"INSERT INTO col VALUES (1, '[' || hex(zeroblob({notebase.MAX_JSON})) || ']')"
    assert len(notes_of(database(NOTES, COL, NOTE, large))) == 1


def test_a_note_type_with_more_fields_than_any_note() -> None:
    """Each costs a look at every note."""
    tables = (
        "CREATE TABLE notetypes (id, config)",
        "CREATE TABLE fields (ntid, ord, name)",
        "CREATE TABLE templates (ntid, ord, config)",
        "INSERT INTO notetypes VALUES (1, x'')",
    )
    names = [f"INSERT INTO fields VALUES (1, {n}, 'f{n}')" for n in range(2000)]
    front = "".join(f"{{{{f{n}}}}}" for n in range(2000)).encode()
    length = bytes([len(front) & 0x7F | 0x80, len(front) >> 7 & 0x7F | 0x80, len(front) >> 14])
    template = f"INSERT INTO templates VALUES (1, 0, x'0a{length.hex()}{front.hex()}')"
    ((_, kind),) = notes_of(database(NOTES, COL, NOTE, *tables, *names, template))
    assert 1 < len(kind.fronts) <= 100


@given(st.data())
def test_no_change_of_a_collection_brings_it_down(data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        notes_of(bytes(content))
    except Unreadable:
        return


WHOLE = database(
    NOTES, COL, NOTE, "INSERT INTO col VALUES (1, '{}')", "CREATE INDEX i ON notes (mid)"
)


def test_memory_stays_within_bounds(tmp_path: Path) -> None:
    """A few hundred bytes that ask for more than a gigabyte, read with half of one."""
    rows = ROWS.replace("60", "600")
    view = f"CREATE VIEW notes AS {rows} SELECT x AS id, 1 AS mid, zeroblob(9000000) AS flds FROM c"
    (tmp_path / "spill.db").write_bytes(database(COL, view))
    program = """
        import resource, sys
        from pathlib import Path
        from quizlint.formats.containers import Unreadable
        from quizlint.formats.containers.notebase import notes_of
        from quizlint.rules.words import said
        resource.setrlimit(resource.RLIMIT_AS, (500_000_000, 500_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        try:
            notes_of(Path(sys.argv[1]).read_bytes())
        except Unreadable as error:
            print(said(error.told))
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(program), str(tmp_path / "spill.db")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "damaged" in done.stdout
