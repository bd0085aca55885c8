"""All rules there are, found by looking into the family folders."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quizlint.facts import Pool, QuestionGroup
from quizlint.rules.base import Rule

FAMILIES = {
    "STR": "structure",
    "KEY": "keys",
    "OPT": "options",
    "STM": "stems",
    "LVL": "levels",
    "CRD": "cards",
    "PRM": "prompts",
    "SET": "sets",
    "BNK": "bank",
    "MED": "media",
    "FMT": "portability",
    "SUP": "suppressions",
}
"""The family prefix of a code, and the folder its rules live in."""


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule, in the order of the families and their codes."""
    order = list(FAMILIES)
    found = [rule for folder in FAMILIES.values() for rule in _rules_in(folder)]
    return tuple(sorted(found, key=lambda rule: (order.index(rule.code[:3]), rule.code)))


@cache
def by_word() -> dict[str, type[Rule]]:
    """Rules by code and by name."""
    return {word: rule for rule in all_rules() for word in (rule.code, rule.name)}


def find(word: str) -> type[Rule] | None:
    """The rule with this code or name; case does not matter."""
    return by_word().get(word.upper()) or by_word().get(word.lower())


def is_about_bank(code: str) -> bool:
    """Whether the rule with this code is called for the bank, not for a file."""
    return not {Pool, QuestionGroup}.isdisjoint(by_word()[code].subjects())


def _rules_in(folder: str) -> Iterator[type[Rule]]:
    package = import_module(f"quizlint.rules.{folder}")
    for info in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and value.__module__ == module.__name__
                and "code" in vars(value)
            ):
                yield value
