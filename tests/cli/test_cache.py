"""The cache and the processes, as a user of the command line meets them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abcd":
        (tmp_path / f"{name}.quiz.yaml").write_text(QUIZ)
    return tmp_path


def test_a_second_run_says_the_same(quizlint: Quizlint, folder: Path) -> None:
    bare = quizlint("check", "--format", "json", "--no-cache")
    assert not (folder / ".quizlint_cache").exists()
    for _ in range(2):
        assert quizlint("check", "--format", "json") == bare
    told = quizlint("check", "--format", "json", "-v")
    assert "cache: 4 of 4 files known" in told.err


def test_why_a_file_is_looked_at_again(quizlint: Quizlint, folder: Path) -> None:
    quizlint("check")
    (folder / "b.quiz.yaml").write_text(QUIZ.replace("B", "C"))
    told = quizlint("check", "-v")
    assert "cache: b.quiz.yaml: changed: its content" in told.err
    assert "cache: 3 of 4 files known" in told.err


def test_a_file_that_is_asked_for_and_not_read_stays_a_failure(
    quizlint: Quizlint, folder: Path
) -> None:
    (folder / "x.yaml").write_text("a: 1\n")
    for _ in range(2):
        assert quizlint("check", "x.yaml").code == 2
    assert quizlint("check", ".", "--select", "KEY").code == 0


def test_a_cache_that_came_with_the_project_is_not_believed(
    quizlint: Quizlint, folder: Path
) -> None:
    """Somebody who may add files to a project must not say what is found in it."""
    quizlint("check", XDG_CACHE_HOME=str(folder / "venv/theirs"))
    told = quizlint("check", "-v", XDG_CACHE_HOME=str(folder / "venv/mine"))
    assert "cache: 0 of 4 files known" in told.err
    assert "cache: a.quiz.yaml: its entry is damaged, or not ours" in told.err


def test_where_it_cannot_be_written_there_is_one_notice(quizlint: Quizlint, folder: Path) -> None:
    (folder / ".quizlint_cache").write_text("")
    ran = quizlint("check")
    assert ran.code == 1
    assert ran.err.count("cannot be written") == 1
    assert "--no-cache" in ran.err


def test_without_a_home_there_is_no_cache(quizlint: Quizlint, folder: Path) -> None:
    (folder / "home").write_text("")
    ran = quizlint("check", "-v", XDG_CACHE_HOME=str(folder / "home"))
    assert ran.code == 1
    assert "cache: not used" in ran.err
    assert not (folder / ".quizlint_cache").exists()


def test_clean_forgets(quizlint: Quizlint, folder: Path) -> None:
    assert quizlint("clean").out == "There is no .quizlint_cache here.\n"
    quizlint("check")
    assert quizlint("clean").out == "Deleted .quizlint_cache.\n"
    assert not (folder / ".quizlint_cache").exists()
    (folder / ".quizlint_cache").mkdir()
    ran = quizlint("clean")
    assert ran.code == 2
    assert "it is no cache" in ran.err


def test_two_runs_at_once(folder: Path) -> None:
    command = [sys.executable, "-m", "quizlint", "check", "--format", "json"]
    runs = [subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) for _ in range(3)]
    assert len({run.communicate()[0] for run in runs}) == 1


@pytest.mark.parametrize("jobs", ["1", "2", "3", "auto"])
def test_processes_change_nothing(quizlint: Quizlint, folder: Path, jobs: str) -> None:
    assert folder
    bare = quizlint("check", "--format", "json", "--no-cache", "--jobs", "1")
    assert quizlint("check", "--format", "json", "--no-cache", "--jobs", jobs) == bare


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", "9999", ""])
def test_a_number_of_processes_is_a_number(quizlint: Quizlint, jobs: str) -> None:
    ran = quizlint("check", "--jobs", jobs)
    assert ran.code == 2
    assert "is no number from 1 to 256, nor 'auto'" in ran.err


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_behind(folder: Path, number: signal.Signals) -> None:
    entry = QUIZ.partition("questions:\n")[2]
    for name in "abcdefgh":
        (folder / f"{name}.quiz.yaml").write_text("kind: quiz\nquestions:\n" + entry * 4000)
    command = [sys.executable, "-m", "quizlint", "check", "--jobs", "2", "--no-cache"]
    run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while not (ids := children.read_text().split()):
        time.sleep(0.01)
    run.send_signal(number)
    run.communicate(timeout=20)
    end = time.monotonic() + 10
    while any(_runs(each) for each in ids):
        assert time.monotonic() < end
        time.sleep(0.05)


def _runs(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{number}/stat").read_text().split()[2] != "Z"
