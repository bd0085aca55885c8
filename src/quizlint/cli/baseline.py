"""`quizlint baseline`: what is known, so that only what is new fails."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from quizlint.baseline import NAME, Known, Matched, NotABaselineError, known, matched, read, written
from quizlint.cli.exits import FAILED, Exit
from quizlint.cli.output import cannot
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result, State
from quizlint.engine.session import Session
from quizlint.reports.look import plural, printed, safe
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader
from quizlint.text.opening import read_regular
from quizlint.text.whole import write_whole

LONGEST = 100_000_000
"""Bytes of a baseline: some hundred thousand findings."""


@click.command()
@click.argument("action", type=click.Choice(["create", "update", "prune"]))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--config", metavar="FILE", help="Use this settings file and no other.")
def command(action: str, paths: tuple[str, ...], config: str | None) -> None:
    """Keep what is found today in .quizlint-baseline.jsonl, beside the settings.

    From then on `quizlint check` fails for new findings only. To be committed with the content.

    create: put down everything that is found in files or below folders (default: here).
    update: the same for an existing one; what it knows of other files stays.
    prune: take out what is mended since.
    """
    try:
        loader = Loader(all_rules(), CommandLine(), config)
        session = Session(Planner(loader, date.today()))
        result = session.check(paths or ["."])
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    for failure in result.failures:
        click.echo(f"quizlint: {safe(failure.path)}: {safe(failure.message)}", err=True)
    path = Path(session.root) / NAME
    there = path.is_file()
    if action == "create" and there:
        raise click.ClickException(f"{NAME} is there already: `quizlint baseline update` renews it")
    if action != "create" and not there:
        raise click.ClickException(f"there is no {NAME}: `quizlint baseline create` makes one")
    before = load(path) if there else []
    now = {"prune": _pruned}.get(action, _renewed)(result, before, Path(session.root))
    try:
        write_whole(path, [written(now)])
    except OSError as error:
        raise cannot("write", path, error) from None
    click.echo(
        f"{NAME}: {plural(len(now), 'finding')} known{_more(len(now) - len(before), there)}."
    )
    if result.failures:
        raise Exit(FAILED)


def load(path: Path) -> list[Known]:
    """What a baseline knows. Raises `click.ClickException`."""
    try:
        return read(read_regular(path, LONGEST))
    except OSError as error:
        raise cannot("read", path, error) from None
    except NotABaselineError as error:
        raise click.ClickException(f"{printed(str(path))} is no baseline: {error}") from None


def compared(result: Result, root: str) -> Matched:
    """A result beside the project's baseline, if it has one. Raises `click.ClickException`."""
    path = Path(root) / NAME
    if not path.is_file():
        return Matched(result, ())
    return matched(result, load(path), _is_there(Path(root)))


def tell(stale: Sequence[Known]) -> None:
    """What the baseline knows and is mended."""
    if stale:
        count = plural(len(stale), "finding")
        click.echo(
            f"{NAME}: {count} mended since; `quizlint baseline prune` takes them out", err=True
        )


def _renewed(result: Result, before: Iterable[Known], root: Path) -> list[Known]:
    checked = {document.path for document in result.documents}
    is_there = _is_there(root)
    others = [each for each in before if each.path not in checked and is_there(each.path)]
    found = (each for each in result.diagnostics if each.state is State.NEW)
    now = list(known(found, result.items))
    return [*now, *(each for each in others if each not in now)]


def _pruned(result: Result, before: Iterable[Known], root: Path) -> list[Known]:
    kept = list(before)
    for each in matched(result, kept, _is_there(root)).stale:
        kept.remove(each)
    return kept


def _is_there(root: Path) -> Callable[[str], bool]:
    return lambda path: (root / path.partition("!")[0]).exists()


def _more(change: int, there: bool) -> str:
    if not there or not change:
        return ""
    return f", {abs(change):,} {'more' if change > 0 else 'fewer'} than before"
