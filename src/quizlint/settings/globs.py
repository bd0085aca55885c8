"""Which files a list of patterns is about, in the manner of .gitignore."""

import os
from dataclasses import dataclass
from functools import cached_property

from quizlint.settings.gitignore import Ignores


@dataclass(frozen=True)
class Globs:
    """Patterns as .gitignore has them, relative to the folder of the file that wrote them.

    `drafts/` is a folder and all in it, `*.bak` is a name anywhere below, `/a.yaml` only beside the
    settings, `!` takes back what an earlier pattern said.
    """

    folder: str
    patterns: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def match(self, path: str) -> bool:
        """Whether an absolute path is meant; a folder's path ends with a slash."""
        if not self.patterns:
            return False
        if os.sep != "/":
            path = path.replace(os.sep, "/")
        if not path.startswith(self._prefix):
            return False
        return self._ignores.verdict(path[len(self._prefix) :]) is True

    @cached_property
    def _prefix(self) -> str:
        return self.folder.replace(os.sep, "/").rstrip("/") + "/"

    @cached_property
    def _ignores(self) -> Ignores:
        return Ignores.of(self.patterns, strict=True)


NO_GLOBS = Globs("/")
