"""`quizlint explain RULE`: a rule's page."""

import click

from quizlint.rules.base import Rule
from quizlint.rules.page import page
from quizlint.rules.registry import all_rules, by_word, find
from quizlint.text.nearest import nearest


@click.command()
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Tell what a rule is about.

    RULE is a code (OPT001), a name (duplicate-option), or a word of what it finds (longest); where
    several rules have the word they are listed.
    """
    found = find(rule)
    if found is not None:
        _print(found)
        return
    about = [each for each in all_rules() if _speaks_of(each, rule)]
    if len(about) == 1:
        _print(about[0])
    elif about:
        for each in about:
            click.echo(f"{each.code}  {each.name}: {each.summary()}")
        click.echo(f"`quizlint explain {about[0].code}` tells more.")
    else:
        near = nearest(rule, by_word())
        hint = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no rule {rule!r}.{hint} `quizlint rules` lists them.")


def _print(rule: type[Rule]) -> None:
    for line in page(rule):
        click.echo(line)


def _speaks_of(rule: type[Rule], word: str) -> bool:
    """Whether a word of three letters or more stands in the rule's name or in its first line."""
    said = f"{rule.name} {rule.summary()}".casefold()
    return len(word.strip()) > 2 and word.strip().casefold() in said
