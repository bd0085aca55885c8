"""`quizlint explain RULE`: a rule's page."""

import click

from quizlint.rules.page import page
from quizlint.rules.registry import by_word, find
from quizlint.text.nearest import nearest


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
