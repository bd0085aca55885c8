"""Which rules run on a file, sorted by what they are called for."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from quizlint import __version__
from quizlint.content import Confidence, Item, Question, Severity
from quizlint.plugins import distributions
from quizlint.rules.base import Rule
from quizlint.rules.context import Levels
from quizlint.rules.registry import all_rules
from quizlint.rules.when import Kind, kind_of
from quizlint.settings import Ignored, Loader, Settings, active_rules
from quizlint.text.digest import digest


class Checks(NamedTuple):
    """Rules by the type they are called for. `silent` are those that do not know the language."""

    by_type: dict[type, tuple[Rule, ...]]
    silent: tuple[Rule, ...]
    by_kind: dict[Kind, tuple[Rule, ...]]

    @classmethod
    def of(cls, rules: Iterable[Rule], language: str) -> "Checks":
        """Sort `rules`, leaving out those that do not know `language`."""
        by_type: dict[type, tuple[Rule, ...]] = {}
        silent = []
        for rule in rules:
            if rule.languages and language not in rule.languages:
                silent.append(rule)
                continue
            for subject in rule.subjects():
                by_type[subject] = (*by_type.get(subject, ()), rule)
        return cls(by_type, tuple(silent), {})

    def of_type(self, subject: type) -> tuple[Rule, ...]:
        """The rules called for a type."""
        return self.by_type.get(subject, ())

    def of_item(self, item: Item) -> tuple[Rule, ...]:
        """The rules called for an item; of those about questions, the ones that want such a one.

        Questions are of few kinds, so that the choice is made once for each.
        """
        if not isinstance(item, Question):
            return self.of_type(type(item))
        kind = kind_of(item)
        if kind not in self.by_kind:
            self.by_kind[kind] = tuple(r for r in self.of_type(Question) if r.is_about(item))
        return self.by_kind[kind]


@dataclass(frozen=True, eq=False, repr=False)
class Plan:
    """The rules that hold for a file, with their severities, and what settings say of its content.

    `language`, `shuffle`, `kind` and `format` are the settings' word, None where they say nothing.
    `ignores` are the
    settings' suppressions that are about this file, `today` decides which have expired.
    """

    rules: tuple[Rule, ...]
    severities: dict[str, Severity] = field(default_factory=dict)
    levels: Levels = field(default_factory=Levels)
    language: str | None = None
    shuffle: bool | None = None
    index_base: int | None = None
    kind: str | None = None
    format: str | None = None
    min_confidence: Confidence = Confidence.LOW
    ignores: tuple[Ignored, ...] = ()
    today: date = date.max
    measured: bool = False  # documents are counted too, for reports that show it

    @classmethod
    def of(
        cls,
        settings: Settings,
        path: str,
        rules: Iterable[type[Rule]],
        today: date,
        *,
        measured: bool = False,
    ) -> "Plan":
        """What settings say of the file at an absolute path."""
        active = active_rules(settings, rules)
        return cls(
            rules=tuple(
                state.rule(settings.options_of(state.rule), thorough=state.thorough)
                for state in active
            ),
            severities={state.rule.code: state.severity for state in active},
            levels=settings.levels,
            language=settings.language,
            shuffle=settings.shuffle,
            index_base=settings.index_base,
            kind=settings.kind,
            format=settings.format,
            min_confidence=settings.min_confidence,
            ignores=settings.ignores_at(path),
            today=today,
            measured=measured,
        )

    @cached_property
    def digest(self) -> str:
        """A name of all that a file's record depends on beside the file: settings, rules, versions.

        Two plans with one digest give the same record of the same reading.
        """
        rules = sorted(
            (rule.code, rule.name, str(self.severities[rule.code]), sorted(vars(rule).items()))
            for rule in self.rules
        )
        said = (
            *(__version__, sys.version_info[:3], rules, self.levels, self.language),
            *(self.kind, self.format, self.shuffle, self.index_base, self.min_confidence),
            *(self.ignores, self.measured),
            distributions(),
            self.today if any(entry.until for entry in self.ignores) else None,
        )
        return digest(repr(said), 16).hex()

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        """The rules that run, by code."""
        return {rule.code: rule for rule in self.rules}

    def runs(self, code: str) -> bool:
        """Whether a rule runs."""
        return code in self.by_code

    def checks(self, language: str) -> Checks:
        """The checks for documents in one language, made once."""
        if language not in self._checks:
            self._checks[language] = Checks.of(self.rules, language)
        return self._checks[language]

    @cached_property
    def _checks(self) -> dict[str, Checks]:
        return {}


@dataclass(eq=False, repr=False)
class Planner:
    """Makes plans, one for all files under the same settings."""

    loader: Loader
    today: date
    rules: tuple[type[Rule], ...] | None = None  # None: all there are
    measured: bool = False  # documents are counted too
    _plans: dict[tuple[int, tuple[Ignored, ...]], Plan] = field(default_factory=dict)

    def plan(self, path: str) -> Plan:
        """The plan for the file at a path. Raises `ConfigError`."""
        absolute = self.loader.absolute(path)
        settings = self.loader.for_file(absolute)
        key = (id(settings), settings.ignores_at(absolute))
        if key not in self._plans:
            self._plans[key] = Plan.of(
                settings, absolute, self._rules, self.today, measured=self.measured
            )
        return self._plans[key]

    @property
    def _rules(self) -> tuple[type[Rule], ...]:
        return all_rules() if self.rules is None else self.rules
