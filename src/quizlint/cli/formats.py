"""`quizlint formats`: what can be read and written."""

import json

import click

from quizlint.formats import SUFFIXES
from quizlint.formats.about import FORMATS, WORDS
from quizlint.formats.plugins import plugins
from quizlint.reports.look import safe


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print everything, for machines.")
def command(as_json: bool) -> None:
    """List the formats: whether each is read and written, and what it can hold.

    What is written and not read back, or the other way round, is in the output of --json.
    """
    found = described()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        wide = max(len(str(each["name"])) for each in found)
        for each in found:
            click.echo(_line(each, wide))
    for name, why in plugins().broken.items():
        click.echo(f"quizlint: the format '{safe(name)}' cannot be loaded: {safe(why)}", err=True)


def described() -> list[dict[str, object]]:
    """Every format as plain data, those of other distributions behind the built-in ones."""
    found: list[dict[str, object]] = []
    for name, suffixes in SUFFIXES.items():
        about = FORMATS.get(name)
        writes = None if about is None else about.writes
        found.append(
            {
                "name": name,
                "title": name if about is None else about.title,
                "suffixes": [*suffixes, *(() if about is None else about.packed)],
                "built-in": True,
                "reads": [] if about is None else _words(about.reads),
                "writes": None if writes is None else _words(writes),
            }
        )
    for name, plugin in plugins().formats.items():
        found.append(
            {
                "name": name,
                "title": name,
                "suffixes": list(plugin.suffixes),
                "built-in": False,
                "reads": [],
                "writes": None,
            }
        )
    return found


def _words(parts: frozenset[str]) -> list[str]:
    return [word for word in WORDS if word in parts]


def _line(each: dict[str, object], wide: int) -> str:
    name, title = safe(str(each["name"])), safe(str(each["title"]))
    suffixes, parts = each["suffixes"], each["reads"]
    assert isinstance(suffixes, list)
    assert isinstance(parts, list)
    verb = "reads" if each["writes"] is None else "reads, writes"
    space = " " * (wide + 2)
    lines = [f"{name:<{wide}}  {verb:<13}  {title}", f"{space}{' '.join(map(safe, suffixes))}"]
    if parts:
        lines.append(f"{space}{', '.join(parts)}")
    if not each["built-in"]:
        lines.append(f"{space}from another distribution")
    return "\n".join(lines)
