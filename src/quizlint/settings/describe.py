"""The settings that hold for a file, line by line, with where each was made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizlint.rules.base import Rule
from quizlint.settings.globs import Globs
from quizlint.settings.model import Settings
from quizlint.settings.parts import Choice
from quizlint.settings.selection import RuleState, rule_states
from quizlint.settings.table import SETTINGS


@dataclass(frozen=True, slots=True)
class Line:
    """One setting: its dotted key, its value as TOML would write it, and where it was made."""

    key: str
    value: str
    origin: str


def describe(settings: Settings, path: str) -> Iterator[Line]:
    """Every setting that holds for the file at an absolute path."""
    for key, value in settings.table.items():
        yield Line(".".join(map(_key, key)), written(value.value), str(value.origin))
    for override in settings.applied:
        for key, value in override.table.items():
            if SETTINGS[key[0]].selects:
                where = f"overrides[{', '.join(override.files.patterns)}].{key[0]}"
                yield Line(where, written(value.value), str(value.origin))
    for entry in settings.ignores_at(path):
        item = f" of {entry.item}" if entry.item else ""
        until = f" until {entry.until}" if entry.until else ""
        reason = f": {entry.reason}" if entry.reason else ""
        yield Line(
            f"ignore[{entry.files.patterns[0]}]",
            f"{entry.word}{item}{until}{reason}",
            str(entry.origin),
        )


def decided(settings: Settings, rules: Iterable[type[Rule]]) -> tuple[RuleState, ...]:
    """The rules that settings switched on or off, or made more or less grave."""
    return tuple(
        state
        for state in rule_states(settings, rules)
        if state.severity is not state.rule.severity
        or state.on is not (state.rule.preset == "recommended")
    )


def written(value: Any) -> str:
    """A value as TOML has it; nothing for what nobody said."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Globs):
        value = value.patterns
    if isinstance(value, tuple):
        presets = [v for v in value if isinstance(v, Choice) and v.key == "preset"]
        if presets:
            return written(presets[0].word)
        return f"[{', '.join(written(v.word if isinstance(v, Choice) else v) for v in value)}]"
    if value is None:
        return "unset"
    if isinstance(value, int | float | date):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _key(word: str) -> str:
    return word if word.replace("-", "").replace("_", "").isalnum() else written(word)
