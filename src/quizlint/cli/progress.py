"""How far a long run is, on the terminal of the user only."""

import sys
from collections.abc import Callable, Iterator

import click

from quizlint.engine.session import Job, Looked

LONG = 200
"""Files from which on a run is long enough to be watched."""


def watched(look: Callable[[Job], Looked], jobs: list[Job]) -> Iterator[Looked]:
    """As `map`, with a bar on standard error if the files are many and it is a terminal."""
    if len(jobs) < LONG or not sys.stderr.isatty():
        yield from map(look, jobs)
        return
    with click.progressbar(jobs, label="Checking", show_pos=True, file=sys.stderr) as bar:
        yield from map(look, bar)
