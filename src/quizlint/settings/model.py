"""The settings that hold for a file, every one with where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizlint.content import Confidence, Severity
from quizlint.rules.base import Rule
from quizlint.rules.context import Levels
from quizlint.settings.build import fields_of, selection_of
from quizlint.settings.globs import Globs
from quizlint.settings.parts import COMMAND_LINE, Ignored, Option, Override, Selection, Table
from quizlint.settings.table import SETTINGS


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Settings:
    """What holds for the files of one folder; `at` narrows it to one file.

    None means that nobody said anything. `layers` say which rules run, later ones over earlier; the
    last is the command line. `root` is the folder that paths in reports are relative to: the
    settings file's own, else the git root; empty where there is neither. `files` are the settings
    files that were read, nearest first. `applied` are the overrides that hold here. What else
    stands here is made from the rows of `settings.table`.
    """

    table: Table
    layers: tuple[Selection, ...]
    root: str
    files: tuple[str, ...]
    overrides: tuple[Override, ...]
    ignores: tuple[Ignored, ...]
    applied: tuple[Override, ...] = ()

    fail_on: Severity | None  # None: never
    min_confidence: Confidence
    include: Globs
    exclude: Globs
    language: str | None
    shuffle: bool | None
    index_base: int | None
    kind: str | None  # what the files say they are, in the settings' word
    format: str | None
    require_files: bool
    levels: Levels
    rule_options: Mapping[str, Mapping[str, Option]]

    _variants: dict[tuple[int, ...], "Settings"] = field(default_factory=dict, repr=False)

    def at(self, path: str) -> "Settings":
        """The settings for one file, given by its absolute path.

        Files under the same overrides get the same object, so what is made from it can be kept.
        """
        if not self.overrides:
            return self
        which = tuple(i for i, over in enumerate(self.overrides) if over.files.match(path))
        if not which:
            return self
        if which not in self._variants:
            self._variants[which] = self._with(tuple(self.overrides[i] for i in which))
        return self._variants[which]

    def ignores_at(self, path: str) -> tuple[Ignored, ...]:
        """The entries of `ignore` that are about one file."""
        return tuple(entry for entry in self.ignores if entry.files.match(path))

    def options_of(self, rule: type[Rule]) -> Mapping[str, Option]:
        """The options that the settings give a rule, by its own names for them."""
        return self.rule_options.get(rule.name, {})

    def _with(self, overrides: tuple[Override, ...]) -> "Settings":
        table = dict(self.table)
        for override in overrides:
            for key, value in override.table.items():
                if SETTINGS[key[0]].selects:  # what adds up stands in `applied`, key by key
                    continue
                if key not in table or table[key].origin != COMMAND_LINE:
                    table[key] = value
        *file, command_line = self.layers
        return replace(
            self,
            table=table,
            layers=(*file, *(selection_of(o.table) for o in overrides), command_line),
            overrides=(),
            applied=overrides,
            _variants={},
            **fields_of(table),
        )
