"""The folder of the cache: one file an entry, whole or not there, and known to be ours."""

import os
from _operator import _compare_digest as compare_digest  # hmac, which has it too, loads OpenSSL
from contextlib import suppress
from pathlib import Path

from quizlint.text.digest import blake2b

FOLDER = ".quizlint_cache"

_CODE = 32
"""Bytes of the code before an entry."""

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder holds what quizlint found before. It can be deleted at any time.\n"
    "# See https://bford.info/cachedir/ on what this file is for.\n"
)


class Store:
    """Entries by name, in a folder that anybody may write to or delete.

    What was not written by this user, or was damaged, is as good as not there.
    """

    def __init__(self, folder: Path, secret: bytes) -> None:
        self._folder = folder
        self._secret = secret
        self._made = False

    def get(self, name: str) -> bytes | None:
        """What was put down under a name; None if there is nothing of ours."""
        try:
            with open(self._path(name), "rb") as file:  # noqa: PTH123 - called for every file
                written = file.read()
        except OSError:
            return None
        code, content = written[:_CODE], memoryview(written)[_CODE:]
        return bytes(content) if compare_digest(code, self._code(name, content)) else None

    def put(self, name: str, content: bytes) -> None:
        """Put down `content`; a reader sees the old entry or the new one. Raises OSError."""
        path = self._path(name)
        self._make()
        draft = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - as above
            with open(draft, "wb") as file:  # noqa: PTH123
                file.write(self._code(name, content))
                file.write(content)
            os.replace(draft, path)  # noqa: PTH105
        except OSError:
            with suppress(OSError):
                os.unlink(draft)  # noqa: PTH108
            raise

    def others(self, name: str) -> list[str]:
        """The names of entries that begin as this one does up to its dash, oldest first."""
        folder, _, last = self._path(name).rpartition(os.sep)
        kin = last.partition("-")[0] + "-"
        try:
            with os.scandir(folder) as entries:
                found = [e for e in entries if e.name.startswith(kin) and "." not in e.name]
                found.sort(key=lambda entry: entry.stat().st_mtime_ns)
        except OSError:
            return []
        return [name[:2] + entry.name for entry in found]

    def drop(self, name: str) -> None:
        """Forget an entry."""
        with suppress(OSError):
            os.unlink(self._path(name))  # noqa: PTH108

    def _path(self, name: str) -> str:
        return f"{self._folder}{os.sep}{name[:2]}{os.sep}{name[2:]}"

    def _code(self, name: str, content: bytes | memoryview) -> bytes:
        code = blake2b(name.encode(), digest_size=_CODE, key=self._secret)
        code.update(content)
        return code.digest()

    def _make(self) -> None:
        """The folder itself, which neither git nor a backup should keep."""
        if self._made:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
            with suppress(FileExistsError), (self._folder / name).open("x") as file:
                file.write(content)
        self._made = True


def clean(folder: Path) -> bool:
    """Delete a cache; whether there was one. Raises OSError, and touches nothing that is none."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if not (folder / "CACHEDIR.TAG").is_file():
        raise FileExistsError(0, "it has no CACHEDIR.TAG, so it is no cache", str(folder))
    from shutil import rmtree  # loads the packers of archives

    rmtree(folder)
    return True
