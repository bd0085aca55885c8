"""Files that are written whole or not at all, and nothing left behind by a run that was killed."""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # on Windows an open file cannot be removed, which does as well
    fcntl = None  # type: ignore[assignment]

_BEGIN, _END = ".quizlint-", ".part"


def write_whole(
    path: Path, pieces: Iterable[str] | bytes, last: Callable[[Path], None] = lambda _part: None
) -> None:
    """Write a file so that nobody ever sees half of it. Raises OSError.

    A link stays and the file that it leads to is replaced. A device or a FIFO is written to.
    `last` is called with the new file when only its name is wrong, and may still raise.
    """
    if _is_special(path):
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)  # a FIFO that nobody reads is refused
        os.set_blocking(handle, True)
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            _fill(file, pieces)
        return
    real = Path(os.path.realpath(path))
    real.parent.mkdir(parents=True, exist_ok=True)
    _sweep(real.parent)
    handle, part = _open_part(real.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            _fill(file, pieces)
            last(part)
            if fcntl is not None:
                part.replace(real)  # before its lock is let go
        if fcntl is None:
            part.replace(real)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _is_special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _fill(file: BinaryIO, pieces: Iterable[str] | bytes) -> None:
    if isinstance(pieces, bytes):
        file.write(pieces)
    else:
        file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
    file.flush()


def _open_part(folder: Path) -> tuple[int, Path]:
    """A new file in a folder, locked as long as it is open, so that others know it is in use."""
    while True:
        part = folder / f"{_BEGIN}{os.urandom(8).hex()}{_END}"
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        _lock(handle)
        if os.fstat(handle).st_nlink:  # else it was swept away between the two
            return handle, part
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what runs left behind that were killed: nobody holds the lock any more."""
    for part in folder.glob(f"{_BEGIN}*{_END}"):
        with suppress(OSError):
            handle = os.open(part, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(handle):
                    part.unlink()
            finally:
                os.close(handle)


def _lock(handle: int) -> bool:
    """Whether nobody else holds a file; from now on we do."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
