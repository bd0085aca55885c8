"""From the paths a user names to a result."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quizlint import formats
from quizlint.content import Reading
from quizlint.engine.discover import Discovery
from quizlint.engine.entries import is_gone
from quizlint.engine.examine import Examined, examine
from quizlint.engine.plan import Plan, Planner
from quizlint.engine.read import crashed, readings
from quizlint.engine.result import Failure, Result
from quizlint.engine.settle import settle
from quizlint.engine.targets import Disk, Target
from quizlint.formats import containers
from quizlint.formats.base import Hints
from quizlint.plugins import faults
from quizlint.rules.registry import all_rules
from quizlint.settings import Ignored, Loader, Settings
from quizlint.settings.load import NAMES
from quizlint.text import Source
from quizlint.text.names import name_as_text

STDIN = "-"

NOT_ONE = "`include` in the settings leaves out every file that was found"
LEADS_NOWHERE = "it is a link to a file that is not there"
LEADS_OUT = "it is a link that leads out of the project; name it to have it read"


class Stdin(NamedTuple):
    """What came on standard input, and what to call it."""

    data: bytes
    name: str


class Job(NamedTuple):
    """One file to look at, and with which rules: what is sent to where the work is done."""

    target: Target
    plan: Plan


Looked = tuple[Examined, ...]
Look = Callable[[Job], Looked]
Runner = Callable[[Look, list[Job]], Iterable[Looked]]
"""Where files are looked at: `map`, or anything that gives what `map` would."""


def look(job: Job, disk: Disk) -> Looked:
    """Read and examine one file, or each member of a container. Never raises on content."""
    target, plan = job
    try:
        found = [_examined(each, plan) for each in readings(target, disk, hints_of(plan))]
        found[-1] = replace(found[-1], content=disk.content)
        return tuple(found)
    except OSError as error:
        return (failed(target.shown, unreadable(error)),)
    except Exception as error:  # one file must not take the others down with it
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        return (failed(target.shown, crashed(error)),)


def _examined(reading: Reading, plan: Plan) -> Examined:
    """The record of a reading; over what a foreign format gave, anything may fail."""
    try:
        return examine(reading, plan)
    except Exception as error:
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        return failed(reading.source.path, crashed(error, reading.format))


def asked_for(target: Target, examined: Looked) -> Looked:
    """The records of a file, whose being left alone is a failure if the user named it."""
    *members, whole = examined
    if not target.named or whole.skip is None or whole.diagnostics:
        return examined
    why = f"was asked for, and not read: {whole.skip}"
    if target.data is not None:
        why += "; say what it is with --stdin-filename, as in --stdin-filename notes.md"
    return (*members, failed(target.shown, why))


def failed(path: str, message: str) -> Examined:
    """The record of a file of which nothing could be had."""
    return Examined(path, failures=(Failure(path, message),))


def unreadable(error: OSError) -> str:
    """What to say of a file that cannot be opened."""
    return f"cannot be read: {error.strerror or error}"


def hints_of(plan: Plan) -> Hints:
    """What settings say to who reads a file."""
    return Hints(plan.index_base, plan.language, plan.format, plan.kind)


@dataclass(eq=False, repr=False)
class Session:
    """One run over paths, files or folders, with the settings that each file has."""

    planner: Planner
    stdin: Stdin | None = None
    runner: Runner = map
    from_hook: bool = False  # the paths are whatever is committed, not what a user asks for
    opened: set[Path] = field(default_factory=set)
    """All that was looked at: targets, what stands beside them, and what says what to skip."""

    def check(self, paths: Iterable[str], min_quality: float | None = None) -> Result:
        """Check all paths. Raises `ConfigError` for settings that cannot be followed.

        `min_quality` is the least share of acceptable items with which a document passes.
        """
        loader = self.planner.loader
        here = loader.for_folder(loader.absolute("."))
        discovery = self._discovery()
        paths = list(paths)
        jobs = list(self._jobs(paths, discovery))
        plans = {job.target.shown: job.plan for job in jobs}
        records = [failed(path, why) for path, why in self._lost(discovery)]
        records += (
            Examined(_shown(link, self.root), skip=why)
            for links, why in (
                (discovery.leading_out, LEADS_OUT),
                (discovery.leading_nowhere, LEADS_NOWHERE),
            )
            for link in links
        )
        if discovery.not_included and not jobs:
            settings = _shown(Path(here.files[0]), self.root) if here.files else "."
            records.append(Examined(settings, skip=f"{NOT_ONE} ({discovery.not_included:,})"))
        if gone := self._gone(here, paths, jobs):
            settings = _shown(Path(gone[0].origin.path), self.root)
            plans[settings] = self.planner.plan(gone[0].origin.path)
            records.append(Examined(settings, used=tuple((entry, False) for entry in gone)))
        for job, examined in zip(jobs, self.runner(partial(look, disk=Disk()), jobs), strict=True):
            records += (
                each for each in asked_for(job.target, examined) if _is_told(job.target, each)
            )
            for record in examined:
                self._note(job.target, record.asked)

        def plan_of(path: str) -> Plan:
            return plans.get(path) or plans[path.removesuffix(f"!{containers.member_of(path)}")]

        result = settle(
            records,
            plan_of,
            fail_on=here.fail_on,
            min_quality=min_quality,
            shown=lambda path: _shown(Path(loader.absolute(path)), self.root),
        )
        formats.look_for_others()
        unusable = tuple(Failure("", why) for why in faults())
        return replace(result, failures=(*unusable, *result.failures)) if unusable else result

    def jobs(self, paths: Iterable[str]) -> Iterator[Job]:
        """The files of all paths, each with the rules that hold for it. Raises `ConfigError`."""
        yield from self._jobs(paths, self._discovery())

    def readings(self, paths: Iterable[str]) -> Iterator[tuple[Reading, Plan]]:
        """What stands in all paths, unjudged, each with the plan that holds for its file.

        A file that cannot be opened comes back as failed.

        Raises `ConfigError` for settings that cannot be followed.
        """
        discovery, disk = self._discovery(), Disk()
        for target in self._targets(paths, discovery):
            plan = self._plan(target)
            try:
                for reading in readings(target, disk, hints_of(plan)):
                    self._note(target, reading.asked)
                    yield reading, plan
            except OSError as error:
                failure = Reading(source=Source(target.shown, ""), failed=unreadable(error))
                yield failure, plan
        for path, why in self._lost(discovery):
            yield Reading(source=Source(path, ""), failed=why), self.planner.plan(path)

    @property
    def root(self) -> str:
        """The absolute folder that paths in the result are relative to."""
        loader = self.planner.loader
        return loader.for_folder(loader.absolute(".")).root or loader.absolute(".")

    def _discovery(self) -> Discovery:
        return Discovery(self._claims, self._excluded, self._included, self.root)

    def _jobs(self, paths: Iterable[str], discovery: Discovery) -> Iterator[Job]:
        for target in self._targets(paths, discovery):
            yield Job(target, self._plan(target))

    def _targets(self, paths: Iterable[str], discovery: Discovery) -> Iterator[Target]:
        named, root = list(paths), self.root
        if STDIN in named and self.stdin is not None:
            path = Path(self.stdin.name)
            self.opened.add(Path("/dev/stdin"))  # which may be any file
            yield Target(path, _shown(path, root), self.stdin.data, not self.from_hook)
        for file, asked in discovery.files([path for path in named if path != STDIN]):
            wanted = asked and not self.from_hook
            if wanted or not asked or self._included(file):
                yield Target(file, _shown(file, root), None, wanted)

    def _gone(self, here: Settings, paths: Iterable[str], jobs: Iterable[Job]) -> list[Ignored]:
        """The entries of `ignore` for single files that are there no more."""
        absolute = self.planner.loader.absolute
        files = [absolute(str(job.target.path)) for job in jobs] if here.ignores else []
        folders = [absolute(path) for path in paths if path != STDIN]
        return [entry for entry in here.ignores if is_gone(entry, files, folders)]

    def _lost(self, discovery: Discovery) -> Iterator[tuple[str, str]]:
        """The paths that are not there or cannot be read, and why."""
        self.opened.update(discovery.ignoring)
        yield from missing(discovery)
        for path, why in discovery.unreadable:
            yield _shown(Path(path), self.root), f"cannot be read: {why}"

    def _note(self, target: Target, asked: Iterable[tuple[str, str]]) -> None:
        self.opened.add(target.path)
        self.opened.update(target.path.parent / name for name, answer in asked if answer)

    def _plan(self, target: Target) -> Plan:
        return self.planner.plan(str(target.path))

    def _claims(self, path: Path) -> bool:
        """Whether a file's name is of a format, or tells nothing; or the settings include it."""
        name = path.name
        if name in NAMES:
            return False
        if "." not in name or formats.claims(name) or containers.claims(name):
            return True
        loader = self.planner.loader
        absolute = loader.absolute(str(path))
        return loader.for_file(absolute).include.match(absolute)

    def _excluded(self, path: Path) -> bool:
        absolute = self.planner.loader.absolute(str(path))
        return self.planner.loader.for_file(absolute).exclude.match(absolute)

    def _included(self, path: Path) -> bool:
        absolute = self.planner.loader.absolute(str(path))
        include = self.planner.loader.for_file(absolute).include
        return not include or include.match(absolute)


def _is_told(target: Target, record: Examined) -> bool:
    """Whether anything is said of a file: not of a program in a folder that is just a program."""
    return record.skip is None or target.named or record.seen > 0 or not formats.rare(record.path)


def missing(discovery: Discovery) -> Iterator[tuple[str, str]]:
    """The named paths that are not there, and what to say of each: with the nearest name."""
    for path in discovery.missing:
        why = f"there is no such file or folder{_near(path)}"
        if os.path.lexists(path):
            why = LEADS_NOWHERE
        yield name_as_text(path), name_as_text(why)


def _near(path: str) -> str:
    from quizlint.text.nearest import nearest

    parent = Path(path).parent
    near = None
    with suppress(OSError):  # it is no folder, or may not be listed
        near = nearest(Path(path).name, (entry.name for entry in parent.iterdir()))
    return f"; did you mean {parent / near}?" if near else ""


def _shown(path: Path, root: str) -> str:
    """A path as reports name it: from the root, with forward slashes."""
    return name_as_text(os.path.relpath(path, root).replace(os.sep, "/"))


def check(paths: Iterable[str], *, config: str | None = None, today: date | None = None) -> Result:
    """Check files and folders as `quizlint check` does, and give the result.

    Raises `quizlint.settings.ConfigError` for settings that cannot be followed.
    """
    loader = Loader(all_rules(), config=config)
    return Session(Planner(loader, today or date.today())).check(paths)
