"""`quizlint check`: lint files."""

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from quizlint.baseline import Matched, stamp
from quizlint.cli.baseline import compared
from quizlint.cli.baseline import tell as tell_stale
from quizlint.cli.exits import FAILED, Exit
from quizlint.cli.options import settings_options
from quizlint.cli.output import History, Order, look_from, write
from quizlint.cli.progress import watched
from quizlint.cli.remembered import remembering, tell
from quizlint.cli.standard import standard_input
from quizlint.cli.targets import Output, refuse
from quizlint.cli.unable import say
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result, Unjudged
from quizlint.engine.session import STDIN, Job, Looked, Session
from quizlint.reports import REPORTS, renderer
from quizlint.reports.look import plural, printed, safe
from quizlint.reports.summary import by_rule
from quizlint.rules.registry import all_rules
from quizlint.runners.processes import Processes
from quizlint.settings import CommandLine, ConfigError, Loader

SHOWN = 4
"""Languages that the closing notice names."""

MOST_JOBS = 256
"""Processes that may be asked for."""


class _Jobs(click.ParamType[int | None]):
    """A number of processes; None for `auto`."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value is None or value == "auto":
            return None
        count = int(value) if str(value).isdecimal() else 0
        if not 1 <= count <= MOST_JOBS:
            self.fail(f"{value!r} is no number from 1 to {MOST_JOBS}, nor 'auto'.", param, ctx)
        return count


JOBS = _Jobs()


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(REPORTS)),
    default="full",
    show_default=True,
    help="How findings are shown.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=PATH",
    help="Write a report to a file too, in any of the formats; may be given again.",
)
@settings_options
@click.option(
    "--history",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Append a line on this run to FILE; HTML reports draw the trend of all its runs.",
)
@click.option(
    "--min-quality",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Fail too if a document has a smaller share of acceptable items (0 to 1).",
)
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
@click.option("--stdin-filename", metavar="NAME", help="What '-' (standard input) is called.")
@click.option(
    "--from-hook", is_flag=True, help="The paths are those of a commit: pass over what is no quiz."
)
@click.option(
    "--jobs",
    type=JOBS,
    default="auto",
    show_default=True,
    metavar="N",
    help="Look at files in so many processes; auto: in as many as are of use.",
)
@click.option("--no-cache", is_flag=True, help="Look at every file, and remember nothing of it.")
@click.option(
    "--since",
    metavar="REVISION",
    help="Let only findings count that are about what was changed since a revision of git.",
)
@click.option("--no-baseline", is_flag=True, help="Let known findings count too.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="When to colour: on a terminal only, always, never.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day by which suppressions expire, for tests.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say which files were skipped, and why.")
def command(
    paths: tuple[str, ...],
    format_: str,
    reports: tuple[str, ...],
    history: Path | None,
    min_quality: float | None,
    config: str | None,
    stdin_filename: str | None,
    from_hook: bool,
    jobs: int | None,
    no_cache: bool,
    since: str | None,
    no_baseline: bool,
    statistics: bool,
    color: str,
    today: datetime | None,
    verbose: bool,
    **said: Any,
) -> None:
    """Check cheat sheets and quizzes: files, or all of them below folders (default: here).

    Exit codes: 0 nothing as grave as --fail-on, 1 findings, 2 it could not do its job.
    """
    gc.set_threshold(50_000, 20, 50)  # content has no cycles; looking for them often finds none
    orders = [Order.parse(wish) for wish in reports]
    measured = any(REPORTS[each].measured for each in (format_, *(each.format for each in orders)))
    record = None if history is None else History.read(history, new=True)
    outputs = [order.output for order in orders]
    outputs += [Output(history, f"--history {history}")] if history is not None else []

    def run(look: Callable[[Job], Looked], files: list[Job]) -> Iterable[Looked]:
        """Refuse outputs before anything is read, as far as inputs are known then."""
        refuse(outputs, loader.opened, [file.target.path for file in files])
        return watched((recall or runner)(look, files), len(files))

    def again() -> Result:
        """The same, in the folder that we are in then."""
        then = Loader(all_rules(), CommandLine(**said), config)
        planner = Planner(then, today.date() if today else date.today())
        return Session(planner, runner=Processes(jobs)).check(["."])

    stdin = standard_input(stdin_filename) if STDIN in paths else None
    try:
        loader = Loader(all_rules(), CommandLine(**said), config)
        planner = Planner(loader, today.date() if today else date.today(), measured=measured)
        session = Session(planner, stdin, run, from_hook)
        runner = Processes(jobs)
        recall = None if no_cache else remembering(session.root, runner, told=verbose)
        result = session.check(paths or ["."], min_quality)
        demanding = loader.for_folder(loader.absolute(".")).require_files
        look = look_from(session.root, colour=_colours(color))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    known = Matched(result, ()) if no_baseline else compared(result, session.root)
    result = known.result
    if since is not None:
        from quizlint.cli.since import only_since  # loads what runs git and unpacks archives

        result = only_since(since, result, session.root, again)
    result = stamp(result)
    refuse(outputs, loader.opened, session.opened)
    if record is not None:
        result = record.recorded(result, today or datetime.now(UTC)).onto(result)
    for order in orders:
        write(order, result, session.root)
    for piece in renderer(format_).render(result, look):
        click.echo(piece, nl=False, color=look.colour)
    if statistics and REPORTS[format_].for_people:
        for piece in by_rule(result):
            click.echo(piece, nl=False)
    _tell(result, verbose)
    tell_stale(known.stale)
    if recall is not None:
        tell(recall)
    if demanding and not result.documents:
        raise Exit(FAILED)
    raise Exit(result.exit_code)


def _colours(wish: str) -> bool:
    if wish == "auto":
        return sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return wish == "always"


def _tell(result: Result, verbose: bool) -> None:
    """What is no finding goes to standard error: failures, and with -v what was skipped."""
    for failure in result.failures:
        say(failure)
    for skip in result.skips if verbose else ():
        click.echo(f"skipped {safe(skip.path)}: {safe(skip.reason)}", err=True)
    for note in result.remarks if verbose else ():
        click.echo(f"{printed(note.path)}: {safe(note.reason)}", err=True)
    if result.unjudged:
        click.echo(_unjudged(result.unjudged), err=True)
    if not result.documents and not result.failures and not result.diagnostics:
        click.echo(f"No quiz or cheat sheet found{_looked_at(result)}.", err=True)


def _unjudged(unjudged: Sequence[Unjudged]) -> str:
    """What rules could not say, because they do not know a document's language."""
    each = [
        f"{plural(rules, 'rule')} did not judge {plural(documents, 'document')} in {language!r}"
        for language, documents, rules in unjudged
    ]
    more = f"; and {len(each) - SHOWN:,} languages more" if len(each) > SHOWN else ""
    return f"{'; '.join(each[:SHOWN])}{more}: they do not know the language (-v names the files)."


def _looked_at(result: Result) -> str:
    """What there was instead of quizzes: files by the ends of their names, and what looks like one.

    People want to know whether theirs was passed over.
    """
    if not result.skips:
        return ""
    ends = Counter(Path(skip.path).suffix.lower() or "no suffix" for skip in result.skips)
    kinds = ", ".join(f"{count:,} {end}" for end, count in ends.most_common(4))
    like = f"; {plural(result.seen, 'place')} in them looked like questions" if result.seen else ""
    return f" ({plural(len(result.skips), 'file')} looked at: {kinds}{like}; -v says why)"
