"""All rules there are, found by looking into the family folders."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quizlint.facts import BANK_SUBJECTS
from quizlint.plugins import RULES, is_declared
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
    "TRN": "translations",
    "MED": "media",
    "FMT": "portability",
    "SUP": "suppressions",
}
"""The family prefix of a code, and the folder its rules live in."""


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule, those of other distributions behind our own."""
    return (*own_rules(), *_foreign())


@cache
def own_rules() -> tuple[type[Rule], ...]:
    """The rules of quizlint itself, in the order of the families and their codes."""
    order = list(FAMILIES)
    found = [rule for folder in FAMILIES.values() for rule in _rules_in(folder)]
    return tuple(sorted(found, key=lambda rule: (order.index(family_of(rule.code)), rule.code)))


def family_of(code: str) -> str:
    """The letters of a code."""
    return code.rstrip("0123456789")


def is_own(rule: Rule) -> bool:
    """Whether a rule is one of ours, which tests have seen."""
    return type(rule).__module__.startswith("quizlint.")


def distribution_of(rule: type[Rule]) -> str:
    """The name and version of the distribution that brings a rule; empty: quizlint."""
    return _foreign().get(rule, "")


def titled(rule: Rule) -> str:
    """What to call a rule that fails: with whose it is."""
    brought_by = distribution_of(type(rule))
    whose = f" of the plug-in {brought_by}" if brought_by else ""
    return f"rule {rule.code} ({rule.name}){whose}"


@cache
def _foreign() -> Mapping[type[Rule], str]:
    if not is_declared(RULES):
        return {}
    from quizlint.rules.plugins import foreign

    return foreign(own_rules(), FAMILIES)


@cache
def by_word() -> dict[str, type[Rule]]:
    """Rules by code and by name."""
    return {word: rule for rule in all_rules() for word in (rule.code, rule.name)}


def find(word: str) -> type[Rule] | None:
    """The rule with this code or name; case does not matter."""
    return by_word().get(word.upper()) or by_word().get(word.lower())


def is_about_bank(code: str) -> bool:
    """Whether the rule with this code is called for the bank, not for a file."""
    return not set(BANK_SUBJECTS).isdisjoint(by_word()[code].subjects())


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
