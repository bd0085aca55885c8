"""`quizlint report`: make any report from a stored result."""

from pathlib import Path

import click

from quizlint.cli.output import History, Order, cannot, write
from quizlint.cli.standard import read_input
from quizlint.cli.targets import refuse
from quizlint.engine.result import Result
from quizlint.engine.session import STDIN
from quizlint.reports import REPORTS, renderer
from quizlint.reports.look import PLAIN
from quizlint.reports.stored import NotAResultError, parse
from quizlint.text.opening import read_regular

LARGEST = 500_000_000
"""Bytes of a stored result: more than a million findings have."""


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
    "--format", "format_", type=click.Choice(list(REPORTS)), help="Print a report in this format."
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
    refuse([order.output for order in orders], [each for each in (stored, history) if each])
    result = load(stored)
    if history is not None:
        result = History.read(history).onto(result)
    for order in orders:
        write(order, result, ".")
    for piece in renderer(format_ or "full").render(result, PLAIN) if format_ or not orders else ():
        click.echo(piece, nl=False)


def load(stored: str) -> Result:
    """The stored result. Raises `click.ClickException` that says what is wrong with it."""
    try:
        data = read_input(LARGEST) if stored == STDIN else read_regular(stored, LARGEST)
    except (OSError, ValueError) as error:
        raise cannot("read", stored, error) from None
    try:
        return parse(data)
    except NotAResultError as error:
        raise click.ClickException(f"{stored} is no result of quizlint: {error}") from None
