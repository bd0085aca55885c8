"""The run's memory of earlier ones, and what there is to say of it."""

import os
from pathlib import Path

import click

from quizlint.cache import FOLDER, Recall, Store
from quizlint.cache.secret import secret
from quizlint.cache.versions import programs
from quizlint.engine.session import Runner
from quizlint.reports.look import plural, printed, safe


def remembering(root: str, runner: Runner, *, told: bool) -> Recall | None:
    """A runner that gives from the project's cache what it can; None where there can be none."""
    try:
        store = Store(Path(root) / FOLDER, secret())
    except (OSError, RuntimeError) as error:  # no home, or none to write to
        if told:
            why = getattr(error, "strerror", None) or error
            click.echo(
                f"cache: not used, as the user's secret cannot be kept: {safe(str(why))}", err=True
            )
        return None
    return Recall(store, programs(), runner, told)


def tell(recall: Recall) -> None:
    """Why files were looked at again, if that was asked for, and what could not be put down."""
    if recall.told:
        for path, why in recall.missed:
            click.echo(f"cache: {printed(path)}: {safe(why)}", err=True)
        total = recall.found + len(recall.missed)
        click.echo(f"cache: {recall.found:,} of {plural(total, 'file')} known", err=True)
    if recall.trouble:
        click.echo(
            f"quizlint: the cache {FOLDER}{os.sep} cannot be written: {safe(recall.trouble)}"
            " (--no-cache does without)",
            err=True,
        )
