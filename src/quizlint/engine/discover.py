"""Which files a run looks at."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizlint.settings.gitignore import Ignores

ALWAYS_SKIPPED = frozenset({".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__"})


@dataclass(eq=False, repr=False)
class Discovery:
    """Walks folders, honouring `.gitignore` and the settings' excludes.

    `claims` says whether a file's name is of a format that is known; `excluded` whether the
    settings leave a path out. Excludes hold for named paths too, `.gitignore` does not.
    """

    claims: Callable[[str], bool]
    excluded: Callable[[Path], bool] = lambda _path: False
    missing: list[str] = field(default_factory=list)
    _ignores: dict[Path, list[tuple[Path, Ignores]]] = field(default_factory=dict)

    def files(self, paths: list[str]) -> Iterator[tuple[Path, bool]]:
        """The files of all paths, each once, sorted within each path; and whether it was named."""
        seen: set[str] = set()
        for path in map(Path, paths):
            if not path.exists():
                self.missing.append(str(path))
                continue
            found = self._walk(path) if path.is_dir() else self._named(path)
            for file in found:
                real = os.path.realpath(file)  # unlike resolve(), at ease with links in a loop
                if real not in seen:
                    seen.add(real)
                    yield file, not path.is_dir()

    def _named(self, path: Path) -> Iterator[Path]:
        if not self.excluded(path):
            yield path

    def _walk(self, root: Path) -> Iterator[Path]:
        for folder, names, files in os.walk(root):
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
                if self.claims(name) and not (
                    _ignored(ignores, real / name) or self.excluded(file)
                ):
                    yield file

    def _ignores_for(self, folder: Path) -> list[tuple[Path, Ignores]]:
        """The `.gitignore`s that hold in a folder, from the work tree's root down."""
        known = self._ignores.get(folder)
        if known is None:
            is_root = (folder / ".git").exists() or folder.parent == folder
            known = [] if is_root else list(self._ignores_for(folder.parent))
            file = folder / ".gitignore"
            if file.is_file():
                lines = file.read_text("utf-8", "replace").splitlines()
                known.append((folder, Ignores.of(lines)))
            self._ignores[folder] = known
        return known


def _ignored(ignores: list[tuple[Path, Ignores]], path: Path, *, folder: bool = False) -> bool:
    """Whether the nearest `.gitignore` that speaks of a path leaves it out."""
    for base, patterns in reversed(ignores):
        relative = path.relative_to(base).as_posix() + ("/" if folder else "")
        verdict = patterns.verdict(relative)
        if verdict is not None:
            return verdict
    return False
