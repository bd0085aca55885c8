"""`quizlint report`: make any report from a stored result."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from quizlint.cli.output import Order, refuse_inputs, write
from quizlint.engine.result import Result, Run
from quizlint.reports import FORMATS, renderer
from quizlint.reports.look import PLAIN
from quizlint.reports.stored import from_data


@click.command()
@click.argument("stored", metavar="RESULT.json")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=PATH",
    help="Write a report to a file; may be given again.",
)
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), help="Print a report in this format."
)
@click.option(
    "--history",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Draw the trend of the runs in FILE, as `quizlint check --history` wrote it.",
)
def command(
    stored: str, reports: tuple[str, ...], format_: str | None, history: Path | None
) -> None:
    """Make reports from a result that `quizlint check --report json=RESULT.json` stored.

    Exit codes: 0 whatever the result says, 2 if it cannot be read or a report not written.
    """
    orders = [Order.parse(wish) for wish in reports]
    refuse_inputs(orders, [stored])
    result = load(stored)
    if history is not None:
        result = replace(result, history=_read(history))
    for order in orders:
        write(order, result, ".")
    for piece in renderer(format_ or "full").render(result, PLAIN) if format_ or not orders else ():
        click.echo(piece, nl=False)


def load(stored: str) -> Result:
    """The stored result. Raises `click.ClickException` that says what is wrong with it."""
    try:
        text = sys.stdin.read() if stored == "-" else Path(stored).read_text("utf-8")
        data = json.loads(text)
    except OSError as error:
        raise click.ClickException(f"cannot read {stored}: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"{stored} is no JSON: {error}") from None
    return from_data(_validated(data, stored))


def _read(history: Path) -> tuple[Run, ...]:
    from quizlint.reports.history import read

    try:
        return read(history)
    except OSError as error:
        raise click.ClickException(f"cannot read {history}: {error.strerror or error}") from None


def _validated(data: Any, stored: str) -> Any:
    from pydantic import ValidationError

    from quizlint.schema.result import Result as Model

    try:
        Model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        message = f"{stored} is no result of quizlint: {where}: {first['msg']}"
        raise click.ClickException(message) from None
    return data
