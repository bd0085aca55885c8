"""Processes that are given portions of work, and outlive neither it nor whoever gave it."""

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any

from quizlint.engine.session import Job, Look, Looked, failed

KILLED = "the process that looked at this file was killed; it may need more memory than there is"


@dataclass(eq=False)
class _Worker:
    """A process, our end of its pipe, and the portion that it is at."""

    process: Any
    pipe: "Connection[range | None, list[Looked]]"
    at: range | None = None


@dataclass(eq=False)
class Crew:
    """Processes that take portions of jobs. One that dies costs the file that it died of."""

    look: Look
    jobs: list[Job]
    portions: list[range]
    workers: list[_Worker] = field(default_factory=list)
    waiting: deque[range] = field(default_factory=deque)
    done: dict[int, list[Looked]] = field(default_factory=dict)

    def hire(self, count: int) -> None:
        """Start processes."""
        context = _context()
        for _ in range(count):
            ours, theirs = context.Pipe()
            others = [worker.pipe for worker in self.workers]
            arguments = (theirs, [ours, *others], self.look, self.jobs)
            process = context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
            process.start()
            theirs.close()
            self.workers.append(_Worker(process, ours))

    def work(self) -> Iterator[Looked]:
        """The records of all jobs, in order, as soon as they are there."""
        self.waiting.extend(self.portions)
        for worker in list(self.workers):
            self._give(worker)
        due = 0
        while due < len(self.jobs):
            if due not in self.done:
                self._await()
                continue
            looked = self.done.pop(due)
            due += len(looked)
            yield from looked

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join(1)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _await(self) -> None:
        pipes = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(pipes)):
            worker = pipes[pipe]  # type: ignore[index]
            try:
                looked = worker.pipe.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            assert worker.at is not None
            self.done[worker.at.start] = looked
            self._give(worker)

    def _give(self, worker: _Worker) -> None:
        worker.at = self.waiting.popleft() if self.waiting else None
        if worker.at is None:
            return
        try:
            worker.pipe.send(worker.at)
        except OSError:
            self._lost(worker)

    def _lost(self, worker: _Worker) -> None:
        """Put another in its place; what it was at is done file by file, until one is to blame."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        at = worker.at
        if at is not None and len(at) == 1:
            self.done[at.start] = [(failed(self.jobs[at.start].target.shown, KILLED),)]
        elif at is not None:
            self.waiting.extendleft(range(index, index + 1) for index in reversed(at))
        self.hire(1)
        self._give(self.workers[-1])


def _context() -> BaseContext:
    """Forking is by far the cheapest, and safe while there is one thread, on Linux."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _serve(pipe: Any, others: Sequence[Any], look: Look, jobs: list[Job]) -> None:
    """Look at what comes through the pipe, until it ends: then the run has ended, somehow."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; one decides
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    for other in others:  # while we hold them, nobody else learns of their end
        other.close()
    try:
        while (portion := pipe.recv()) is not None:
            pipe.send([look(jobs[index]) for index in portion])
    except (EOFError, OSError):
        return
