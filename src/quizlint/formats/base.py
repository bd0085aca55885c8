"""What a format is: how to recognise it and how to read it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from quizlint.content import Reading
from quizlint.text import Source
from quizlint.text.digest import digest_of

SNIFFED = 4096
"""Characters of a file's beginning by which formats recognise it: a shorter one is a whole file."""

THERE = "there"
"""The answer to whether a file is there, if it is."""


@dataclass
class Files:
    """What stands beside a file. Every question asked is recorded: the answers are part of what a
    result depends on.

    `open` gives the bytes of a path relative to the file's folder, or None when there is none;
    `there` says whether there is one, and is all that a path outside the folder is asked for.
    """

    open: Callable[[str], bytes | None] = lambda _path: None
    there: Callable[[str], bool] = lambda _path: True
    asked: dict[str, bytes | None] = field(default_factory=dict)
    sought: dict[str, bool] = field(default_factory=dict)

    def read(self, path: str) -> bytes | None:
        """The bytes of a neighbour, or None. Paths that leave the folder are never opened."""
        if path.startswith("/") or ".." in path.split("/"):
            return None
        if path not in self.asked:
            self.asked[path] = self.open(path)
        return self.asked[path]

    def exists(self, path: str) -> bool:
        """Whether there is a file, here or in a folder near by."""
        if path not in self.sought:
            self.sought[path] = self.there(path)
        return self.sought[path]

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """What was asked for, and of each what came: a digest, "there", or "" for nothing."""
        read = ((name, _told(data)) for name, data in self.asked.items())
        return (*read, *((name, THERE if there else "") for name, there in self.sought.items()))

    def answer(self, path: str, before: str) -> str:
        """What is answered now to what was answered `before`; the same if nothing has changed."""
        if before in ("", THERE):
            return THERE if self.exists(path) else ""
        return _told(self.read(path))

    @property
    def found(self) -> set[str]:
        """The paths that were asked for and are there."""
        read = {path for path, data in self.asked.items() if data is not None}
        return read | {path for path, there in self.sought.items() if there}


def _told(data: bytes | None) -> str:
    return "" if data is None else digest_of([data])


class Hints(NamedTuple):
    """What settings and neighbours say about a file that its own text leaves open.

    `index_base` is the number of the first option in integer keys of foreign files, `language` a
    code like `de`, `format` the name of a format where neither name nor content should decide.
    """

    index_base: int | None = None
    language: str | None = None
    format: str | None = None


NO_HINTS = Hints()


class Format(Protocol):
    """A way to write quizzes down. A module of this package with these names is one."""

    name: str
    suffixes: tuple[str, ...]

    def sniff(self, name: str, head: str) -> float:
        """How sure it is, from 0 to 1, that a file of this name and beginning is its own."""
        ...

    def read(self, source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
        """Everything in the file. Never raises on content, however broken."""
        ...
