"""Anki packages (`.apkg`, `.colpkg`): the notes of the collection in them."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from quizlint.formats.anki.notes import SEPARATOR, NotesSource, NoteType, note_type
from quizlint.formats.base import Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import Unpacked, Unreadable
from quizlint.formats.containers.protobuf import fields_of
from quizlint.formats.containers.zstd import decompressed, is_compressed

NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The collection by age of Anki, newest first: new packages hold an old one that says so."""

MAX_COLLECTION = 200_000_000
"""Bytes of a collection; it is read into memory, where nothing can write to it."""

MAX_NOTES = 200_000
MAX_TEXT = 20_000_000
"""Characters of all notes that are read, as of the largest file."""

STEPS = 10_000
MAX_STEPS = 20_000
"""How often SQLite may do `STEPS` steps: some 100 for each of a million notes, and no more."""


class Collection:
    """An open package, whose one member is its collection."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        found = next((name for name in NAMES if name in archive.entries), None)
        if found is None:
            raise Unreadable("it has no collection of notes; export the deck again from Anki")
        self.members: tuple[str, ...] = (found,)
        self.troubles: tuple[str, ...] = ()
        self.remark = ""
        self._media: frozenset[str] | None = None

    def head(self, member: str) -> bytes:  # noqa: ARG002 - a database has no lines
        """Nothing: its name tells what it is."""
        return b""

    def unpack(self, member: str, shown: str) -> Unpacked:
        """The notes in the order in which they were made. Raises `Unreadable`."""
        data = self._part(member, MAX_COLLECTION)
        try:
            rows = list(_notes(data))
        except (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError) as error:
            raise Unreadable(f"the collection is damaged ({error})") from error
        source = NotesSource.from_rows(shown, (fields for fields, _ in rows), SEPARATOR)
        types = tuple(kind for _, kind in rows)
        table = NotesSource(shown, source.text, starts=source.starts, types=types)
        return Unpacked(source=table, name="notes.anki")

    def files(self, member: str) -> Files:  # noqa: ARG002 - the same for all
        """The package's media, all in one folder."""
        if self._media is None:
            self._media = self._media_names()
        media = self._media
        return Files(there=lambda name: not media or name in media)

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def _part(self, name: str, limit: int) -> bytes:
        """A part of the package, unpacked if it was packed once more."""
        if self._archive.size(name) > limit:
            size = self._archive.size(name) // 1_000_000
            raise Unreadable(
                f"it has {size} MB, more than the {limit // 1_000_000} MB that are read"
            )
        data = self._archive.read(name, limit)
        return decompressed(data, limit) if is_compressed(data) else data

    def _media_names(self) -> frozenset[str]:
        """The names of the media; none where the list cannot be read."""
        try:
            data = self._part("media", MAX_TEXT) if "media" in self._archive.entries else b""
            if data.lstrip().startswith(b"{"):
                return frozenset(map(str, json.loads(data).values()))
            entries = [value for number, value in fields_of(data) if number == 1]
            return frozenset(
                name.decode("utf-8", "replace")
                for entry in entries
                if isinstance(entry, bytes)
                for number, name in fields_of(entry)
                if number == 1 and isinstance(name, bytes)
            )
        except (Unreadable, ValueError, RecursionError):
            return frozenset()


def _notes(data: bytes) -> Iterator[tuple[list[str], NoteType]]:
    """The fields and the type of every note of a database."""
    if len(data) > 20:  # a write-ahead log, of which this speaks, is in another file
        data = data[:18] + b"\1\1" + data[20:]
    base = sqlite3.connect(":memory:")
    try:
        _bounded(base)
        base.deserialize(data)
        base.execute("PRAGMA trusted_schema = OFF")
        base.execute("PRAGMA query_only = ON")
        types = dict(_types(base))
        length = 0
        query = base.execute("SELECT mid, flds FROM notes ORDER BY id")
        for count, (mid, fields) in enumerate(query):
            text = fields if isinstance(fields, str) else ""
            length += len(text)
            if count == MAX_NOTES or length > MAX_TEXT:
                much = f"{MAX_NOTES:,} notes or {MAX_TEXT // 1_000_000} million characters"
                raise Unreadable(f"it has more than {much}; export smaller decks")
            yield text.split(SEPARATOR), types.get(str(mid), NoteType("{{c1::" in text))
    finally:
        base.close()


def _bounded(base: sqlite3.Connection) -> None:
    """Let a database cost no more than an honest one can."""
    steps = iter(range(MAX_STEPS))
    base.set_progress_handler(lambda: next(steps, None) is None, STEPS)
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT)
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    base.create_collation("unicase", lambda one, other: (one > other) - (one < other))


def _types(base: sqlite3.Connection) -> Iterator[tuple[str, NoteType]]:
    """The note types by their number: in tables of their own, before that in a JSON text."""
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master")}
    if "notetypes" in tables:
        for number, config in base.execute("SELECT id, config FROM notetypes"):
            names = base.execute("SELECT name FROM fields WHERE ntid = ? ORDER BY ord", (number,))
            query = "SELECT config FROM templates WHERE ntid = ? ORDER BY ord LIMIT 1"
            template = base.execute(query, (number,)).fetchone()
            sides = dict(fields_of(_blob(template[0] if template else b"")))
            cloze = dict(fields_of(_blob(config))).get(1) == 1
            front, back = (_blob(sides.get(side)).decode("utf-8", "replace") for side in (1, 2))
            yield str(number), note_type(cloze, [str(name) for (name,) in names], front, back)
        return
    row = base.execute("SELECT models FROM col").fetchone()
    try:
        models = json.loads(row[0]) if row else {}
    except (ValueError, TypeError, RecursionError):
        return
    for number, model in models.items() if isinstance(models, dict) else ():
        if isinstance(model, dict):
            yield str(number), _type_of(model)


def _type_of(model: dict[str, Any]) -> NoteType:
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
