"""`quizlint config FILE`: the settings that hold, and where each was made."""

import click

from quizlint.reports.look import safe
from quizlint.rules.registry import all_rules
from quizlint.settings import ConfigError, Loader
from quizlint.settings.describe import decided, describe


@click.command()
@click.argument("file", default="quizlint.toml")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
def command(file: str, config: str | None) -> None:
    """Show the settings that hold for FILE, which need not exist, and where each was made."""
    try:
        loader = Loader(all_rules(), config=config)
        path = loader.absolute(file)
        settings = loader.for_file(path)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    lines = list(describe(settings, path))
    left = max(len(f"{line.key} = {line.value}") for line in lines)
    for line in lines:
        click.echo(safe(f"{f'{line.key} = {line.value}':<{left}}  # {line.origin}"))
    for state in decided(settings, all_rules()):
        switch = f"on, {state.severity}" if state.on else "off"
        click.echo(f"# {state.rule.code} {state.rule.name}: {switch}  ({safe(state.origin)})")
