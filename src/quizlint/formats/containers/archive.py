"""A ZIP archive from which nobody has anything to fear: names, sizes and members within limits."""

import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from posixpath import normpath
from typing import IO

from quizlint.content.causes import Told
from quizlint.content.causes.packing import Packing
from quizlint.formats.containers.base import Unreadable

MAX_DIRECTORY = 32_000_000
"""Bytes read in one go, and so of a list of contents: each entry of it takes 46 and its name."""

MAX_COMMENT = 1 << 17
"""Bytes at the end of an archive that may stand behind its list of contents."""

MAX_ENTRIES = 100_000
"""Entries of an archive; a deck of cards with its sounds may have tens of thousands."""

MAX_RATIO = 250
"""How many times its packed size a member may unpack to; real quiz content stays below 50."""

MIN_SUSPECT = 1_000_000
"""Bytes below which no member is a danger, however well it was packed."""

FILE_HEADER = 30
"""Bytes that stand before every member, at the least."""

CHUNK = 1_000_000
"""Bytes unpacked at a time."""

SIGNATURE = b"PK"

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What `zipfile` raises over an archive that is not as it should be."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class _Measured:
    """A file that refuses to be read in a piece too large to hold."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable
        self.close = file.close

    def read(self, size: int = -1) -> bytes:
        if size > MAX_DIRECTORY:
            raise Unreadable(Packing.LONG_CONTENTS.of(MAX_DIRECTORY // 1_000_000))
        return self._file.read(MAX_COMMENT if size < 0 else size)


class Archive:
    """An open ZIP archive. Nothing in it is ever written to disk.

    `entries` are its members by name, with forward slashes, without folders and what macOS adds.
    Raises `Unreadable` where there is no archive, or one that was made to do harm.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        with told_plainly():
            # The wrapper has all of a file that `zipfile` uses for reading.
            self._zip = zipfile.ZipFile(_Measured(file))
            infos: list[zipfile.ZipInfo] = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise Unreadable(Packing.MANY_ENTRIES.of(len(infos), MAX_ENTRIES))
        _forbid_overlaps(infos)
        self.entries: dict[str, zipfile.ZipInfo] = {}
        self.doubled: Counter[str] = Counter()
        self.astray: list[str] = []
        for info in infos:
            name = info.filename.replace("\\", "/")
            if name.endswith("/") or _is_of_macos(name):
                continue
            if _leads_out(name):
                self.astray.append(name)
                continue
            name = normpath(name)
            self.doubled[name] += name in self.entries
            self.entries[name] = info

    def size(self, name: str) -> int:
        """The bytes that a member unpacks to; it never gives more, whatever else is in it."""
        return self.entries[name].file_size

    def obstacle(self, name: str) -> Told | None:
        """Why a member cannot be read, if anything in the list of contents speaks against it."""
        return _obstacle(self.entries[name])

    def read(self, name: str, limit: int) -> bytes:
        """At most `limit` bytes of a member. Raises `Unreadable`."""
        reason = self.obstacle(name)
        if reason is not None:
            raise Unreadable(reason)
        parts: list[bytes] = []
        with told_plainly(), self._zip.open(self.entries[name]) as stream:
            while limit > 0 and (part := stream.read(min(CHUNK, limit))):
                parts.append(part)
                limit -= len(part)
        return b"".join(parts)

    def troubles(self, matters: Callable[[str], bool]) -> Iterator[Told]:
        """What the list of contents shows to be wrong with members that matter, kind by kind."""
        if self.astray:
            yield Packing.ASTRAY.of(_named(self.astray))
        twice = [name for name, count in self.doubled.items() if count and matters(name)]
        if twice:
            yield Packing.DOUBLED.of(_named(twice))
        blocked: dict[Told, list[str]] = {}
        for name in filter(matters, self.entries):
            if reason := self.obstacle(name):
                blocked.setdefault(reason, []).append(name)
        for reason, names in blocked.items():
            yield Packing.BLOCKED.of(_named(names), reason)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()


def _obstacle(info: zipfile.ZipInfo) -> Told | None:
    if info.flag_bits & 0x1:
        return Packing.ENCRYPTED.of()
    if stat.S_ISLNK(info.external_attr >> 16):
        return Packing.LINK.of()
    if info.compress_type not in _METHODS:
        return Packing.METHOD.of(info.compress_type)
    if info.file_size > max(MIN_SUSPECT, MAX_RATIO * info.compress_size):
        return Packing.BOMB.of(MAX_RATIO)
    return None


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what goes wrong in an archive into `Unreadable`."""
    try:
        yield
    except _DAMAGE as error:
        raise Unreadable(_damage(error)) from error


def _damage(error: Exception) -> Told:
    said = str(error).partition("\n")[0]
    if "not a zip file" in said:
        return Packing.NO_CONTENTS.of()
    return Packing.DAMAGED.of(said[:1].lower() + said[1:200] or type(error).__name__)


def _forbid_overlaps(infos: Iterable[zipfile.ZipInfo]) -> None:
    """Raise `Unreadable` if two entries unpack the same bytes, which no honest archive has."""
    end = -1
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise Unreadable(Packing.OVERLAP.of())
        end = info.header_offset + FILE_HEADER + info.compress_size


def _is_of_macos(name: str) -> bool:
    folder, _, last = name.rpartition("/")
    return last.startswith("._") or folder.startswith("__MACOSX") or last == ".DS_Store"


def _leads_out(name: str) -> bool:
    """Whether a name would be unpacked somewhere else than below the folder."""
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"


def _named(names: list[str]) -> Told:
    """The first of some members, and how many others there are."""
    shown = names[0] if len(names[0]) <= 100 else names[0][:99] + "…"
    others = len(names) - 1
    return Packing.MEMBERS.of(shown, others) if others else Packing.MEMBER.of(shown)
