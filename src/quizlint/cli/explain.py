"""`quizlint explain RULE`: a rule's page."""

from collections.abc import Iterator

import click

from quizlint.rules.base import Rule
from quizlint.rules.nearest import nearest
from quizlint.rules.registry import by_word, find


@click.command()
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Tell what a rule is about. RULE is a code (OPT001) or a name (duplicate-option)."""
    found = find(rule)
    if found is None:
        near = nearest(rule, by_word())
        hint = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no rule {rule!r}.{hint} `quizlint rules` lists them.")
    for line in page(found):
        click.echo(line)


def page(rule: type[Rule]) -> Iterator[str]:
    """The lines of a rule's page."""
    summary, _, rest = rule.page().partition("\n")
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield summary
    yield ""
    yield f"{rule.severity}; on in the preset {rule.preset!r}; since {rule.since}".capitalize()
    yield rest
    if thresholds := rule.thresholds():
        yield "\n## Options"
        yield f"In `[rules.{rule.name}]`:"
        for name, option in thresholds.items():
            yield f"- `{name.replace('_', '-')} = {option.default!r}`: {option.help}"
    for title, examples in (("Found", rule.bad), ("Not found", rule.good)):
        for example in examples[:1]:
            yield f"\n## {title}, for example"
            yield from (f"    {line}" for line in example.text.splitlines())
    yield f"\nTo silence it for one item: quizlint: ignore[{rule.name}] -- why"
