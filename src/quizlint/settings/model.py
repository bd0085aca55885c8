"""The settings that hold for a file, every one with where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizlint.content import Confidence, Severity
from quizlint.rules.base import Rule
from quizlint.rules.context import Levels
from quizlint.settings.build import SELECTION_KEYS, fields_of, selection_of
from quizlint.settings.globs import NO_GLOBS, Globs
from quizlint.settings.parts import COMMAND_LINE, Ignored, Option, Override, Selection, Table


@dataclass(frozen=True, eq=False, repr=False)
class Settings:
    """What holds for the files of one folder; `at` narrows it to one file.

    None means that nobody said anything. `layers` say which rules run, later ones over earlier; the
    last is the command line. `root` is the folder that paths in reports are relative to: the
    settings file's own, else the git root; empty where there is neither. `files` are the settings
    files that were read, nearest first. `applied` are the overrides that hold here.
    """

    table: Table
    layers: tuple[Selection, ...]
    root: str = ""
    files: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR  # None: never
    min_confidence: Confidence = Confidence.LOW
    include: Globs = NO_GLOBS
    exclude: Globs = NO_GLOBS
    language: str | None = None
    shuffle: bool | None = None
    index_base: int | None = None
    kind: str | None = None  # what the files say they are, in the settings' word
    format: str | None = None
    ids: str = "document"  # or "global"
    require_files: bool = False
    levels: Levels = field(default_factory=Levels)
    rule_options: Mapping[str, Mapping[str, Option]] = field(default_factory=dict)
    bank_context: str = "paths"  # or "project"
    bank_copies: Globs = NO_GLOBS
    overrides: tuple[Override, ...] = ()
    ignores: tuple[Ignored, ...] = ()
    applied: tuple[Override, ...] = ()
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

    def kind_at(self, path: str) -> str | None:
        """What the settings say that a file is; what they include by name is a quiz."""
        return self.kind or ("quiz" if self.include.match(path) else None)

    def options_of(self, rule: type[Rule]) -> Mapping[str, Option]:
        """The options that the settings give a rule, by its own names for them."""
        return self.rule_options.get(rule.name, {})

    @property
    def origins(self) -> dict[str, str]:
        """Where each setting was made, by its dotted key."""
        return {".".join(key): str(value.origin) for key, value in self.table.items()}

    def _with(self, overrides: tuple[Override, ...]) -> "Settings":
        table = dict(self.table)
        for override in overrides:
            for key, value in override.table.items():
                if key[0] in SELECTION_KEYS:  # what adds up stands in `applied`, key by key
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
