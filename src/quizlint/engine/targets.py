"""What a run looks at, and how its bytes are had: each file is opened once."""

from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from quizlint.formats import containers
from quizlint.formats.base import SNIFFED, Files
from quizlint.text.digest import digest_of
from quizlint.text.opening import open_regular

MAX_BYTES = 20_000_000
"""Files larger than this are not read: no quiz is, and reading one would take minutes."""

SMALL = 65_536
"""Bytes up to which a file is kept for a while: keys and settings beside a quiz are small."""

KEPT = 64
"""Small files that are kept: those of the folder that a run is in, mostly."""


class Target(NamedTuple):
    """A file to check. `shown` is its path in reports, `data` given for standard input.

    `named`: the user asked for this very file, so that leaving it alone is a failure.
    """

    path: Path
    shown: str
    data: bytes | None = None
    named: bool = False

    @property
    def is_container(self) -> bool:
        """Whether its members are read, not the file itself."""
        return containers.claims(self.path.name)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text, by their beginning."""
    return b"\0" in data[:SNIFFED] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


class Loaded(NamedTuple):
    """A file's bytes, or only their beginning if `size` is more than can be read."""

    data: bytes
    size: int


class Disk:
    """Opens files. What stands beside one file is often read for itself too: it is kept.

    `content` is a digest of the target that was loaded or opened last.
    """

    def __init__(self, opener: Callable[[Path], IO[bytes]] = open_regular) -> None:
        self._open = opener
        self.content = ""
        self._kept: OrderedDict[Path, Loaded] = OrderedDict()

    def __reduce__(self) -> tuple[type["Disk"], tuple[()]]:
        return Disk, ()  # another process opens its files itself

    def open(self, target: Target) -> IO[bytes]:
        """The file, opened for reading. Raises OSError."""
        file = self._open(target.path) if target.data is None else BytesIO(target.data)
        self.content = digest_of(iter(lambda: file.read(1 << 20), b""))
        file.seek(0)
        return file

    def load(self, target: Target) -> Loaded:
        """A target's bytes. Raises OSError."""
        if target.data is not None:
            loaded = Loaded(target.data, len(target.data))
        else:
            loaded = self._load(target.path)
        self.content = f"{digest_of([loaded.data])} {loaded.size}"
        return loaded

    def beside(self, target: Target) -> Files:
        """What stands beside a file."""
        folder = target.path.parent

        def neighbour(name: str) -> bytes | None:
            try:
                return self._load(folder / name).data
            except (OSError, ValueError):  # not there, or no name for a file
                return None

        def is_there(name: str) -> bool:
            try:
                return (folder / name).exists()
            except (OSError, ValueError):
                return False

        if target.data is not None:  # standard input has a name, and no neighbours
            return Files(neighbour)
        return Files(neighbour, is_there)

    def _load(self, path: Path) -> Loaded:
        kept = self._kept.get(path)
        if kept is not None:
            return kept
        with self._open(path) as file:
            data = file.read(SNIFFED)
            if not is_binary(data):  # of what is no text the beginning is enough
                data += file.read(MAX_BYTES + 1 - len(data))
            size = len(data) if len(data) <= MAX_BYTES else file.seek(0, 2)
        loaded = Loaded(data, size)
        if size <= SMALL:
            self._kept[path] = loaded
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return loaded
