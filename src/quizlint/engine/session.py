"""From the paths a user names to a result."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from quizlint import formats
from quizlint.engine.discover import Discovery
from quizlint.engine.file import Survey
from quizlint.engine.parts import Target
from quizlint.engine.plan import Planner
from quizlint.engine.result import Failure, Result
from quizlint.engine.run import Run
from quizlint.formats import containers
from quizlint.rules.registry import all_rules
from quizlint.settings import Loader
from quizlint.text.names import name_as_text

STDIN = "-"


class Stdin(NamedTuple):
    """What came on standard input, and what to call it."""

    data: bytes
    name: str


@dataclass(eq=False, repr=False)
class Session:
    """One run over paths, files or folders, with the settings that each file has.

    `watch` is handed all targets and hands them on one by one, to show how far the run is.
    """

    planner: Planner
    stdin: Stdin | None = None
    survey: Survey | None = None
    watch: Callable[[list[Target]], Iterable[Target]] = iter
    failures: list[Failure] = field(default_factory=list)
    opened: set[Path] = field(default_factory=set)
    """All that a check looked at: targets, what stands beside them, and what says what to skip."""

    def check(self, paths: Iterable[str], min_quality: float | None = None) -> Result:
        """Check all paths. Raises `ConfigError` for settings that cannot be followed.

        `min_quality` is the least share of acceptable items with which a document passes.
        """
        named = list(paths)
        loader = self.planner.loader
        here = loader.for_folder(loader.absolute("."))
        run = Run(
            lambda target: self.planner.plan(str(target.path)),
            lambda path: _shown(Path(loader.absolute(path)), self.root),
            self.survey,
        )
        run.failures, run.opened = self.failures, self.opened
        result = run.check(self.watch(list(self._targets(named))), here.fail_on)
        return replace(result, min_quality=min_quality)

    @property
    def root(self) -> str:
        """The absolute folder that paths in the result are relative to."""
        loader = self.planner.loader
        return loader.for_folder(loader.absolute(".")).root or loader.absolute(".")

    def _targets(self, paths: list[str]) -> Iterator[Target]:
        root = self.root
        if STDIN in paths and self.stdin is not None:
            path = Path(self.stdin.name)
            self.opened.add(Path("/dev/stdin"))  # which may be any file
            yield Target(path, _shown(path, root), self.stdin.data)
        discovery = Discovery(_claims, self._excluded)
        for file in discovery.files([path for path in paths if path != STDIN]):
            yield Target(file, _shown(file, root))
        self.failures.extend(missing(path) for path in discovery.missing)
        self.failures.extend(
            Failure(_shown(Path(path), root), f"cannot be read: {why}")
            for path, why in discovery.unreadable
        )
        self.opened.update(discovery.ignoring)

    def _excluded(self, path: Path) -> bool:
        loader = self.planner.loader
        absolute = loader.absolute(str(path))
        return loader.for_file(absolute).exclude.match(absolute)


def _claims(name: str) -> bool:
    """Whether a file's name is of a format that is known, or of a container."""
    return formats.claims(name) or containers.claims(name)


def missing(path: str) -> Failure:
    """What to say of a path that is not there: with the nearest name beside it."""
    from quizlint.rules.nearest import nearest

    parent = Path(path).parent
    near = None
    with suppress(OSError):  # it is no folder, or may not be listed
        near = nearest(Path(path).name, (entry.name for entry in parent.iterdir()))
    hint = f"; did you mean {parent / near}?" if near else ""
    return Failure(name_as_text(path), name_as_text(f"there is no such file or folder{hint}"))


def _shown(path: Path, root: str) -> str:
    """A path as reports name it: from the root, with forward slashes."""
    return name_as_text(os.path.relpath(path, root).replace(os.sep, "/"))


def check(paths: Iterable[str], *, config: str | None = None, today: date | None = None) -> Result:
    """Check files and folders as `quizlint check` does, and give the result.

    Raises `quizlint.settings.ConfigError` for settings that cannot be followed.
    """
    loader = Loader(all_rules(), config=config)
    return Session(Planner(loader, today or date.today())).check(paths)
