"""What a report says of a rule, and where a reader finds more."""

from urllib.parse import quote

from quizlint.engine.result import Result, RuleRecord
from quizlint.rules.registry import FAMILIES, by_word, family_of

HOME = "https://quizlint.example.org"
"""Where the documentation is published."""


def rule_url(code: str, name: str) -> str:
    """The page of a rule. One of others may have none, or is not installed here: empty."""
    if family_of(code) in FAMILIES:
        return f"{HOME}/rules/{quote(name, safe='', errors='replace')}/"
    rule = by_word().get(code)
    return "" if rule is None else rule.url


def rule_record(result: Result, code: str) -> RuleRecord:
    """A rule as the result knows it, else as it is today.

    A stored result may name rules that this version does not have.
    """
    if (stored := result.rules.get(code)) is not None:
        return stored
    rule = by_word()[code]
    return RuleRecord(code, rule.name, rule.summary(), rule.severity, rule.page())
