"""What settings are made of: values with where they were made, layers, overrides, exceptions."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from quizlint.settings.globs import Globs
from quizlint.text import Span

PYPROJECT = "pyproject.toml"

Option = int | float | str
"""What a rule's option may be."""


class Origin(NamedTuple):
    """Where a setting was made: a file with its line and column, the command line, or nowhere."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


DEFAULT = Origin("default")
COMMAND_LINE = Origin("command line")


class Value(NamedTuple):
    """One setting: what it is, and where it was made."""

    value: Any
    origin: Origin


Table = Mapping[tuple[str, ...], Value]
"""Settings by their path of keys, like `("levels", "scale")`."""


class Choice(NamedTuple):
    """One word that switches rules on or off: a code, a family or a preset, in its own spelling."""

    word: str
    on: bool
    key: str  # the key it stood under
    origin: Origin


class Selection(NamedTuple):
    """What one layer (the settings file, an override, the command line) says about which rules run.

    `start` replaces what earlier layers chose, `choices` change it. Severities are by rule name.
    """

    start: tuple[Choice, ...] | None = None
    choices: tuple[Choice, ...] = ()
    severities: Mapping[str, Value] = MappingProxyType({})


class Override(NamedTuple):
    """Settings for some files only."""

    files: Globs
    table: Table
    origin: Origin


class Ignored(NamedTuple):
    """An entry of `ignore` that is about certain files: what it silences there, and why.

    `rule` is a code, `word` how it was written. An empty `item` means every item. `span` is where
    the word stands in the settings file, `whole` the entry.
    """

    files: Globs
    rule: str
    word: str
    origin: Origin
    span: Span
    whole: Span
    item: str = ""
    reason: str = ""
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today


class Layer(NamedTuple):
    """What one file, or a chain of files joined, says."""

    table: Table
    overrides: tuple[Override, ...] = ()
    ignores: tuple[Ignored, ...] = ()
    files: tuple[str, ...] = ()

    def over(self, base: "Layer") -> "Layer":
        """This layer on top of the one it extends.

        Lists are replaced, `extend-select` is added to, tables are joined key by key; overrides and
        entries of `ignore` for files follow those of the base.
        """
        table = dict(base.table)
        if ("preset",) in self.table:
            table.pop(("select",), None)  # a nearer preset is a new beginning
        table.update(self.table)
        added = ("extend-select",)
        if added in base.table and added in self.table:
            both = base.table[added].value + self.table[added].value
            table[added] = Value(both, self.table[added].origin)
        return Layer(
            table,
            base.overrides + self.overrides,
            base.ignores + self.ignores,
            self.files + base.files,
        )
