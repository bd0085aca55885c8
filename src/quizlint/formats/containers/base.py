"""What a container is: a file whose members are read as if they were files."""

from typing import NamedTuple, Protocol

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.formats.base import Files
from quizlint.formats.catalogue import PACKED
from quizlint.text import Source

ARCHIVES = (*PACKED, ".tar", ".tgz", ".gz", ".7z", ".rar", ".mbz")
"""The ends of the names of files that hold files, whether they can be opened or not."""


class Unreadable(Exception):  # noqa: N818 - it says what something is, not that a program erred
    """A container or a member that cannot be unpacked, and why."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self.told = told


class Unpacked(NamedTuple):
    """A member's content: bytes to be read as a file's, or a table.

    `size` is the number of bytes the member has; `data` may be only its beginning. `name` is what a
    file with such a table would be called, and `problems` what is wrong with its cells.
    """

    data: bytes = b""
    size: int = 0
    source: Source | None = None
    name: str = ""
    problems: tuple[Problem, ...] = ()


class Package(Protocol):
    """An open container.

    `members` are the names of those that a format may be able to read. `troubles` says what is
    wrong with the list of contents, `remark` what is left out on purpose and why.
    """

    members: tuple[str, ...]
    troubles: tuple[Told, ...]
    remark: str

    def head(self, member: str) -> bytes:
        """A member's beginning, enough to recognise it. Raises `Unreadable`."""
        ...

    def unpack(self, member: str, shown: str) -> Unpacked:
        """A member's content, whose path in reports is `shown`. Raises `Unreadable`."""
        ...

    def files(self, member: str) -> Files:
        """What stands beside a member."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
