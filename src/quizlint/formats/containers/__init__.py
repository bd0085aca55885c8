"""Files that hold files: archives, learning packages, workbooks, collections of cards."""

from typing import IO

from quizlint.formats.catalogue import PACKED as SUFFIXES
from quizlint.formats.containers.base import Package, Unpacked, Unreadable

__all__ = [
    "SUFFIXES",
    "Package",
    "Unpacked",
    "Unreadable",
    "claims",
    "member_of",
    "open_package",
]


def claims(name: str) -> bool:
    """Whether a file's name is that of a container."""
    return name.lower().endswith(SUFFIXES)


def member_of(path: str) -> str:
    """The member that a path like `pkg.zip!folder/item.xml` names; empty where it names none."""
    lower = path.lower()
    ends = [at + len(suffix) for suffix in SUFFIXES if (at := lower.find(f"{suffix}!")) >= 0]
    return path[min(ends) + 1 :] if ends else ""


def open_package(name: str, file: IO[bytes]) -> Package:
    """What is in a container. Raises `Unreadable`. The package closes the file."""
    from quizlint.formats.containers.kinds import package_of

    return package_of(name, file)
