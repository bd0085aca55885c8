"""`quizlint schema NAME`: a JSON Schema."""

import json

import click

NAMES = ("quiz", "cheat-sheet", "config", "result")


@click.command()
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print the JSON Schema of a native file, the settings or the JSON result."""
    from quizlint.schema.generate import schemas

    click.echo(json.dumps(schemas()[name], ensure_ascii=False, indent=2))
