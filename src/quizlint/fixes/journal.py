"""What the last run of fixes changed, so that it can be taken back."""

import json
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from quizlint.fixes.write import RefusedError, replace_file
from quizlint.text.digest import digest_of

NAME = "un-do"
"""The journal's name among the entries of the cache."""


class Shelf(Protocol):
    """Where the journal is kept, known to be ours."""

    def get(self, name: str) -> bytes | None:
        """What was put down."""

    def put(self, name: str, content: bytes) -> None:
        """Put something down. Raises OSError."""

    def drop(self, name: str) -> None:
        """Forget it."""


class Change(NamedTuple):
    """A file as it was, and a digest of what it became. `path` is absolute."""

    path: str
    before: bytes
    after: str


def record(changes: Iterable[tuple[Path, bytes, bytes]], shelf: Shelf) -> None:
    """Put down changes before they are made: path, bytes before, bytes after. Raises OSError."""
    entries = [
        {"path": str(path), "before": b85encode(before).decode(), "after": digest_of([after])}
        for path, before, after in changes
    ]
    shelf.put(NAME, json.dumps(entries).encode())


def recorded(shelf: Shelf) -> list[Change]:
    """The changes of the last run; none if there was none, or it was taken back."""
    written = shelf.get(NAME)
    entries = json.loads(written) if written is not None else []
    return [Change(e["path"], b85decode(e["before"]), e["after"]) for e in entries]


def take_back(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Give each file of the last run its old bytes; yields each path, and why it was left if so.

    A file that was changed since is left as it is.
    """
    for change in recorded(shelf):
        path = Path(change.path)
        try:
            now = path.read_bytes()
            if now == change.before:
                continue
            if digest_of([now]) != change.after:
                raise RefusedError(0, "it was changed since", change.path)
            replace_file(path, now, change.before)
        except OSError as error:
            yield change.path, error.strerror or str(error)
        else:
            yield change.path, ""
    shelf.drop(NAME)
