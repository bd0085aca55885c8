"""Reading files that somebody else may have put in the place of regular ones."""

import errno
import os
import stat
from pathlib import Path


def read_regular(path: str | Path, limit: int) -> bytes:
    """A regular file's bytes: all, or the first `limit` + 1 of one that is larger.

    Never waits: a FIFO, a socket, a device or a folder is refused without reading it. Raises
    OSError, for these too.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - it is open already
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", str(path))
        return file.read(limit + 1)
