"""What must be true of every rule, whoever wrote it."""

import tomllib
from pathlib import Path

import pytest

from quizlint.rules.base import Rule
from quizlint.rules.registry import FAMILIES, family_of, own_rules
from quizlint.testing import faults

RULES = own_rules()
LEDGER = tomllib.loads(Path(__file__).with_name("ledger.toml").read_text("utf-8"))

# Rules whose finding cannot be shown in a text file: it needs bytes, or the settings.
WITHOUT_EXAMPLES = {"STR022", "SUP003"}


def name(rule: type[Rule]) -> str:
    return rule.code


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_is_sound(rule: type[Rule]) -> None:
    none = ["it has no bad example", "it has no good example"]
    assert faults(rule) == (none if rule.code in WITHOUT_EXAMPLES else [])
    assert family_of(rule.code) in FAMILIES


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_codes_and_names_are_those_of_the_ledger() -> None:
    assert {rule.code: rule.name for rule in RULES}.items() <= LEDGER.items()
    assert len(set(LEDGER.values())) == len(LEDGER)
    for rule in RULES:
        assert set(rule.supersedes) <= set(LEDGER) - {rule.code}, rule.code
