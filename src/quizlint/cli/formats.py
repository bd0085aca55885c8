"""`quizlint formats`: what can be read and written."""

import json

import click

from quizlint.formats.catalogue import CATALOGUE, FormatRow
from quizlint.formats.parts import WORDS
from quizlint.formats.plugins import foreign
from quizlint.reports.look import safe


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print everything, for machines.")
def command(as_json: bool) -> None:
    """List the formats: whether each is read and written, and what it can hold.

    What is written and not read back, or the other way round, is in the output of --json.
    """
    found = rows()
    if as_json:
        described = [data(row) for row in found]
        click.echo(json.dumps(described, ensure_ascii=False, indent=1))
    else:
        wide = max(len(row.name) for row in found)
        for row in found:
            click.echo(_line(row, wide))


def rows() -> tuple[FormatRow, ...]:
    """Every format, those of other distributions behind the built-in ones."""
    return (*CATALOGUE.values(), *(format_.row for format_ in foreign().values()))


def data(row: FormatRow) -> dict[str, object]:
    """A format as plain data."""
    return {
        "name": row.name,
        "title": row.title,
        "suffixes": [*row.suffixes, *row.packed],
        "built-in": row.built_in,
        "reads": _words(row.reads),
        "writes": None if row.writes is None else _words(row.writes.parts),
    }


def _words(parts: frozenset[str]) -> list[str]:
    return [word for word in WORDS if word in parts]


def _line(row: FormatRow, wide: int) -> str:
    verb = "reads" if row.writes is None else "reads, writes"
    space = " " * (wide + 2)
    suffixes = " ".join(map(safe, (*row.suffixes, *row.packed)))
    lines = [f"{safe(row.name):<{wide}}  {verb:<13}  {safe(row.title)}", f"{space}{suffixes}"]
    if row.reads:
        lines.append(f"{space}{', '.join(_words(row.reads))}")
    if not row.built_in:
        lines.append(f"{space}from another distribution")
    return "\n".join(lines)
