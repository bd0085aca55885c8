"""Several processes give what one gives, whatever becomes of them."""

import os
import signal
import time
from pathlib import Path

import pytest

from quizlint.engine.examine import Examined
from quizlint.engine.plan import Plan
from quizlint.engine.session import Job, Looked
from quizlint.engine.targets import Target
from quizlint.runners.crew import KILLED
from quizlint.runners.processes import Processes


def jobs(count: int) -> list[Job]:
    return [
        Job(Target(Path(f"{index}.yaml"), f"{index}.yaml", b"x" * 100), Plan(()))
        for index in range(count)
    ]


def look(job: Job) -> Looked:
    return (Examined(job.target.shown, format=str(os.getpid())),)


def dies_of_seven(job: Job) -> Looked:
    if job.target.shown == "7.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return look(job)


def slow_at_first(job: Job) -> Looked:
    if job.target.shown == "0.yaml":
        time.sleep(0.3)
    return look(job)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("files", [0, 1, 2, 40])
def test_in_the_order_of_the_jobs(count: int, files: int) -> None:
    looked = list(Processes(count)(slow_at_first, jobs(files)))
    assert [each[0].path for each in looked] == [f"{index}.yaml" for index in range(files)]


def test_there_are_as_many_as_asked_for() -> None:
    here = str(os.getpid())
    ids = {each[0].format for each in Processes(3)(slow_at_first, jobs(60))}
    assert here not in ids
    assert 2 <= len(ids) <= 3


def test_little_is_done_here() -> None:
    assert {each[0].format for each in Processes()(look, jobs(40))} == {str(os.getpid())}


def test_one_that_is_killed_costs_the_file_it_died_of() -> None:
    looked = list(Processes(2)(dies_of_seven, jobs(40)))
    failed = [each[0] for each in looked if each[0].failures]
    assert [(record.path, record.failures[0].message) for record in failed] == [("7.yaml", KILLED)]
    assert [each[0].path for each in looked] == [f"{index}.yaml" for index in range(40)]


def test_none_is_left_when_the_run_ends_early() -> None:
    running = Processes(2)(look, jobs(40))
    ids = {int(next(running)[0].format)}
    running.close()
    for each in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)
