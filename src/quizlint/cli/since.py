"""What was changed since a revision, as git tells it."""

import os
import re
import subprocess
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from quizlint.baseline import known, matched
from quizlint.baseline.changed import ALL, Changes, Lines, about, is_about_item
from quizlint.engine.result import Result, State
from quizlint.reports.look import safe

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def only_since(revision: str, result: Result, root: str, check: Callable[[], Result]) -> Result:
    """The result in which only findings about what was changed since a revision count.

    Of findings about whole documents and more those count that `check`, called in a folder that
    holds the project as it was, does not find. Raises `click.ClickException`.
    """
    repository = Repository(Path(root), revision)
    shown = about(result, repository.changes(result))
    if any(d.state is State.NEW and not is_about_item(d) for d in shown.diagnostics):
        with repository.as_it_was():
            shown = _without_old(shown, check())
    return shown


def _without_old(result: Result, before: Result) -> Result:
    wide = [d for d in before.findings if not is_about_item(d)]
    # Nothing is gone that could have moved here: a file that was renamed has its item's name.
    told = matched(result, known(wide, before.items), lambda _path: False).result
    return result.replaced(
        tuple(
            new if not is_about_item(old) else old
            for old, new in zip(result.diagnostics, told.diagnostics, strict=True)
        )
    )


class Repository:
    """A project under git, and a revision of it."""

    def __init__(self, root: Path, revision: str) -> None:
        self._root = root
        self._revision = self._ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}",
            failing=f"--since: git knows no revision {revision!r} here",
        ).decode().strip()  # fmt: skip

    def changes(self, result: Result) -> Changes:
        """The changed lines of files with findings."""
        files = {d.place.file for d in result.diagnostics}
        files |= {note.place.file for d in result.diagnostics for note in d.notes}
        tracked = set(self._paths("diff", "--name-only", "-z", "--relative", self._revision))
        new = set(self._paths("ls-files", "--others", "-z"))
        found: dict[str, tuple[Lines, ...]] = dict.fromkeys(files & new, ALL)
        for name in sorted(files & tracked - new):
            found[name] = tuple(self._lines(name))
        return found

    @contextmanager
    def as_it_was(self) -> Iterator[None]:
        """Be, for a while, in a folder that holds the project as it was at the revision."""
        archive = self._ask("archive", "--format=tar", self._revision, "--", ".")
        here = Path.cwd()
        with TemporaryDirectory() as folder:
            with tarfile.open(fileobj=BytesIO(archive)) as packed:
                packed.extractall(folder, filter="data")
            os.chdir(folder)
            try:
                yield
            finally:
                os.chdir(here)

    def _lines(self, name: str) -> Iterator[Lines]:
        said = self._ask(
            "--literal-pathspecs", "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv",
            "--no-renames", self._revision, "--", name,
        )  # fmt: skip
        for match in _HUNK.finditer(said):
            first, count = int(match[1]), int(match[2] or 1)
            # Where lines were only taken away, those around the gap are concerned.
            yield (first, first + count - 1) if count else (first, first + 1)

    def _paths(self, *arguments: str) -> Iterable[str]:
        return os.fsdecode(self._ask(*arguments)).split("\0")[:-1]

    def _ask(self, *arguments: str, failing: str = "") -> bytes:
        command = ["git", "-C", str(self._root), *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - no shell; a revision is no option
                command, capture_output=True, check=False, stdin=subprocess.DEVNULL
            )
        except OSError as error:
            raise click.ClickException(f"--since asks git, which cannot be run: {error}") from None
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            why = failing or f"--since: git says: {said[-1] if said else 'nothing'}"
            raise click.ClickException(safe(why))
        return done.stdout
