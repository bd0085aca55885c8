"""`quizlint convert`: from one format to another, losing nothing silently."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from quizlint.cli.exits import CLEAN, FOUND, Exit
from quizlint.cli.output import cannot
from quizlint.cli.standard import standard_input
from quizlint.cli.targets import Output, refuse
from quizlint.content import Document, Item, Reading
from quizlint.content.problems import (
    BrokenArchive,
    DuplicateField,
    MissingField,
    NotUtf8,
    Syntax,
    TooDeep,
    TooLarge,
    TooManyAliases,
    UnknownField,
    UnreadQuestion,
    WrongType,
)
from quizlint.engine.examine import examine
from quizlint.engine.plan import Planner
from quizlint.engine.read import read
from quizlint.engine.result import Diagnostic
from quizlint.engine.session import STDIN, Session
from quizlint.engine.targets import MAX_BYTES
from quizlint.formats import containers
from quizlint.formats.base import Files, Hints
from quizlint.formats.write import TARGETS, Loss, Writer, Written, markup_of, target_of, writer
from quizlint.formats.write.base import ITEM
from quizlint.formats.write.compare import differences
from quizlint.formats.write.media import Media
from quizlint.reports.look import plural, printed, safe
from quizlint.rules.base import Rule
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader
from quizlint.text import Source
from quizlint.text.opening import open_regular
from quizlint.text.whole import write_whole

LOST = frozenset(
    {
        *(Syntax, TooDeep, TooLarge, TooManyAliases, BrokenArchive, NotUtf8),
        *(MissingField, WrongType, UnknownField, DuplicateField, UnreadQuestion),
    }
)
"""Problems over which something of the file that is read may stay behind."""

ASIDE = frozenset({UnknownField, DuplicateField, NotUtf8})
"""Those of them over which no item stays behind."""


class Read(NamedTuple):
    """All that was read: documents with the files they stand in, and what could not be read."""

    documents: list[Document]
    sources: dict[int, Source]  # by the identity of a document or item
    format: str
    unread: Sequence[Diagnostic]
    seen: int  # what looks like items
    opened: Iterable[str | Path]


@click.command()
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT")
@click.option(
    "--to",
    "target",
    type=click.Choice(list(TARGETS)),
    help="The format to write; else the end of OUT tells.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is lost.")
@click.option("--force", is_flag=True, help="Overwrite OUT if it is there.")
@click.option("--stdin-filename", metavar="NAME", help="What '-' (standard input) is called.")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
def command(
    source: str,
    out: str,
    target: str | None,
    strict: bool,
    force: bool,
    stdin_filename: str | None,
    config: str | None,
) -> None:
    """Write the quiz or cheat sheet IN as OUT, in another format.

    IN is any file that quizlint reads, OUT a file that is not there yet; '-' is standard input and
    output. What the other format cannot hold is listed on standard error.

    Exit codes: 0 done, 1 an item was left out (with --strict: anything was lost), 2 it could not be
    done.
    """
    chosen = target or target_of(out)
    if chosen is None:
        names = ", ".join(TARGETS)
        raise click.UsageError(f"The name {out!r} does not tell the format: say --to ({names}).")
    _refuse(source, out, force)
    read = _read(source, stdin_filename, config)
    if not any(document.items for document in read.documents):
        _tell(read, (), source)
        raise click.ClickException(f"there is no quiz or cheat sheet in {safe(source)}")
    writing = writer(chosen)
    written = writing.write(read.documents, markup_of(read.format), _pictures(source))
    if isinstance(written.content, bytes) and out == STDIN:
        raise click.UsageError(f"{chosen} is no text: name a file for it.")
    losses = [_worded(loss) for loss in written.losses]
    losses += _misread(writing, written, read.documents)
    if out != STDIN:
        refuse([Output(Path(out), out)], read.opened)
    _put(out, written.content)
    _tell(read, losses, source)
    left = {id(loss.owner) for loss in losses if loss.part == ITEM}
    items = sum(id(item) not in left for each in read.documents for item in each.items)
    lost = len(losses) + len(read.unread)
    ending = "" if lost == 1 else "es"
    said = f"; {lost:,} loss{ending}" if lost else ""
    if read.seen > items:
        click.echo(f"{plural(read.seen, 'item')} seen, {items:,} written.", err=True)
    click.echo(f"Wrote {plural(items, 'item')} as {chosen}{said}.", err=True)
    left_out = left or any(each.code in _codes_of_items() for each in read.unread)
    raise Exit(FOUND if left_out or (strict and lost) else CLEAN)


def _refuse(source: str, out: str, force: bool) -> None:
    """Raise before anything is read if something would be overwritten that must not be."""
    if source != STDIN and os.path.isdir(source):  # noqa: PTH112 - a path may be beyond asking
        raise click.UsageError(f"{source} is a folder: name one file.")
    if source != STDIN and os.path.exists(source) and not os.path.isfile(source):  # noqa: PTH110, PTH113
        raise click.ClickException(f"cannot read {source}: it is no regular file")
    if out == STDIN:
        return
    if source != STDIN and os.path.realpath(source) == os.path.realpath(out):
        raise click.UsageError("IN and OUT are the same file.")
    if os.path.isdir(out):  # noqa: PTH112
        raise click.UsageError(f"{out} is a folder: name a file.")
    if os.path.lexists(out) and not force:
        raise click.UsageError(f"{out} is there already; --force overwrites it.")


def _read(source: str, called: str | None, config: str | None) -> Read:
    """Read one file with the settings that hold for it. Raises `click.ClickException`."""
    stdin = standard_input(called) if source == STDIN else None
    rules = tuple(rule for rule in all_rules() if _is_about_loss(rule))
    line = CommandLine(extend_select=tuple(rule.code for rule in rules))
    try:
        loader = Loader(all_rules(), line, config)
        session = Session(Planner(loader, date.today(), rules), stdin)
        found = list(session.readings([source]))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    readings = [reading for reading, _ in found]
    for reading in readings:
        if reading.failed:
            raise click.ClickException(f"{safe(reading.source.path)}: {safe(reading.failed)}")
    kept = [reading for reading in readings if reading.skipped is None]
    for reading in readings if not kept else ():
        raise click.ClickException(f"{safe(reading.source.path)} was not read: {reading.skipped}")
    if not kept:
        raise click.ClickException(f"{safe(source)} is excluded by the settings")
    unread = [each for reading, plan in found for each in examine(reading, plan).diagnostics]
    return _gathered(kept, unread, [*session.opened, *loader.opened])


def _is_about_loss(rule: type[Rule]) -> bool:
    return not LOST.isdisjoint(rule.subjects())


def _codes_of_items() -> frozenset[str]:
    """The rules that tell of items that stay behind."""
    return frozenset(
        rule.code for rule in all_rules() if not (LOST - ASIDE).isdisjoint(rule.subjects())
    )


def _pictures(source: str) -> Media:
    """The files of pictures beside IN; of one inside a container, or standard input, none."""
    if source == STDIN or containers.claims(source):
        return Media()
    folder = Path(source).parent

    def read(name: str) -> bytes | None:
        try:
            if not (folder / name).resolve().is_relative_to(folder.resolve()):
                return None
            with open_regular(folder / name) as file:
                data = file.read(MAX_BYTES + 1)
        except (OSError, ValueError):  # not there, or no name for a file
            return None
        return data if len(data) <= MAX_BYTES else None

    return Media(read)


def _gathered(
    readings: Sequence[Reading], unread: Sequence[Diagnostic], opened: Iterable[str | Path]
) -> Read:
    """The documents in order. The items of a package that has one to a file make one document."""
    sources: dict[int, Source] = {}
    documents: list[Document] = []
    for reading in readings:
        for document in reading.documents:
            documents.append(document)
            sources |= {id(each): reading.source for each in (document, *document.items)}
    holding = [reading for reading in readings if reading.documents]
    format_ = next((reading.format for reading in readings if reading.format), "")
    scattered = len(holding) > 1 and all(len(document.items) == 1 for document in documents)
    if scattered and len(documents) > 1:
        first = documents[0]
        topics = {document.topic.value if document.topic else "" for document in documents}
        joined = replace(
            first,
            items=tuple(item for document in documents for item in document.items),
            title=None,
            topic=first.topic if len(topics) == 1 else None,
            route="",
        )
        sources[id(joined)] = sources[id(first)]
        documents = [joined]
    seen = sum(reading.seen for reading in readings)
    return Read(documents, sources, format_, unread, seen, opened)


def _misread(writing: Writer, written: Written, documents: Sequence[Document]) -> list[Loss]:
    """What quizlint itself reads otherwise in what was written: it should be nothing."""
    found: list[Document] = []
    for reading in _back(writing, written.content):
        found += reading.documents
    lost = differences(
        documents,
        found,
        written.losses,
        exact=writing.exact,
        plain=writing.rendered,
    )
    return [
        loss._replace(what=f"changed: {loss.what}")
        for loss in lost
        if loss.part not in writing.unread
    ]


def _worded(loss: Loss) -> Loss:
    """What is left out says so itself; anything else is named."""
    return loss if loss.part == ITEM else loss._replace(what=f"lost: {loss.what}")


def _back(writing: Writer, content: str | bytes) -> Iterable[Reading]:
    path = f"out{writing.suffix}"
    if isinstance(content, bytes):
        return read(path, content).members
    hints = Hints(format=writing.name)
    return (read(path, content.encode("utf-8", "surrogatepass"), Files(), hints),)


def _put(out: str, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if out == STDIN:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_whole(Path(out), data)
    except (OSError, ValueError) as error:
        raise cannot("write", out, error) from None


def _tell(read: Read, losses: Iterable[Loss], source: str) -> None:
    """List what is lost, by place."""
    told: list[tuple[str, int, int, str]] = []
    for each in read.unread:
        place = each.place
        told.append((place.path, place.line, place.column, f"not read: {each.message}"))
    for loss in losses:
        text = read.sources.get(id(loss.owner))
        name = f"{loss.owner.name}: " if isinstance(loss.owner, Item) else ""
        what = f"{safe(name)}{safe(loss.what)}"
        if text is None:
            told.append((source, 1, 1, what))
        else:
            at = text.position(loss.owner.span.start)
            told.append((text.path, at.line, at.column, what))
    for path, row, column, what in sorted(told):
        click.echo(f"{printed(path)}:{row}:{column}: {what}", err=True)
