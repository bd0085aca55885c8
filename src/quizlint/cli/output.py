"""Where reports go: files in the formats that were asked for, and the record of runs."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from quizlint.cli.targets import Output
from quizlint.engine.result import Result
from quizlint.reports import REPORTS, renderer
from quizlint.reports.history import NotAHistoryError, parse, summary
from quizlint.reports.look import Look, safe
from quizlint.text.opening import read_regular
from quizlint.text.whole import write_whole

LONGEST = 20_000_000
"""Bytes of a history: a line a run, for a hundred thousand runs."""


class Order(NamedTuple):
    """One report that was asked for, as `FORMAT=PATH`."""

    format: str
    path: Path

    @classmethod
    def parse(cls, wish: str) -> "Order":
        """Raises `click.UsageError` in a user's words."""
        format_, given, path = wish.partition("=")
        if not given or not path:
            row = REPORTS.get(format_, REPORTS["html"])
            example = f"{row.name}=report{row.suffix}"
            raise click.UsageError(f"--report wants FORMAT=PATH, as in {example}: {wish!r}")
        if format_ not in REPORTS:
            from quizlint.text.nearest import nearest

            near = nearest(format_, REPORTS)
            hint = f" Did you mean {near!r}?" if near else f" There are {', '.join(REPORTS)}."
            raise click.UsageError(f"There is no report {format_!r}.{hint}")
        return cls(format_, Path(path))

    @property
    def output(self) -> Output:
        """The file that is to be written."""
        return Output(self.path, f"--report {self.format}={self.path}", self.format)


def look_from(root: str, *, colour: bool = False) -> Look:
    """How a report looks that is read here, of a result whose paths begin at a root."""
    home = Path(root).resolve()
    git = next((each for each in (home, *home.parents) if (each / ".git").exists()), None)
    within = None if git is None else home.relative_to(git).as_posix()
    return Look(colour, os.path.relpath(root), within)


def write(order: Order, result: Result, root: str) -> None:
    """Write a report. Raises `click.ClickException` if the file cannot be written."""
    pieces = renderer(order.format).render(result, look_from(root))
    try:
        write_whole(order.path, pieces)
    except (OSError, ValueError) as error:
        raise cannot("write", order.path, error) from None


class History(NamedTuple):
    """The record of earlier runs, as it was when it was read."""

    path: Path
    data: bytes

    @classmethod
    def read(cls, path: Path, *, new: bool = False) -> "History":
        """Raises `click.ClickException` if it is none; a `new` one need not be there."""
        try:
            data = b"" if new and not path.exists() else read_regular(path, LONGEST)
            parse(data)
        except (OSError, ValueError) as error:
            raise cannot("read", path, error) from None
        except NotAHistoryError as error:
            raise click.ClickException(f"{safe(str(path))} is no history: {error}") from None
        return cls(path, data)

    def onto(self, result: Result) -> Result:
        """The result with the runs of the record."""
        return replace(result, history=parse(self.data))

    def recorded(self, result: Result, when: datetime) -> "History":
        """The record with a line on this run, which is appended to the file.

        Raises `click.ClickException` if that cannot be done; the file is then what it was.
        """
        gap = b"" if self.data.endswith(b"\n") or not self.data else b"\n"
        line = gap + summary(result, f"{when:%Y-%m-%dT%H:%M}").encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _append(self.path, line)
        except OSError as error:
            raise cannot("write", self.path, error) from None
        return self._replace(data=self.data + line)


def _append(path: Path, line: bytes) -> None:
    """Append a line, whole or not at all."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        before = os.fstat(handle).st_size
        written = 0
        try:
            while written < len(line):
                written += os.write(handle, line[written:])
        except OSError:
            os.ftruncate(handle, before)
            if not before:
                path.unlink()
            raise
    finally:
        os.close(handle)


def cannot(do: str, path: Path | str, error: OSError | ValueError) -> click.ClickException:
    """What to say of a file that the system does not let us read or write."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else error
    return click.ClickException(f"cannot {do} {safe(str(path))}: {why}")
