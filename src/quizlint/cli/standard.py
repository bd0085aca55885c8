"""Standard input, within bounds."""

import sys

import click

from quizlint.engine.session import Stdin
from quizlint.engine.targets import MAX_BYTES

UNNAMED = "stdin"
"""What standard input is called that the user did not name."""


def standard_input(called: str | None) -> Stdin:
    """What comes on standard input: all, or as much as tells that it is too large.

    What is not called anything is known by its content.
    """
    return Stdin(read_input(MAX_BYTES), called or UNNAMED)


def read_input(limit: int) -> bytes:
    """The bytes of standard input: all, or the first `limit` + 1 of more.

    Raises `click.ClickException` where it is closed or cannot be read.
    """
    if sys.stdin is None:
        raise click.ClickException("standard input is closed")
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise click.ClickException(f"cannot read standard input: {error.strerror}") from None
