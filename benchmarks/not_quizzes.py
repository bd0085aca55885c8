"""How many files that are no quizzes are taken for one.

    python benchmarks/not_quizzes.py FOLDER …

Reads every file under the folders whose name is of a format (READMEs, manuals, changelogs, settings
of CI; no folder of quizzes), and prints each in which items were read or an unread question was
told, with the format and how many. The aim is at most one in 10,000. Ends with 1 above that.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quizlint import formats
from quizlint.content import Reading
from quizlint.content.problems import UnreadQuestion
from quizlint.engine.targets import is_binary
from quizlint.formats.base import SNIFFED, Files
from quizlint.text import Source

AIM = 10_000
LARGEST = 2_000_000
"""Bytes of the largest file looked at: beyond, it is data."""

PASSED_OVER = frozenset({".git", "__pycache__"})


def files(folder: str) -> Iterator[Path]:
    """The files under a folder that a format claims by name, each once."""
    seen: set[tuple[int, int]] = set()
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each not in PASSED_OVER)
        for name in sorted(names):
            path = Path(where, name)
            if not formats.claims(name) or not path.is_file():
                continue
            state = path.stat()
            if state.st_size <= LARGEST and (state.st_dev, state.st_ino) not in seen:
                seen.add((state.st_dev, state.st_ino))
                yield path


def reading_of(path: Path) -> tuple[str, Reading] | None:
    """The format and what it makes of a file; None for one that no format takes."""
    data = path.read_bytes()
    if is_binary(data):
        return None
    source = Source.from_bytes(str(path), data)
    chosen = formats.pick(str(path), source.text[:SNIFFED])
    return None if chosen is None else (chosen.name, chosen.read(source, Files()))


def main(folders: list[str]) -> int:
    """Print what was taken; 1 where that is too much."""
    looked: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for path in (path for folder in folders for path in files(folder)):
        looked[path.suffix.lower()] += 1
        found = reading_of(path)
        if found is None:
            continue
        name, reading = found
        items = sum(len(document.items) for document in reading.documents)
        unread = sum(isinstance(each, UnreadQuestion) for each in reading.problems)
        if items or unread:
            taken[path.suffix.lower()] += 1
            print(f"{name:<12} {items:>4} items {unread:>3} unread  {path}")
    for suffix, count in looked.most_common():
        print(f"{suffix or '(none)':<12} {count:>7} files {taken[suffix]:>4} taken")
    print(f"{'all':<12} {looked.total():>7} files {taken.total():>4} taken")
    return int(taken.total() * AIM > looked.total())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
