"""What quizlint could not do, on standard error: a line each, and each once."""

import click

from quizlint.engine.result import Failure
from quizlint.reports.look import safe

_said: set[Failure] = set()


def say(failure: Failure) -> None:
    """Say it, unless it was said."""
    if failure not in _said:
        _said.add(failure)
        where = f"{safe(failure.path)}: " if failure.path else ""
        click.echo(f"quizlint: {where}{safe(failure.message)}", err=True)


def say_of_plugins() -> bool:
    """Say what is wrong with plug-ins, as far as they were looked for; whether anything is."""
    from quizlint.plugins import faults

    for why in faults():
        say(Failure("", why))
    return bool(faults())
