"""`quizlint suppress`: say of findings why they are right as they are."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from quizlint.cli.changing import difference, outside, put
from quizlint.cli.exits import CLEAN, FAILED, FOUND, Exit
from quizlint.engine.plan import Planner
from quizlint.engine.result import Diagnostic
from quizlint.engine.session import Session
from quizlint.fixes.mend import BROKEN
from quizlint.fixes.silence import Silenced, silence
from quizlint.formats.silencing import entry_for
from quizlint.reports.look import plural, printed, safe
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader


@click.command()
@click.argument("rules", nargs=-1, metavar="RULE...", required=True)
@click.option("--reason", required=True, metavar="TEXT", help="Why they are right as they are.")
@click.option("--in", "paths", multiple=True, metavar="PATH", help="Files or folders (default: .).")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
def command(
    rules: tuple[str, ...], reason: str, paths: tuple[str, ...], diff: bool, config: str | None
) -> None:
    """Silence what rules find today, with a reason, where it stands.

    Each item gets a comment in the form that its format allows; the next finding of these rules
    in another item is told as ever. Where no comment can stand, the entry for the settings file is
    printed instead. `quizlint fix --undo` takes the comments away again.

    Exit codes: 0; with --diff 1 if something would change; 2 if something could not be written.
    """
    if not reason.strip():
        raise click.UsageError("--reason is empty: say why the findings are right as they are.")
    try:
        # A file that is broken is left alone, so that it must be known which one is.
        loader = Loader(all_rules(), CommandLine(select=(*rules, BROKEN)), config)
        here = Path(loader.for_folder(loader.absolute(".")).root or loader.absolute("."))
        planner = Planner(loader, date.today())
        silenced = list(_silenced(Session(planner), paths or ["."], reason))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    if diff:
        for each in silenced:
            for line in difference(each.target.shown, each.before, each.after):
                click.echo(line)
        raise Exit(FOUND if any(each.changed for each in silenced) else CLEAN)
    failed = put([(each.target.path, each.before, each.after) for each in silenced], here)
    _tell(silenced, failed, reason)
    raise Exit(FAILED if failed or any(each.why_not for each in silenced) else CLEAN)


def _silenced(session: Session, paths: Iterable[str], reason: str) -> Iterator[Silenced]:
    for job in session.jobs(paths):

        def wanted(diagnostic: Diagnostic) -> bool:
            return diagnostic.code != BROKEN and not diagnostic.code.startswith("SUP")

        if why := outside(job.target.path, session.planner.loader):
            yield Silenced(job.target, b"", b"", why_not=why)
            continue
        try:
            yield silence(job.target, job.plan, reason, wanted)
        except OSError as error:
            yield Silenced(
                job.target, b"", b"", why_not=f"cannot be read: {error.strerror or error}"
            )


def _tell(silenced: Sequence[Silenced], failed: dict[Path, str], reason: str) -> None:
    """What is silent now, what is not and why, and what to put into the settings instead."""
    entries: list[str] = []
    files = findings = 0
    for each in silenced:
        name = printed(each.target.shown)
        why = each.why_not or failed.get(each.target.path, "")
        if why:
            click.echo(f"left {name}: {safe(why)}", err=True)
        elif each.done:
            count = sum(wish.findings for wish in each.done)
            click.echo(f"silenced {name}: {plural(count, 'finding')}")
            files, findings = files + 1, findings + count
        for wish in each.left:
            entries += (entry_for(each.target.shown, r, reason, wish.item) for r in wish.rules)
    click.echo(f"Silenced {plural(findings, 'finding')} in {plural(files, 'file')}.")
    if entries:
        click.echo("In these files no comment can stand; put this into quizlint.toml:\n")
        click.echo("\n".join(map(safe_lines, entries)))


def safe_lines(text: str) -> str:
    """Several lines, each safe to print."""
    return "\n".join(map(safe, text.split("\n")))
