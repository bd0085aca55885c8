"""How far a long run is, on the terminal of the user only."""

import sys
from collections.abc import Iterable

import click

from quizlint.engine.session import Looked

LONG = 200
"""Files from which on a run is long enough to be watched."""


def watched(looked: Iterable[Looked], total: int) -> Iterable[Looked]:
    """What comes of `total` files; if they are many, with a bar on a terminal's standard error."""
    if total < LONG or not sys.stderr.isatty():
        yield from looked
        return
    with click.progressbar(looked, total, label="Checking", show_pos=True, file=sys.stderr) as bar:
        yield from bar
