"""Several processes on one machine."""

import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from quizlint.engine.session import Job, Look, Looked

WORTHWHILE = 300_000
"""Bytes of content, about 1,000 questions, from which on another process pays for its start."""

PORTION = 200_000
"""Bytes of content that a process is given at a time, if there are many files."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(eq=False)
class Processes:
    """A runner with so many processes, or with one for each processor where it is worth it."""

    count: int | None = None  # None: as many as are of use

    def __call__(self, look: Look, jobs: list[Job]) -> Generator[Looked]:
        """As `map` would, in the order of `jobs`."""
        sizes = [_size(job) for job in jobs]
        most = processors() if self.count is None else self.count
        if self.count is None and sum(sizes) < WORTHWHILE:
            most = 1
        if most < 2 or len(jobs) < 2:
            yield from map(look, jobs)
            return
        portions = list(_portions(sizes, sum(sizes) // (4 * most)))
        from quizlint.runners.crew import Crew  # slow to load, and of use to few

        crew = Crew(look, jobs, portions)
        try:
            crew.hire(min(most, len(portions)))
            yield from crew.work()
        finally:
            crew.dismiss()


def _size(job: Job) -> int:
    try:
        return job.target.path.stat().st_size if job.target.data is None else len(job.target.data)
    except OSError:
        return 0


def _portions(sizes: Sequence[int], most: int) -> Iterator[range]:
    """Runs of jobs, each of some size; at the end every process should be busy to the last."""
    limit = min(max(most, 1), PORTION)
    begin = total = 0
    for index, size in enumerate(sizes):
        total += size
        if total >= limit:
            yield range(begin, index + 1)
            begin, total = index + 1, 0
    if begin < len(sizes):
        yield range(begin, len(sizes))
