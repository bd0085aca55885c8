"""Containers: their members become targets of their own, read one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from quizlint import formats
from quizlint.content import Problem, ProblemKind, Reading
from quizlint.engine.file import SNIFFED, is_binary, read_bytes, read_source
from quizlint.formats import containers
from quizlint.formats.base import Files, Hints
from quizlint.formats.containers import Package, Unreadable
from quizlint.text import Source, Span

KEPT_OPEN = 4
"""Containers that stay open: the bank looks again at members of few of them at a time."""

NO_MEMBER = "nothing in it is of a format that is known"


class Target(NamedTuple):
    """A file to check, or a member of a container.

    `shown` is its path in reports; `data` is given for standard input; `member` names the member
    of the container at `path`.
    """

    path: Path
    shown: str
    data: bytes | None = None
    member: str = ""

    @property
    def is_container(self) -> bool:
        """Whether this is a container as a whole."""
        return not self.member and containers.claims(self.path.name)

    def of(self, member: str) -> "Target":
        """The target that a member of this container is."""
        return self._replace(shown=f"{self.shown}!{member}", member=member)

    def open(self) -> IO[bytes]:
        """The file, opened for reading. Raises OSError."""
        return self.path.open("rb") if self.data is None else BytesIO(self.data)

    def read(self) -> bytes:
        """The file's bytes. Raises OSError."""
        return self.path.read_bytes() if self.data is None else self.data

    def files(self) -> Files:
        """What stands beside the file."""
        folder = self.path.parent

        def open_neighbour(name: str) -> bytes | None:
            try:
                return (folder / name).read_bytes()
            except OSError:
                return None

        def is_there(name: str) -> bool:
            try:
                return (folder / name).exists()
            except (OSError, ValueError):  # no name for a file
                return False

        if self.data is not None:  # standard input has a name, and no neighbours
            return Files(open_neighbour)
        return Files(open_neighbour, is_there)


@dataclass(eq=False, repr=False)
class Shelf:
    """The containers of a run, the last few of them open."""

    _open: dict[Path, Package] = field(default_factory=dict)

    def package(self, target: Target) -> Package:
        """The container that a target is or lies in. Raises `Unreadable` and OSError."""
        package = self._open.pop(target.path, None)
        if package is None:
            while len(self._open) >= KEPT_OPEN:
                self._open.pop(next(iter(self._open))).close()
            package = containers.open_package(target.path.name, target.open())
        self._open[target.path] = package
        return package

    def read(self, target: Target, hints: Hints) -> tuple[Source, Reading]:
        """Read a member; what no format knows comes back as skipped. Raises OSError."""
        try:
            return self._read(target, hints)
        except Unreadable as error:
            return in_trouble(target.shown, [f"this cannot be read: {error}"])

    def _read(self, target: Target, hints: Hints) -> tuple[Source, Reading]:
        package, shown = self.package(target), target.shown
        head = package.head(target.member)
        if head:
            beginning = Source.from_bytes(shown, head).text[:SNIFFED]
            if is_binary(head) or formats.pick(shown, beginning) is None:
                return Source(shown, ""), Reading(skipped=NO_MEMBER)
        content = package.unpack(target.member, shown)
        files = package.files(target.member)
        if content.source is None:
            return read_bytes(shown, content.data, files, hints, content.size)
        chosen = formats.pick(content.name, content.source.text[:SNIFFED])
        if chosen is None:
            return content.source, Reading(skipped=NO_MEMBER)
        reading = read_source(content.source, chosen, files, hints)
        return content.source, reading._replace(problems=content.problems + reading.problems)

    def close(self) -> None:
        """Close all containers."""
        while self._open:
            self._open.popitem()[1].close()


def in_trouble(shown: str, troubles: Iterable[str]) -> tuple[Source, Reading]:
    """What is read of a container, or of a member, of which only troubles can be told."""
    problems = tuple(
        Problem(ProblemKind.ARCHIVE, Span(0, 0), {"message": each}) for each in troubles
    )
    return Source(shown, ""), Reading(problems=problems)
