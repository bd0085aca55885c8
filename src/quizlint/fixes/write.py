"""Putting a mended file in place of the old one: at any moment it is either."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from quizlint.text.whole import write_whole


class RefusedError(OSError):
    """A file that is not written to; `strerror` says why."""


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` into a file that holds `before`, with its permissions.

    Raises `RefusedError` for what is no plain file, may not be written, or has changed since; and
    OSError if the disk does not take it. The file is then what it was.
    """
    here = path.lstat()
    if not stat.S_ISREG(here.st_mode):
        raise RefusedError(0, "it is a link, or no file", str(path))
    if not os.access(path, os.W_OK):
        raise RefusedError(0, "it may not be written to", str(path))

    def last(part: Path) -> None:
        part.chmod(stat.S_IMODE(here.st_mode))
        with suppress(OSError, AttributeError):  # only its owner may keep the owner
            os.chown(part, here.st_uid, here.st_gid)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        if path.is_symlink() or path.read_bytes() != before:
            raise RefusedError(0, "it was changed meanwhile", str(path))

    write_whole(path, after, last)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the new name on the disk too, where folders can be told to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
