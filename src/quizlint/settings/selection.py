"""Which rules run, how grave their findings are, and who said so."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from quizlint.content import Severity
from quizlint.rules.base import Rule
from quizlint.rules.registry import family_of
from quizlint.settings.errors import did_you_mean
from quizlint.settings.model import Settings
from quizlint.settings.parts import Choice, Selection
from quizlint.settings.table import PRESETS

_CODE = re.compile(r"([A-Za-z]+)\d+")


class Vocabulary:
    """The words that settings may use for rules."""

    def __init__(self, rules: Iterable[type[Rule]]) -> None:
        self.rules = tuple(rules)

    @cached_property
    def _by_word(self) -> dict[str, type[Rule]]:
        return {word.lower(): rule for rule in self.rules for word in (rule.code, rule.name)}

    @cached_property
    def families(self) -> frozenset[str]:
        """The families that have rules."""
        return frozenset(family_of(rule.code) for rule in self.rules)

    def rule(self, word: str) -> type[Rule] | None:
        """The rule with this code or name; case does not matter."""
        return self._by_word.get(word.lower())

    def canonical(self, word: str) -> str | None:
        """The code, family or preset that a word means; None when it means nothing."""
        rule = self.rule(word)
        if rule is not None:
            return rule.code
        if word.upper() in self.families:
            return word.upper()
        return word.lower() if word.lower() in PRESETS else None

    def unknown(self, word: str) -> str:
        """What to say of a word that should have been a rule, a family or a preset."""
        words: Iterable[str] = (*PRESETS, *self.families, *self._rule_words())
        code = _CODE.fullmatch(word)
        if code is not None and code[1].upper() not in self.families:
            words = ()  # it is the code of another tool
        return f'unknown rule, family or preset "{word}"{did_you_mean(word, words)}'

    def unknown_rule(self, word: str) -> str:
        """What to say of a word that should have been a rule."""
        if self.canonical(word) is not None:
            return f'"{word}" is more than one rule; name one'
        return f'unknown rule "{word}"{did_you_mean(word, self._rule_words())}'

    def _rule_words(self) -> tuple[str, ...]:
        return tuple(word for rule in self.rules for word in (rule.code, rule.name))


class RuleState(NamedTuple):
    """Whether a rule runs and how grave it is, each with who decided it.

    `thorough`: it was selected by more than the first preset, and gives doubtful findings too.
    """

    rule: type[Rule]
    on: bool
    thorough: bool
    severity: Severity
    origin: str
    severity_origin: str


def rule_states(settings: Settings, rules: Iterable[type[Rule]]) -> tuple[RuleState, ...]:
    """Every rule as these settings have it.

    A later layer speaks over an earlier one. Inside a layer a code counts more than a family, a
    family more than a preset; where the same word is both selected and ignored, it is ignored.
    """
    return tuple(_state(rule, settings.layers) for rule in rules)


def active_rules(settings: Settings, rules: Iterable[type[Rule]]) -> tuple[RuleState, ...]:
    """The rules that run."""
    return tuple(state for state in rule_states(settings, rules) if state.on)


def _state(rule: type[Rule], layers: Iterable[Selection]) -> RuleState:
    on, thorough, origin = False, False, "default"
    severity, severity_origin = rule.severity, "default"
    for layer in layers:
        verdict = _verdict(rule, layer)
        if verdict is not None:
            on, thorough = verdict.on, verdict.word != PRESETS[0]
            origin = f"{verdict.key} = {verdict.word} ({verdict.origin})"
        elif layer.start is not None:
            start = layer.start[0] if layer.start else None
            on = False
            origin = f"not in {start.key} ({start.origin})" if start else "select is empty"
        if rule.name in layer.severities:
            given = layer.severities[rule.name]
            severity, severity_origin = given.value, str(given.origin)
    return RuleState(rule, on, thorough, severity, origin, severity_origin)


def _verdict(rule: type[Rule], layer: Selection) -> Choice | None:
    """What a layer says about a rule itself; None: nothing."""
    best: Choice | None = None
    best_rank = (0, False)
    for choice in (*(layer.start or ()), *layer.choices):
        rank = (_nearness(choice.word, rule), not choice.on)
        if rank[0] and rank > best_rank:
            best, best_rank = choice, rank
    return best


def _nearness(word: str, rule: type[Rule]) -> int:
    """How exactly a word means a rule: 3 its code, 2 its family, 1 a preset it is in, 0 not."""
    if word == rule.code:
        return 3
    if word == family_of(rule.code):
        return 2
    return int(word in PRESETS and PRESETS.index(rule.preset) <= PRESETS.index(word))
