"""Find the settings that hold for a file, and join what they extend."""

import os
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizlint.rules.base import Rule
from quizlint.settings.build import DEFAULTS, fields_of, selection_of
from quizlint.settings.command import CommandLine
from quizlint.settings.errors import FOREIGN, ConfigError, did_you_mean
from quizlint.settings.model import Settings
from quizlint.settings.parts import DEFAULT, PYPROJECT, Layer, Override, Table
from quizlint.settings.selection import Vocabulary
from quizlint.text import Source
from quizlint.text.names import name_as_text

NAMES = ("quizlint.toml", ".quizlint.toml", PYPROJECT)
"""Settings files in the order in which a folder is searched."""

MAX_CHAIN = 50
"""Settings files that may extend one another."""


@dataclass(eq=False, repr=False)
class Loader:
    """Gives each file its settings; every folder is searched and every settings file read once.

    `config` is the file given with `--config`, which then holds for all. `cwd` is where relative
    paths begin. Raises `ConfigError` for settings that cannot be followed.
    """

    rules: Iterable[type[Rule]]
    command: CommandLine = field(default_factory=CommandLine)
    config: str | None = None
    cwd: str = field(default_factory=os.getcwd)

    def __post_init__(self) -> None:
        self.vocabulary = Vocabulary(self.rules)
        self._command = self.command.table(self.vocabulary)
        self._by_folder: dict[str, Settings] = {}
        self._by_file: dict[str, Settings] = {}
        self.opened: set[str] = set()  # every file that was looked into, with settings or without
        self._foreign: set[str] = set()  # what of these is never quoted, as people name it

    def for_file(self, path: str) -> Settings:
        """The settings for one file, its overrides applied."""
        path = self.absolute(path)
        return self.for_folder(os.path.dirname(path)).at(path)  # noqa: PTH120 - called per file

    def for_folder(self, folder: str) -> Settings:
        """The settings for the files of a folder, before overrides."""
        found = self._by_folder.get(folder)
        if found is None:
            found = self._by_folder[folder] = self._search(self.absolute(folder))
        return found

    def absolute(self, path: str) -> str:
        """A path from the root of the file system, without `..`."""
        return os.path.normpath(os.path.join(self.cwd, path))  # noqa: PTH118 - called per file

    def _search(self, folder: str) -> Settings:
        if self.config is not None:
            return self._from_file(self.absolute(self.config))
        for name in NAMES:
            path = str(Path(folder, name))
            # What is no file, as a FIFO, is refused when it is read, rather than passed over.
            if os.path.lexists(path) and not os.path.isdir(path) and self._is_settings(path):  # noqa: PTH112
                return self._from_file(path)
        if _is_git_root(folder):
            return self.settings_of(Layer({}), folder)
        parent = str(Path(folder).parent)
        return self.settings_of(Layer({}), "") if parent == folder else self.for_folder(parent)

    def _is_settings(self, path: str) -> bool:
        from quizlint.settings.read import is_settings  # most folders have no settings

        self.opened.add(path)
        return is_settings(path, self.vocabulary)

    def _from_file(self, path: str) -> Settings:
        if path not in self._by_file:
            self._by_file[path] = self.settings_of(self._chain(path, ()), str(Path(path).parent))
        return self._by_file[path]

    def _chain(self, path: str, above: tuple[str, ...]) -> Layer:
        """A file joined with all it extends; `above` are the files that led here."""
        from quizlint.settings.read import TABLE, layer_of, open_settings
        from quizlint.settings.values import text

        self.opened.add(path)
        shown, foreign = self._show(path), self._is_foreign(path, (*above, path)[0])
        if foreign:
            self._foreign.add(shown)
        file, root = open_settings(path, shown, self.vocabulary, foreign=foreign)
        if root is None:
            raise ConfigError(file.shown, f"it has no [{TABLE}] table")
        layer = layer_of(file, root, path)
        extend = root.get("extend")
        if extend is None:
            return layer
        target = self.absolute(str(Path(file.folder, text(file, "extend", extend))))
        way = (*above, path)
        if target in way:
            circle = " → ".join(self._show(step) for step in (*way, target))
            file.refuse(extend.span, f"extend goes round in a circle: {circle}")
        if len(way) > MAX_CHAIN:
            file.refuse(extend.span, f"more than {MAX_CHAIN} files extend one another")
        if not os.path.isfile(target):  # noqa: PTH113 - a path may be beyond asking
            file.refuse(extend.span, f"extend names no file that is there: {self._show(target)}")
        return layer.over(self._chain(target, way))

    def _is_foreign(self, path: str, first: str) -> bool:
        """Whether a file does not belong to the project of the `first`, from which it was reached.

        What the user names belongs to it, and `.toml` files below the git root; where there is
        none, below the working directory or the first file's folder.
        """
        if self.config is not None and path == first:
            return False
        folder = Path(first).parent
        git = next((each for each in (folder, *folder.parents) if _is_git_root(each)), None)
        homes = [git] if git is not None else [folder, Path(self.cwd)]
        real = Path(os.path.realpath(path))
        below = (real.is_relative_to(os.path.realpath(home)) for home in homes)
        return real.suffix != ".toml" or not any(below)

    def settings_of(self, layer: Layer, root: str) -> Settings:
        """The settings that a layer, the defaults and the command line make together."""
        file_table = {**DEFAULTS, **layer.table}
        if ("select",) in layer.table and file_table["preset",].origin is DEFAULT:
            del file_table["preset",]
        table = {**file_table, **self._command}
        _check_bands(table, layer.overrides, self._foreign)
        return Settings(
            table=table,
            layers=(selection_of(file_table), selection_of(self._command)),
            root=root,
            files=layer.files,
            overrides=layer.overrides,
            ignores=layer.ignores,
            **fields_of(table),
        )

    def _show(self, path: str) -> str:
        """A path as people name it: from the working directory if it lies there, else whole."""
        shown = path.removeprefix(self.cwd.rstrip(os.sep) + os.sep).replace(os.sep, "/")
        return name_as_text(shown)


def _is_git_root(folder: str | Path) -> bool:
    return os.path.exists(os.path.join(folder, ".git"))  # noqa: PTH110, PTH118 - it may be beyond asking


def settings_from(
    config: Mapping[str, Any], rules: Iterable[type[Rule]], folder: str = "/"
) -> Settings:
    """Settings from what a settings file would hold, as plain data, if it stood in `folder`.

    `extend` is not followed. Raises `ConfigError`.
    """
    from quizlint.settings.plain import table_of
    from quizlint.settings.read import layer_of
    from quizlint.settings.values import SettingsFile

    loader = Loader(rules, cwd=folder)
    file = SettingsFile(Source("settings", ""), "settings", folder, loader.vocabulary)
    return loader.settings_of(layer_of(file, table_of(config), "settings"), folder)


def _check_bands(table: Table, overrides: tuple[Override, ...], foreign: Container[str]) -> None:
    """Refuse a band for a level that the scale does not have."""
    for own in ({}, *(override.table for override in overrides)):
        whole = {**table, **own}
        scale = whole["levels", "scale"].value
        for key, value in whole.items():
            if key[:2] == ("levels", "bands") and key[2] not in scale:
                at = value.origin
                hint = did_you_mean(key[2], scale)
                message = f'levels.bands: "{key[2]}" is not in the scale{hint}'
                said = FOREIGN if at.path in foreign else message
                raise ConfigError(at.path, said, at.line, at.column)
