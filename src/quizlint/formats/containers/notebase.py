"""The notes in an Anki collection, an SQLite database that nobody vouches for.

SQLite runs what a schema says: a view or a computed column is a program. So only plain tables are
read, each from its beginning to its end; nothing is computed, compared or sorted by SQLite, and
what its own memory, values and steps may come to is bounded.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, Final

from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.formats.anki.notes import SEPARATOR, NoteType, note_type
from quizlint.formats.containers.base import Unreadable
from quizlint.formats.containers.protobuf import fields_of

MAX_NOTES = 200_000
MAX_TEXT = 20_000_000
"""Characters and bytes of all values that are read, as of the largest file."""

MAX_FIELDS = 2_000_000
"""Fields of all notes, as cells of a sheet."""

MAX_TYPES = 10_000
"""Note types, and fields and templates of them all."""

MAX_JSON = 8_000_000
"""Characters of a JSON text in a package; its value takes up to thirty times as much memory."""

MAX_SCHEMA = 1_000_000
"""Characters of a statement in the schema; Anki's longest has 400."""

MAX_ENTRIES = 1_000
"""Tables and indexes in the schema; Anki has some 30. SQLite looks at all known ones for each."""

MAX_HEAP = 600_000_000
"""Bytes that SQLite may hold: the largest collection, and twice as much again. SQLite counts all
databases of a process together, and never lets a pragma raise this again."""

STEPS = 10_000
MAX_STEPS = 5_000
"""How often SQLite may do `STEPS` steps: 50 for each of a million notes, and no more."""

_TABLES: Final = {
    "notes": ("mid", "flds"),
    "col": ("models",),
    "notetypes": ("id", "config"),
    "fields": ("ntid", "ord", "name"),
    "templates": ("ntid", "ord", "config"),
}
"""The columns that are read of each table."""

_PLAIN: Final = re.compile(r"CREATE\s+(?:TABLE|(?:UNIQUE\s+)?INDEX|TRIGGER)\s", re.IGNORECASE)
"""How the statements begin that make no program run when a table is read."""

_DAMAGE = (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError, UnicodeError)
"""What `sqlite3` raises over a database that is not as it should be; its own messages, which quote
the schema, need not be UTF-8."""

Row = tuple[Any, ...]


def notes_of(data: bytes) -> list[tuple[list[str], NoteType]]:
    """The fields and the type of every note, in the order in which they were made.

    Raises `Unreadable`.
    """
    if len(data) > 20:  # a write-ahead log, of which this speaks, is in another file
        data = data[:18] + b"\1\1" + data[20:]
    if _has_too_many_entries(data):
        raise Unreadable(Packing.LONG_SCHEMA.of(MAX_ENTRIES))
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            _bounded(base)
            base.deserialize(data)
            return list(_Tables(base).notes())
    except _DAMAGE as error:
        told = Packing.DAMAGED_COLLECTION.of(str(error).partition("\n")[0][:200])
        if isinstance(error, UnicodeError):
            told = Packing.SCHEMA_NO_TEXT.of()
        elif isinstance(error, MemoryError):
            told = Packing.MEMORY.of(MAX_HEAP // 1_000_000)
        raise Unreadable(told) from error


def _has_too_many_entries(data: bytes) -> bool:
    """Whether the schema is longer than an honest one.

    To open a database is to read its schema whole, on which no limit of SQLite's has a hold. So
    its pages, a tree that begins on the first, are counted as SQLite will walk them.
    """
    size = int.from_bytes(data[16:18]) if data[16:18] != b"\0\1" else 65_536
    waiting, entries = [1], 0
    while waiting:
        page = (waiting.pop() - 1) * size
        head = page + 100 if page == 0 else page
        cells = int.from_bytes(data[head + 3 : head + 5])
        entries += cells or 1
        if data[head : head + 1] == b"\5":  # a page of pages
            for at in range(head + 12, head + 12 + 2 * cells, 2):
                cell = page + int.from_bytes(data[at : at + 2])
                waiting.append(int.from_bytes(data[cell : cell + 4]))
            waiting.append(int.from_bytes(data[head + 8 : head + 12]))
        if entries > MAX_ENTRIES:
            return True
    return False


def _bounded(base: sqlite3.Connection) -> None:
    """Let a database cost no more than an honest one can."""
    steps = iter(range(MAX_STEPS))
    base.set_progress_handler(lambda: next(steps, None) is None, STEPS)
    for limit, most in (
        (sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, MAX_SCHEMA),
        (sqlite3.SQLITE_LIMIT_COLUMN, 200),
        (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
    ):
        base.setlimit(limit, most)
    for pragma in (f"hard_heap_limit = {MAX_HEAP}", "trusted_schema = OFF", "query_only = ON"):
        base.execute(f"PRAGMA {pragma}")
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    # Columns of Anki's tables name this order; nothing is ever compared by it.
    base.create_collation("unicase", lambda one, other: (one > other) - (one < other))


class _Tables:
    """The tables of an open collection, and how much was read of them."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._read = 0
        base.set_authorizer(_allowed)
        self._there = self._known()

    def notes(self) -> Iterator[tuple[list[str], NoteType]]:
        """The fields and the type of every note."""
        types = dict(self._types_in_tables() if "notetypes" in self._there else self._types())
        notes = Packing.MANY_NOTES_OR_TEXT.of(MAX_NOTES, MAX_FIELDS, MAX_TEXT // 1_000_000)
        count = 0
        for mid, written in self._rows("notes", MAX_NOTES, notes):
            text = written if isinstance(written, str) else ""
            count += text.count(SEPARATOR) + 1
            if count > MAX_FIELDS:
                raise Unreadable(Packing.MANY_NOTES.of(MAX_NOTES, MAX_FIELDS))
            yield text.split(SEPARATOR), types.get(str(mid), NoteType("{{c1::" in text))

    def _known(self) -> frozenset[str]:
        """Which of the tables there are. Raises `Unreadable` where the schema has more than tables.

        What SQLite makes of a schema are its statements; what else stands beside them may lie.
        """
        there: set[str] = set()
        for name, statement in self._base.execute("SELECT name, sql FROM sqlite_master"):
            if statement is not None and not _PLAIN.match(str(statement)):
                raise Unreadable(Packing.VIEW.of())
            there.add(name)
        for name in sorted(there & _TABLES.keys()):
            # The last column tells stored columns (0) from computed and hidden ones.
            if any(column[6] for column in self._base.execute(f"PRAGMA table_xinfo({name})")):
                raise Unreadable(Packing.COMPUTED_COLUMNS.of(name))
        return frozenset(there)

    def _rows(self, table: str, most: int, beyond: Told) -> Iterator[Row]:
        """The wanted columns of a table, in the order of its own key."""
        columns = ", ".join(_TABLES[table])
        query = self._base.execute(f"SELECT {columns} FROM {table} NOT INDEXED")  # noqa: S608 - both are ours
        for count, row in enumerate(query):
            self._read += sum(len(each) for each in row if isinstance(each, str | bytes))
            if count == most or self._read > MAX_TEXT:
                raise Unreadable(beyond)
            yield row

    def _few(self, table: str) -> Iterator[Row]:
        beyond = Packing.MANY_TYPES.of(MAX_TYPES, MAX_TEXT // 1_000_000)
        return self._rows(table, MAX_TYPES, beyond)

    def _types_in_tables(self) -> Iterator[tuple[str, NoteType]]:
        """The note types by their number, as new collections hold them."""
        names: dict[object, dict[int, str]] = defaultdict(dict)
        for number, place, name in self._few("fields"):
            names[number][place if isinstance(place, int) else -1] = str(name)
        firsts: dict[object, tuple[int, bytes]] = {}
        for number, place, config in self._few("templates"):
            template = (place if isinstance(place, int) else -1, _blob(config))
            firsts[number] = min(template, firsts.get(number, template))
        for number, config in self._few("notetypes"):
            sides = dict(fields_of(firsts.get(number, (0, b""))[1]))
            cloze = dict(fields_of(_blob(config))).get(1) == 1
            front, back = (_blob(sides.get(side)).decode("utf-8", "replace") for side in (1, 2))
            fields = names[number]
            yield str(number), note_type(cloze, [fields[at] for at in sorted(fields)], front, back)

    def _types(self) -> Iterator[tuple[str, NoteType]]:
        """The note types by their number, as old collections hold them: in a JSON text."""
        row = next(self._few("col"), ("",))
        models = from_json(row[0])
        for number, model in models.items() if isinstance(models, dict) else ():
            if isinstance(model, dict):
                yield str(number), _type_of(model)


def from_json(text: object) -> object:
    """The value of a JSON text; None where it has none, or would be too large."""
    if not isinstance(text, str | bytes) or len(text) > MAX_JSON:
        return None
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _allowed(
    action: int, first: str | None, second: str | None, _base: str | None, inside: str | None
) -> int:
    """What SQLite may do: read our columns of our tables, as they are. `inside` names a view."""
    fine = inside is None and (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo")
        or (action == sqlite3.SQLITE_READ and _is_ours(first, second))
    )
    return sqlite3.SQLITE_OK if fine else sqlite3.SQLITE_DENY


def _is_ours(table: str | None, column: str | None) -> bool:
    if table in ("sqlite_master", "sqlite_schema"):
        return True
    return table in _TABLES and column in _TABLES[table]


def _type_of(model: Mapping[str, Any]) -> NoteType:
    """A note type as old collections hold it."""
    fields = [each for each in _list(model.get("flds")) if isinstance(each, dict)]
    template = next((each for each in _list(model.get("tmpls")) if isinstance(each, dict)), {})
    front, back = (str(template.get(side, "")) for side in ("qfmt", "afmt"))
    return note_type(
        model.get("type") == 1, [str(each.get("name", "")) for each in fields], front, back
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _blob(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
