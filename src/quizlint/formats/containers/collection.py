"""Anki packages (`.apkg`, `.colpkg`): the notes of the collection in them."""

from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.formats.anki.notes import SEPARATOR, NotesSource
from quizlint.formats.base import Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import Unpacked, Unreadable
from quizlint.formats.containers.notebase import MAX_JSON, from_json, notes_of
from quizlint.formats.containers.protobuf import fields_of
from quizlint.formats.containers.zstd import decompressed, is_compressed

NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The collection by age of Anki, newest first: new packages hold an old one that says so."""

MAX_COLLECTION = 200_000_000
"""Bytes of a collection; it is read into memory, where nothing can write to it."""


class Collection:
    """An open package, whose one member is its collection."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        found = next((name for name in NAMES if name in archive.entries), None)
        if found is None:
            raise Unreadable(Packing.NO_COLLECTION.of())
        self.members: tuple[str, ...] = (found,)
        self.troubles: tuple[Told, ...] = ()
        self.remark = ""
        self._media: frozenset[str] | None = None

    def head(self, member: str) -> bytes:  # noqa: ARG002 - a database has no lines
        """Nothing: its name tells what it is."""
        return b""

    def unpack(self, member: str, shown: str) -> Unpacked:
        """The notes in the order in which they were made. Raises `Unreadable`."""
        rows = notes_of(self._part(member, MAX_COLLECTION))
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
            raise Unreadable(Packing.TOO_LARGE.of(size, limit // 1_000_000))
        data = self._archive.read(name, limit)
        return decompressed(data, limit) if is_compressed(data) else data

    def _media_names(self) -> frozenset[str]:
        """The names of the media; none where the list cannot be read."""
        try:
            data = self._part("media", MAX_JSON) if "media" in self._archive.entries else b""
            listed = from_json(data) if data.lstrip().startswith(b"{") else None
            if isinstance(listed, dict):
                return frozenset(map(str, listed.values()))
            entries = [value for number, value in fields_of(data) if number == 1]
            return frozenset(
                name.decode("utf-8", "replace")
                for entry in entries
                if isinstance(entry, bytes)
                for number, name in fields_of(entry)
                if number == 1 and isinstance(name, bytes)
            )
        except Unreadable:
            return frozenset()
