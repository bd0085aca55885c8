"""The options of `quizlint check` that say what a settings file could say."""

from collections.abc import Callable
from typing import Any

import click

from quizlint.settings.table import FLAGS, Flag, Kind, Setting

Command = Callable[..., Any]


def settings_options(command: Command) -> Command:
    """Give a command an option for each setting that has one, in the order of the table."""
    for name, (row, flag) in reversed(tuple(FLAGS.items())):
        command = click.option(f"--{row.key}", name, help=flag.help, **_shape(row, flag))(command)
    return command


def _shape(row: Setting, flag: Flag) -> dict[str, Any]:
    if row.kind is Kind.FLAG:
        return {"is_flag": True}
    if flag.metavar:
        return {"multiple": True, "metavar": flag.metavar}
    return {"type": click.Choice(row.words)}
