"""An archive of ordinary files: a course or item package, or just a folder that was packed."""

from posixpath import basename, dirname, join, normpath

from quizlint import formats
from quizlint.content.causes.packing import Packing
from quizlint.formats.base import Files
from quizlint.formats.containers.archive import Archive
from quizlint.formats.containers.base import ARCHIVES, Unpacked, Unreadable

HEAD = 16_384
"""Bytes of a member by which it is recognised."""

MAX_MEMBER = 20_000_000
"""Bytes of the largest member that is read, as of the largest file."""

MAX_UNPACKED = 500_000_000
"""Bytes of all members that are read. Pictures and films are not, so that few get near."""

MAX_MEMBERS = 20_000
"""Members that are looked into."""


class Bundle:
    """An archive whose members are files of known formats; with `only`, just those are read."""

    def __init__(self, archive: Archive, only: frozenset[str] | None = None) -> None:
        self._archive = archive
        names = [
            name
            for name in archive.entries
            if (formats.claims(basename(name)) if only is None else name in only)
        ]
        self.troubles = tuple(archive.troubles(frozenset(names).__contains__))
        self.remark = "" if only is not None else _nested(archive)
        kept: list[str] = []
        left = MAX_UNPACKED
        for name in names:
            size = min(archive.size(name), MAX_MEMBER)
            if len(kept) == MAX_MEMBERS or size > left:
                much = (MAX_MEMBERS, MAX_UNPACKED // 1_000_000)
                self.troubles += (Packing.TOO_MUCH.of(*much, name),)
                break
            left -= size
            kept.append(name)
        self.members = tuple(name for name in kept if not archive.obstacle(name))

    def head(self, member: str) -> bytes:
        """A member's beginning, enough to recognise it. Raises `Unreadable`."""
        return self._archive.read(member, HEAD)

    def unpack(self, member: str, shown: str) -> Unpacked:  # noqa: ARG002 - a file needs no Source
        """A member's bytes; of one that is too large to be read, the beginning."""
        size = self._archive.size(member)
        limit = HEAD if size > MAX_MEMBER else size
        return Unpacked(self._archive.read(member, limit), size)

    def files(self, member: str) -> Files:
        """What stands beside a member or, named from there, below the archive's root."""
        folder, archive = dirname(member), self._archive

        def place(name: str) -> str | None:
            for start in (folder, ""):
                path = normpath(join(start, name))
                if path in archive.entries:
                    return path
            return None

        def read(name: str) -> bytes | None:
            path = place(name)
            if path is None or archive.size(path) > MAX_MEMBER:
                return None
            try:
                return archive.read(path, MAX_MEMBER)
            except Unreadable:
                return None

        return Files(read, lambda name: place(name) is not None)

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()


def _nested(archive: Archive) -> str:
    """What to say of archives in the archive."""
    nested = [name for name in archive.entries if name.lower().endswith(ARCHIVES)]
    if not nested:
        return ""
    others = f" and {len(nested) - 1:,} more" if len(nested) > 1 else ""
    return f"archives in an archive are not opened: {nested[0]}{others}"
