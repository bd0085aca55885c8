"""`quizlint stats`: what documents consist of, and how well they can be guessed."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import click

from quizlint.cli.exits import FAILED, Exit
from quizlint.cli.standard import standard_input
from quizlint.content import Reading
from quizlint.engine.language import languages
from quizlint.engine.measure import measured
from quizlint.engine.plan import Plan, Planner
from quizlint.engine.result import Failure
from quizlint.engine.session import STDIN, Session
from quizlint.facts.statistics import Statistics, total
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look, plural, safe, width
from quizlint.rules.registry import all_rules
from quizlint.rules.wording import letter
from quizlint.settings import ConfigError, Loader

_HEADINGS = (
    *("document", "cards", "questions", "prompts", "levels", "keys", "longest key", "grade"),
    *("reads like", "by level", "untested cards", "guessed", "95 %", "chance"),
)
_LEVELS = 4
"""Levels that a row names."""

_LEFT = frozenset({"document", "levels", "keys", "reads like", "by level"})


class Surveyed(NamedTuple):
    """A document and its counts."""

    path: str
    title: str
    counts: Statistics


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--json", "as_json", is_flag=True, help="Print everything, for machines.")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
@click.option("--stdin-filename", metavar="NAME", help="What '-' (standard input) is called.")
def command(
    paths: tuple[str, ...], as_json: bool, config: str | None, stdin_filename: str | None
) -> None:
    """Count what documents consist of: files, or all below folders (default: here).

    For each document and in total: items by kind and level; the positions of keys; in how many
    questions the key is the longest option; the Flesch-Kincaid grade and who reads it with ease;
    the median grade of each level's items, words that the document teaches left aside; the score
    of a test-wise guesser who knows no answer, with a 95 % interval, beside chance; the cards that
    no question touches, and for one document the card that each question tests.

    Exit codes: 0, or 2 if a path is missing or a file cannot be read.
    """
    stdin = standard_input(stdin_filename) if STDIN in paths else None
    documents: list[Surveyed] = []
    failures: list[Failure] = []
    try:
        session = Session(Planner(Loader(all_rules(), config=config), date.today(), ()), stdin)
        look = Look(False, os.path.relpath(session.root))
        for reading, plan in session.readings(paths or ["."]):
            documents += _survey(reading, plan)
            if reading.failed:
                failures.append(Failure(reading.source.path, reading.failed))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    documents.sort(key=lambda surveyed: surveyed.path)
    if as_json:
        click.echo(written(_as_data(documents), 1))
    elif documents:
        click.echo("\n".join(_table(documents, look)))
        if len(documents) == 1 and documents[0].counts.untested is not None:
            click.echo("\n".join(["", *_coverage(documents[0].counts)]))
    else:
        click.echo("No quiz or cheat sheet found.", err=True)
    for failure in failures:
        click.echo(f"quizlint: {safe(failure.path)}: {safe(failure.message)}", err=True)
    if failures:
        raise Exit(FAILED)


def _survey(reading: Reading, plan: Plan) -> Iterator[Surveyed]:
    for document, language in zip(reading.documents, languages(reading, plan), strict=True):
        title = document.title.plain if document.title is not None else ""
        yield Surveyed(reading.source.path, title, measured(document, language, plan))


def _table(documents: list[Surveyed], look: Look) -> list[str]:
    rows = [_HEADINGS, *(_row(look.path(d.path), d.counts) for d in documents)]
    if len(documents) > 1:
        everything = total(document.counts for document in documents)
        rows.append(_row(f"total of {plural(len(documents), 'document')}", everything))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    shown = [index for index, wide in enumerate(widths) if wide]
    return [
        "  ".join(_pad(row[i], widths[i], _HEADINGS[i] in _LEFT) for i in shown).rstrip()
        for row in rows
    ]


def _row(name: str, counts: Statistics) -> tuple[str, ...]:
    hits, of, _ = counts.longest
    grades = list(counts.level_grades.items())[:_LEVELS]
    guess = counts.guessability
    guessed: tuple[str, ...] = ("-", "-", "-")
    if guess.items:
        interval = f"{100 * guess.low:.0f}-{100 * guess.high:.0f} %"
        guessed = (_percent(guess.score), interval, _percent(guess.chance))
    return (
        name,
        *(str(number) for number in (counts.cards, counts.questions, counts.prompts)),
        ", ".join(f"{safe(level)} {n}" for level, n in counts.levels.most_common(_LEVELS)) or "-",
        " ".join(f"{letter(at)}{n}" for at, n in sorted(counts.positions.items())) or "-",
        f"{hits} of {of}" if of else "-",
        "-" if counts.grade is None else f"{counts.grade:.1f}",
        counts.band or "-",
        ", ".join(f"{safe(level)} {value:.1f}" for level, (_, value) in grades) or "-",
        "-" if counts.untested is None else f"{len(counts.untested)} of {counts.cards}",
        *guessed,
    )


def _coverage(counts: Statistics) -> list[str]:
    """Which card each question tests, for one document."""
    lines = [
        f"{safe(question)} tests {safe(card)}"
        if card
        else f"{safe(question)}: no card prepares for it"
        for question, card in counts.tested.items()
    ]
    if counts.untested:
        lines.append(f"No question touches {', '.join(map(safe, counts.untested))}.")
    return lines


def _pad(text: str, wide: int, left: bool) -> str:
    space = " " * (wide - width(text))
    return text + space if left else space + text


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _as_data(documents: list[Surveyed]) -> Mapping[str, object]:
    return {
        "version": 1,
        "documents": [{"path": d.path, "title": d.title, **d.counts.as_data()} for d in documents],
        "total": total(document.counts for document in documents).as_data(),
    }
