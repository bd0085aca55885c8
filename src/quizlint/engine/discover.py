"""Which files a run looks at."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizlint.settings.gitignore import Ignores
from quizlint.text.opening import read_regular

ALWAYS_SKIPPED = frozenset(
    [".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".quizlint_cache"]
)

MAX_IGNORE = 1_000_000
"""Bytes of a `.gitignore`."""


@dataclass(eq=False, repr=False)
class Discovery:
    """Walks folders, honouring `.gitignore` and what settings leave out.

    `claims` says whether a file's name is of a format that is known, or the settings name it;
    `excluded` whether they leave a path out, `included` whether it is one of those they want.
    Excludes hold for named paths too, `.gitignore` and includes do not; how many files were
    `not_included` is counted. What cannot be read is noted, and the rest is walked. A link below a
    folder that leads out of it, and out of `project`, is left alone and noted: whoever commits it
    must not choose what is read elsewhere.
    """

    claims: Callable[[Path], bool]
    excluded: Callable[[Path], bool] = lambda _path: False
    included: Callable[[Path], bool] = lambda _path: True
    project: str | None = None
    missing: list[str] = field(default_factory=list)
    leading_out: list[Path] = field(default_factory=list)
    leading_nowhere: list[Path] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # a path, and why
    not_included: int = 0
    ignoring: list[Path] = field(default_factory=list)  # the `.gitignore`s that were read
    _ignores: dict[Path, list[tuple[Path, Ignores]]] = field(default_factory=dict)

    def files(self, paths: list[str]) -> Iterator[tuple[Path, bool]]:
        """The files of all paths, each once, sorted within each path; and whether it was named."""
        seen: set[str] = set()
        for path in map(Path, paths):
            try:
                folder = stat.S_ISDIR(path.stat().st_mode)
            except (FileNotFoundError, NotADirectoryError):
                self.missing.append(str(path))
                continue
            except OSError as error:
                folder = False
                if error.errno != errno.ELOOP:  # reading it will tell
                    self._note(error)
                    continue
            found = self._walk(path) if folder else self._named(path)
            for file in found:
                real = os.path.realpath(file)  # unlike resolve(), at ease with links in a loop
                if real not in seen:
                    seen.add(real)
                    yield file, not folder

    def _named(self, path: Path) -> Iterator[Path]:
        if not self.excluded(path):
            yield path

    def _walk(self, root: Path) -> Iterator[Path]:
        for folder, names, files in os.walk(root, onerror=self._note):
            here = Path(folder)
            real = here.resolve()
            ignores = self._ignores_for(real)
            names[:] = sorted(
                name
                for name in names
                if name not in ALWAYS_SKIPPED and not _ignored(ignores, real / name, folder=True)
            )
            for name in sorted(files):
                file = here / name
                if not self.claims(file) or _ignored(ignores, real / name) or self.excluded(file):
                    continue
                if not self.included(file):
                    self.not_included += 1
                    continue
                if not os.path.islink(file):  # noqa: PTH114
                    yield file
                elif not self._is_within(file, root):
                    self.leading_out.append(file)
                elif not os.path.lexists(os.path.realpath(file)):
                    self.leading_nowhere.append(file)
                else:
                    yield file

    def _is_within(self, link: Path, root: Path) -> bool:
        """Whether a link ends below the folder that is walked, or below the project."""
        end = os.path.realpath(link)
        homes = (os.path.realpath(home) for home in (root, self.project) if home is not None)
        return any(end.startswith(home.rstrip(os.sep) + os.sep) for home in homes)

    def _ignores_for(self, folder: Path) -> list[tuple[Path, Ignores]]:
        """The `.gitignore`s that hold in a folder, from the work tree's root down."""
        known = self._ignores.get(folder)
        if known is None:
            is_root = os.path.exists(folder / ".git") or folder.parent == folder  # noqa: PTH110
            known = [] if is_root else list(self._ignores_for(folder.parent))
            file = folder / ".gitignore"
            if os.path.isfile(file) and (lines := self._lines(file)) is not None:  # noqa: PTH113
                known.append((folder, Ignores.of(lines)))
            self._ignores[folder] = known
        return known

    def _lines(self, file: Path) -> list[str] | None:
        """The lines of a `.gitignore`; None where it cannot be read."""
        self.ignoring.append(file)
        try:
            return read_regular(file, MAX_IGNORE).decode("utf-8", "replace").splitlines()
        except OSError as error:
            self._note(error)
            return None

    def _note(self, error: OSError) -> None:
        self.unreadable.append((str(error.filename), error.strerror or str(error)))


def _ignored(ignores: list[tuple[Path, Ignores]], path: Path, *, folder: bool = False) -> bool:
    """Whether the nearest `.gitignore` that speaks of a path leaves it out."""
    for base, patterns in reversed(ignores):
        relative = path.relative_to(base).as_posix() + ("/" if folder else "")
        verdict = patterns.verdict(relative)
        if verdict is not None:
            return verdict
    return False
