"""How far a long run is, on the terminal of the user only."""

import sys
from collections.abc import Iterator

import click

from quizlint.engine.parts import Target

LONG = 200
"""Files from which on a run is long enough to be watched."""


def watched(targets: list[Target]) -> Iterator[Target]:
    """The targets, with a bar on standard error if they are many and it is a terminal."""
    if len(targets) < LONG or not sys.stderr.isatty():
        yield from targets
        return
    with click.progressbar(targets, label="Checking", show_pos=True, file=sys.stderr) as bar:
        yield from bar
