"""Opening what may not be a file: nothing is waited for, and no more is read than was asked for."""

import errno
import os
import stat
from typing import IO

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, no file"),
    (stat.S_ISSOCK, "it is a socket, no file"),
    (stat.S_ISCHR, "it is a device, no file"),
    (stat.S_ISBLK, "it is a device, no file"),
)

# Without O_NONBLOCK, to open a pipe waits for a writer. Windows has no such flags, and would
# translate line ends without its own.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


BEGINNING = 65_536
"""Bytes that are read of a file that is too large."""


class UnfitError(OSError):
    """A file that is there and is not read; `strerror` says why, in plain words."""


class NotAFileError(UnfitError):
    """A folder, a pipe, a socket or a device."""


class TooLargeError(UnfitError):
    """A file with more than `limit` bytes: it has `size`, and begins with `beginning`."""

    def __init__(self, path: str, size: int, limit: int, beginning: bytes) -> None:
        has, most = (f"{number // 1_000_000} MB" for number in (size, limit))
        super().__init__(errno.EFBIG, f"it has {has}, more than the {most} that are read", path)
        self.size = size
        self.limit = limit
        self.beginning = beginning


def open_regular(path: str | os.PathLike[str]) -> IO[bytes]:
    """A regular file, opened for reading without waiting for anybody. Links are followed.

    Raises `NotAFileError`, and OSError as `open` does, also for a name that no file can have.
    """
    shown = os.fspath(path)
    try:
        number = os.open(path, _FLAGS)
    except ValueError as error:  # a null in the name
        raise OSError(errno.EINVAL, str(error), shown) from None
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket cannot be opened at all
            raise NotAFileError(error.errno, "it is a socket, no file", shown) from None
        raise
    try:
        mode = os.fstat(number).st_mode
        for is_kind, what in _KINDS:
            if is_kind(mode):
                raise NotAFileError(errno.EINVAL, what, shown)
        return os.fdopen(number, "rb")
    except BaseException:
        os.close(number)
        raise


def read_regular(path: str | os.PathLike[str], limit: int) -> bytes:
    """The bytes of a regular file, of which `limit` are allowed.

    Raises `TooLargeError` without reading more than one byte too many (a file may grow, and some
    that the system makes up say that they are empty); else as `open_regular`.
    """
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(limit + 1 if size <= limit else BEGINNING)
    if size > limit or len(data) > limit:
        raise TooLargeError(os.fspath(path), max(size, len(data)), limit, data[:BEGINNING])
    return data
