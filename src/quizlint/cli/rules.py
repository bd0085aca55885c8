"""`quizlint rules`: the catalogue."""

import json

import click

from quizlint.reports.look import safe
from quizlint.rules.base import Rule
from quizlint.rules.registry import all_rules, distribution_of


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print everything, for machines.")
def command(as_json: bool) -> None:
    """List all rules: code, severity, the preset that turns it on, name and what it finds."""
    rules = all_rules()
    if as_json:
        click.echo(json.dumps([describe(rule) for rule in rules], ensure_ascii=False, indent=1))
        return
    wide = max(len(rule.code) for rule in rules)
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        severity = str(rule.severity)
        click.echo(
            f"{rule.code:<{wide}}  {severity:<7}  {rule.preset:<11}  {rule.name:<{width}}  "
            f"{safe(rule.summary())}{_whose(rule)}"
        )


def _whose(rule: type[Rule]) -> str:
    brought_by = distribution_of(rule)
    return f" ({safe(brought_by)})" if brought_by else ""


def describe(rule: type[Rule]) -> dict[str, object]:
    """A rule as plain data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary(),
        "severity": str(rule.severity),
        "confidence": str(rule.confidence),
        "preset": rule.preset,
        "since": rule.since,
        "distribution": distribution_of(rule) or None,
        "options": {
            name.replace("_", "-"): {"default": option.default, "help": option.help}
            for name, option in rule.thresholds().items()
        },
        "help": rule.page(),
    }
