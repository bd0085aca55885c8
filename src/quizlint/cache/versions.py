"""A name of the programs that made a record: another version may make another one."""

import os
import sys
from pathlib import Path

import quizlint
from quizlint.language.pack import FOLDER
from quizlint.text.digest import digest


def programs() -> str:
    """A digest of Python's version, of every package that is installed beside it, and of our code.

    Packages are known by the folders that say their versions, plug-ins among them; language packs,
    which anyone may add, by the time and size of their files, as is code that is worked on, outside
    of such a place.
    """
    own = Path(quizlint.__file__).parent
    parts = [sys.version, quizlint.__version__, str(own)]
    for folder in sys.path:
        parts += sorted(
            name for name in _names(folder) if name.endswith((".dist-info", ".egg-info"))
        )
    installed = own.parent.name.endswith("-packages")
    parts += sorted(_states(str(FOLDER if installed else own)))
    return digest("\n".join(parts), 16).hex()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 - called at every start
    except OSError:
        return []


def _states(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    found += _states(entry.path)
            else:
                state = entry.stat()
                found.append(f"{entry.path} {state.st_mtime_ns} {state.st_size}")
    return found
