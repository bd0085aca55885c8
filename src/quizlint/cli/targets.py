"""What may be written where: no output ever replaces an input."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from quizlint.formats.reports import HEAD, is_report
from quizlint.reports import REPORTS
from quizlint.reports.look import safe
from quizlint.text.opening import open_regular


class Output(NamedTuple):
    """A file that is to be written, and how the user asked for it."""

    path: Path
    asked: str  # as in `--report json=a.json`
    format: str = ""  # of a report


def refused(
    outputs: Iterable[Output], inputs: Iterable[str | Path]
) -> Iterator[tuple[Output, str]]:
    """The outputs that must not be written, and why: each is an input, or an output before it.

    What counts is the file, by whatever path it is named.
    """
    read = {identity for path in inputs for identity in _identities(path)}
    written: set[object] = set()
    for output in outputs:
        identities = _identities(output.path)
        if read & identities:
            yield output, "is a file that was checked or read"
        elif written & identities:
            yield output, "goes where another output goes"
        written |= identities


def refuse(
    outputs: Sequence[Output],
    inputs: Iterable[str | Path],
    looked_at: Iterable[str | Path] = (),
) -> None:
    """Raise `click.ClickException` if an output must not be written.

    Of the files that were `looked_at` to see what is in them, a report that an earlier run wrote
    may be replaced.
    """
    ours = {os.path.realpath(output.path) for output in outputs if _is_ours(output)}
    read = {os.path.realpath(path) for path in looked_at} - ours if outputs else set()
    for output, why in refused(outputs, [*inputs, *read]):
        raise click.ClickException(f"{safe(output.asked)} {why}; nothing was written")


def _is_ours(output: Output) -> bool:
    try:
        with open_regular(output.path) as file:
            beginning = file.read(HEAD)
    except (OSError, ValueError):
        return False
    if beginning:
        return is_report(beginning)
    return output.format in REPORTS and REPORTS[output.format].silent


def _identities(path: str | Path) -> set[object]:
    """What tells whether two paths lead to one file: where they end, and which file is there.

    A device or a FIFO replaces nothing and may be written to twice: it is nothing.
    """
    try:
        here = os.stat(path)  # noqa: PTH116 - of either kind of path
    except (OSError, ValueError):
        return {os.path.realpath(path)}
    if not stat.S_ISREG(here.st_mode):
        return set()
    return {os.path.realpath(path), (here.st_dev, here.st_ino)}
