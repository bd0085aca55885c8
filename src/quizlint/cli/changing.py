"""Files that a command changes: shown as differences, or written so that it can be undone."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

import click

from quizlint.cache.secret import secret
from quizlint.cache.store import FOLDER, Store
from quizlint.fixes import replace_file
from quizlint.fixes.journal import record
from quizlint.reports.look import safe
from quizlint.settings import Loader
from quizlint.text import Source

Change = tuple[Path, bytes, bytes]
"""A file, its bytes before and after."""


def shelf(root: Path) -> Store:
    """Where the journal of a project is kept. Raises OSError or RuntimeError."""
    return Store(root / FOLDER, secret())


def outside(path: Path, loader: Loader) -> str:
    """What to say of a file that is not of the project here; empty if it is, or there is none."""
    root = loader.for_folder(loader.absolute(".")).root
    if not root or path.resolve().is_relative_to(Path(root).resolve()):
        return ""
    return "it lies outside the project here; run this in its own"


def put(changes: Iterable[Change], root: Path) -> dict[Path, str]:
    """Write what changed, so that it can be taken back; what could not be written, and why."""
    changed = [each for each in changes if each[1] != each[2]]
    if not changed:
        return {}
    try:
        record(((path.absolute(), before, after) for path, before, after in changed), shelf(root))
    except (OSError, RuntimeError) as error:
        click.echo(f"quizlint: --undo will not know this run: {cause(error)}", err=True)
    failed = {}
    for path, before, after in changed:
        try:
            replace_file(path, before, after)
        except OSError as error:
            failed[path] = cause(error)
    return failed


def difference(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of a unified difference, safe to print; none where nothing changes."""
    if before == after:
        return
    old, new = (Source.from_bytes(name, data).text for data in (before, after))
    for line in unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}", lineterm=""):
        yield safe(line)


def cause(error: Exception) -> str:
    """What went wrong, in the system's words."""
    return safe(str(getattr(error, "strerror", None) or error))


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
