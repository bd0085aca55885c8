"""A runner that remembers: files that have not changed are not looked at again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pickle import dumps, loads
from typing import NamedTuple

from quizlint.cache.store import Store
from quizlint.engine.session import Job, Look, Looked, Runner
from quizlint.engine.targets import Disk
from quizlint.text.digest import digest

KEPT = 3
"""Entries that one file may have: runs with other settings, of an editor and a hook, say."""


class _Terms(NamedTuple):
    """What a record depends on, beside the settings, which are in an entry's name.

    `asked` are the neighbours that the file asked for, with a digest of what they answered.
    """

    programs: str
    content: str
    asked: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class Recall:
    """Gives the records of unchanged files from `store`, and those of others from `runner`.

    `missed` names each file that had to be looked at, with the reason, if `told` wants them;
    `trouble` says why nothing could be put down, if so.
    """

    store: Store
    programs: str
    runner: Runner = map
    told: bool = False
    found: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    trouble: str = ""

    def __call__(self, look: Look, jobs: list[Job]) -> Iterator[Looked]:
        """As `map` would, in the order of `jobs`."""
        disk = Disk()
        known = [self._recall(job, disk) for job in jobs]
        news = [job for job, entry in zip(jobs, known, strict=True) if entry is None]
        looked = iter(self.runner(look, news) if news else ())
        for job, entry in zip(jobs, known, strict=True):
            if entry is not None:
                yield loads(entry)  # noqa: S301 - we wrote it, says its code
                continue
            records = next(looked)
            self._remember(job, records)
            yield records

    def _recall(self, job: Job, disk: Disk) -> bytes | None:
        """The packed records of a file, if it is known as it is now."""
        if job.target.data is not None:
            return None
        entry = self.store.get(_name(job))
        if entry is None:
            self._miss(job, self._absent(_name(job)))
            return None
        end = int.from_bytes(entry[:4], "big") + 4
        changed = self._changed(loads(entry[4:end]), job, disk)  # noqa: S301 - as above
        if changed:
            self._miss(job, f"changed: {changed}")
            return None
        self.found += 1
        return entry[end:]

    def _changed(self, terms: _Terms, job: Job, disk: Disk) -> str:
        """What is not as it was when a record was made, in words; empty if all is."""
        if terms.programs != self.programs:
            return "quizlint, or what it reads with"
        if terms.content != _content(job, disk):
            return "its content"
        beside = disk.beside(job.target)
        for name, answer in terms.asked:
            if beside.answer(name, answer) != answer:
                return f"{name} beside it"
        return ""

    def _miss(self, job: Job, why: str) -> None:
        if self.told:
            self.missed.append((job.target.shown, why))

    def _absent(self, name: str) -> str:
        """Why there is no entry of a name."""
        if not self.told:
            return ""
        others = self.store.others(name)
        if name in others:
            return "its entry is damaged, or not ours"
        return "changed: settings or rules" if others else "not seen before"

    def _remember(self, job: Job, records: Looked) -> None:
        """Put down what was found in a file, unless it could not be read."""
        whole, name = records[-1], _name(job)
        if self.trouble or job.target.data is not None or any(each.failures for each in records):
            return
        # What a member of a container asks for is in the container.
        asked = () if job.target.is_container else whole.asked
        terms = dumps(_Terms(self.programs, whole.content, asked), 5)
        try:
            for other in [each for each in self.store.others(name) if each != name][: 1 - KEPT]:
                self.store.drop(other)
            packed = dumps(records, 5)
            self.store.put(name, len(terms).to_bytes(4, "big") + terms + packed)
        except OSError as error:
            self.trouble = error.strerror or str(error)


def _name(job: Job) -> str:
    """The name of a file's entry: its path, and the settings it is checked with."""
    return f"{digest(job.target.shown, 12).hex()}-{job.plan.digest}"


def _content(job: Job, disk: Disk) -> str:
    """A digest of a file's bytes, as its record has it; empty if it cannot be read."""
    try:
        if job.target.is_container:
            disk.open(job.target).close()
        else:
            disk.load(job.target)
    except OSError:
        return ""
    return disk.content
