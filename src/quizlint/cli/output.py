"""Where reports go: standard output, and files written whole or not at all."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from quizlint.engine.result import Result
from quizlint.reports import FORMATS, renderer
from quizlint.reports.look import Look, safe

MEASURED = frozenset({"json", "html"})
"""Formats that show what documents consist of, which takes time to count."""


class Order(NamedTuple):
    """One report that was asked for, as `FORMAT=PATH`."""

    format: str
    path: Path

    @classmethod
    def parse(cls, wish: str) -> "Order":
        """Raises `click.UsageError` in a user's words."""
        format_, given, path = wish.partition("=")
        if not given or not path:
            raise click.UsageError(f"--report wants FORMAT=PATH, as in html=report.html: {wish!r}")
        if format_ not in FORMATS:
            from quizlint.text.nearest import nearest

            near = nearest(format_, FORMATS)
            hint = f" Did you mean {near!r}?" if near else f" There are {', '.join(FORMATS)}."
            raise click.UsageError(f"There is no report {format_!r}.{hint}")
        return cls(format_, Path(path))


def refuse_inputs(orders: Iterable[Order], inputs: Iterable[str]) -> None:
    """Raise before anything is written if a report would replace a file that was checked."""
    named = {os.path.realpath(path) for path in inputs}
    seen: set[str] = set()
    for order in orders:
        real = os.path.realpath(order.path)
        if real in named:
            raise click.UsageError(f"--report {order.path} is a file that was checked.")
        if real in seen:
            raise click.UsageError(f"Two reports go to {order.path}.")
        seen.add(real)


def write(order: Order, result: Result, root: str) -> None:
    """Write a report. Raises `click.ClickException` if the file cannot be written."""
    here = os.path.relpath(root)
    pieces = renderer(order.format).render(result, Look(False, here))
    try:
        write_whole(order.path, pieces)
    except OSError as error:
        why = error.strerror or error
        raise click.ClickException(f"cannot write {safe(str(order.path))}: {why}") from None


def recorded(result: Result, history: Path, when: datetime) -> Result:
    """The result with the runs in a history file, to which a line on it is appended.

    Raises `click.ClickException` if the file cannot be read or written.
    """
    from quizlint.reports.history import read, summary

    try:
        history.parent.mkdir(parents=True, exist_ok=True)
        with history.open("a", encoding="utf-8") as file:
            file.write(summary(result, f"{when:%Y-%m-%dT%H:%M}"))
        return replace(result, history=read(history))
    except OSError as error:
        why = error.strerror or error
        raise click.ClickException(f"cannot write {safe(str(history))}: {why}") from None


def write_whole(path: Path, pieces: Iterable[str] | bytes) -> None:
    """Write a file so that nobody ever sees half of it. Raises OSError."""
    import tempfile  # slow to load, and needed only here

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        if isinstance(pieces, bytes):
            with os.fdopen(handle, "wb") as binary:
                binary.write(pieces)
        else:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
                file.writelines(pieces)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
