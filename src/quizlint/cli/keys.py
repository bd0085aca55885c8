"""`quizlint keys FILE`: keys that a sheet's own cards speak for."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from quizlint.engine.language import languages
from quizlint.engine.plan import Planner
from quizlint.engine.session import Session
from quizlint.facts.proposals import Proposal, Sureness
from quizlint.formats.kit.sidecar import candidates
from quizlint.reports.look import plural, safe
from quizlint.rules.proposing import proposed
from quizlint.rules.registry import all_rules
from quizlint.rules.wording import letter, quote
from quizlint.settings import ConfigError, Loader

_HEAD = """\
# Keys proposed by quizlint from the cards of {name}: check each, then delete this line.
"""


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--write", is_flag=True, help="Write the answers file beside FILE; never over one.")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
def command(file: str, write: bool, config: str | None) -> None:
    """Propose keys for the questions of FILE that have none, from what its own cards say.

    Each proposal is named with the card that speaks for it and how sure it is: "sure" where one
    option is said almost word for word near the words of the question, "likely" where it is clearly
    ahead of the others, "guess" otherwise. With --write, the sure and likely ones are written to
    NAME.answers.yaml, where `quizlint check` finds them, and the guesses as comments.

    Exit codes: 0 done, 2 it could not be done.
    """
    if Path(file).is_dir():
        raise click.UsageError(f"{file} is a folder: name one file.")
    found: list[tuple[Proposal, ...]] = []
    cards: list[int] = []

    try:
        planner = Planner(Loader(all_rules(), config=config), date.today(), rules=())
        for reading, plan in Session(planner).readings([file]):
            if reading.failed:
                raise click.ClickException(f"{safe(reading.source.path)}: {safe(reading.failed)}")
            for document, language in zip(reading.documents, languages(reading, plan), strict=True):
                found.append(tuple(proposed(document, language)))
                cards.append(len(document.cards))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    if not found:
        raise click.ClickException(f"there is no quiz or cheat sheet in {safe(file)}")
    listed = [proposal for each in found for proposal in each]
    for proposal in listed:
        click.echo(_line(proposal))
    if not listed:
        click.echo("Every question has its key.", err=True)
    elif not sum(cards):
        click.echo("There are no cards that could speak for a key.", err=True)
    if write and listed:
        _write(file, found)


def _line(proposal: Proposal) -> str:
    stem = quote(safe(proposal.question.stem.plain))
    if proposal.option is None or proposal.card is None:
        return f"{proposal.number}. ?  {stem}: no card speaks for an option"
    return (
        f"{proposal.number}. {letter(proposal.option)}  {proposal.sureness}  {stem}\n"
        f"      {quote(safe(proposal.card.front.plain))}: {quote(safe(proposal.clause))}"
    )


def _write(file: str, found: Sequence[Sequence[Proposal]]) -> None:
    """Write the sidecar, which answers the questions of a file with one document."""
    names = candidates(file)
    if len(found) != 1 or not names:
        raise click.ClickException("only a file with one document can have an answers file")
    for name in names:
        if os.path.lexists(Path(file).with_name(name)):
            raise click.ClickException(f"{name} is there already and stays as it is")
    taken = [p for p in found[0] if p.option is not None and p.sureness is not Sureness.GUESS]
    if not taken:
        raise click.ClickException("no proposal is sure or likely: nothing was written")
    target = Path(file).with_name(names[0])
    lines = "".join(_lines(found[0]))
    try:
        with target.open("x", encoding="utf-8", newline="\n") as out:
            out.write(_HEAD.format(name=json.dumps(Path(file).name)) + lines)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror}") from None
    click.echo(f"Wrote {plural(len(taken), 'key')} to {target}.", err=True)
    sys.stdout.flush()


def _lines(found: Sequence[Proposal]) -> Iterator[str]:
    """One answer a line by the question's number, with the card that speaks for it behind."""
    for proposal in found:
        if proposal.option is None or proposal.card is None:
            yield f"# {proposal.number}: ?  # no card speaks for an option\n"
            continue
        guessed = "# " if proposal.sureness is Sureness.GUESS else ""
        why = f"{proposal.sureness}: {quote(safe(proposal.card.front.plain))}"
        yield f"{guessed}{proposal.number}: {letter(proposal.option)}  # {why}\n"
