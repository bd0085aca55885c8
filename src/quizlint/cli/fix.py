"""`quizlint fix`: mend what can be mended."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from quizlint.cli.changing import cause, difference, outside, put, shelf
from quizlint.cli.exits import CLEAN, FAILED, FOUND, Exit
from quizlint.content import Safety
from quizlint.engine.plan import Planner
from quizlint.engine.result import Diagnostic, Result, State
from quizlint.engine.session import Session
from quizlint.fixes import Mended, Mender
from quizlint.fixes.journal import take_back
from quizlint.reports.look import plural, printed, safe
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--unsafe", is_flag=True, help="Make fixes too that may change what is meant.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Mend only what these find: codes, names, families (OPT) or presets.",
)
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
@click.option("--from-hook", is_flag=True, help="The paths are those of a commit.")
@click.option("--undo", is_flag=True, help="Take back what the last run of fixes changed.")
def command(
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    select: tuple[str, ...],
    config: str | None,
    from_hook: bool,
    undo: bool,
) -> None:
    """Mend findings for which a fix is known, in files or below folders (default: here).

    A fix changes the characters that a finding is about and no others. Before a file is written it
    is read again: a fix that would change another item, or bring a new finding, is not made.

    Exit codes: as `check` of what remains; with --diff 1 if something would change.
    """
    try:
        loader = Loader(all_rules(), CommandLine(extend_select=("recommended", *select)), config)
        here = Path(loader.for_folder(loader.absolute(".")).root or loader.absolute("."))
        if undo:
            raise Exit(_undo(here))
        wanted = Loader(all_rules(), CommandLine(select=select), config)
        planner, chooser = Planner(loader, date.today()), Planner(wanted, date.today())
        session = Session(planner, from_hook=from_hook)
        mended = list(_mended(session, paths or ["."], chooser, unsafe=unsafe))
        if diff:
            raise Exit(_show(mended))
        written = _write(mended, here)
        remaining = Session(chooser, from_hook=from_hook).check(paths or ["."])
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    _tell(mended, remaining, unsafe=unsafe)
    raise Exit(remaining.exit_code if written else FAILED)


def _mended(
    session: Session, paths: Iterable[str], chooser: Planner, *, unsafe: bool
) -> Iterator[Mended]:
    """Each file as it would be."""
    for job in session.jobs(paths):
        plan = chooser.plan(str(job.target.path))
        if (why := outside(job.target.path, chooser.loader)) and not job.target.is_container:
            yield Mended(job.target, b"", b"", why_not=why)
            continue

        def wanted(diagnostic: Diagnostic, runs: Callable[[str], bool] = plan.runs) -> bool:
            safety = diagnostic.repair.safety if diagnostic.repair is not None else None
            return runs(diagnostic.code) and (unsafe or safety is Safety.SAFE)

        try:
            yield Mender(wanted).mend(job.target, job.plan)
        except OSError as error:
            yield Mended(job.target, b"", b"", why_not=f"cannot be read: {error.strerror or error}")


def _write(mended: Sequence[Mended], here: Path) -> bool:
    """Write what changed; whether all of it could be written."""
    failed = put([(each.target.path, each.before, each.after) for each in mended], here)
    for each in mended:
        if each.target.path in failed:
            each.after, each.done = each.before, []
            each.why_not = failed[each.target.path]
    return not failed


def _undo(here: Path) -> int:
    try:
        taken = list(take_back(shelf(here)))
    except (OSError, RuntimeError) as error:
        raise click.ClickException(f"what was changed is not known: {cause(error)}") from None
    if not taken:
        click.echo("There is nothing to take back.")
    for path, why in taken:
        name = printed(os.path.relpath(path))
        click.echo(f"left {name}: {why}" if why else f"as before: {name}")
    return FAILED if any(why for _, why in taken) else CLEAN


def _show(mended: Iterable[Mended]) -> int:
    """Print the differences; 1 if there are any."""
    code = CLEAN
    for each in mended:
        for line in difference(each.target.shown, each.before, each.after):
            code = FOUND
            click.echo(line)
    return code


def _tell(mended: Sequence[Mended], remaining: Result, *, unsafe: bool) -> None:
    """What was mended, what was left and why, and what remains."""
    for each in mended:
        name = printed(each.target.shown)
        if each.done:
            rules = Counter(diagnostic.rule for diagnostic in each.done)
            said = ", ".join(f"{rule} ({count})" for rule, count in rules.most_common())
            click.echo(f"mended {name}: {said}")
        if each.why_not:
            click.echo(f"left {name}: {safe(each.why_not)}", err=True)
        for refusal in each.left:
            found = refusal.diagnostic
            why = f"{found.rule}: its fix would {safe(refusal.why)}"
            click.echo(f"left {name}:{found.place.line}: {why}", err=True)
    done = sum(len(each.done) for each in mended)
    files = sum(each.changed for each in mended)
    click.echo(f"Mended {plural(done, 'finding')} in {plural(files, 'file')}.")
    open_ = [d for d in remaining.diagnostics if d.state is State.NEW]
    more = sum(d.repair is not None and d.repair.safety is Safety.UNSAFE for d in open_)
    hint = f"; for {more} a fix is known that may change what is meant: --unsafe" if more else ""
    if open_:
        click.echo(
            f"{plural(len(open_), 'finding')} remain{'s' if len(open_) == 1 else ''}"
            f"{hint if not unsafe else ''}."
        )
