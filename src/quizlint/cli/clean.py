"""`quizlint clean`: forget what was found before."""

from pathlib import Path

import click

from quizlint.cache.store import FOLDER, clean
from quizlint.cli.exits import FAILED, Exit, failed
from quizlint.reports.look import safe
from quizlint.rules.registry import all_rules
from quizlint.settings import ConfigError, Loader


@click.command()
def command() -> None:
    """Delete the project's cache, which makes the next run look at every file again."""
    try:
        loader = Loader(all_rules())
        here = loader.absolute(".")
        folder = Path(loader.for_folder(here).root or here) / FOLDER
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    try:
        was_there = clean(folder)
    except OSError as error:
        failed(f"{safe(str(folder))} cannot be deleted: {error.strerror or error}")
        raise Exit(FAILED) from None
    click.echo(f"Deleted {FOLDER}." if was_there else f"There is no {FOLDER} here.")
