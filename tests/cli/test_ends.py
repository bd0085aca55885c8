"""However a run ends: one of three codes, a line that says why, and nothing half done."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"
COMMAND = [sys.executable, "-m", "quizlint"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    return tmp_path


def shell(line: str, folder: Path) -> tuple[int, str]:
    """Run a line of the shell, in which $Q is quizlint: the exit code and standard error."""
    done = subprocess.run(
        ["sh", "-c", line],
        env={**os.environ, "Q": " ".join(COMMAND)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("$Q --version >/dev/full", "cannot write to standard output: No space left"),
        ("$Q check . >/dev/full", "cannot write to standard output: No space left"),
        ("$Q check . --format json >/dev/full", "cannot write to standard output: No space left"),
        ("$Q rules --json >/dev/full", "cannot write to standard output: No space left"),
        ("$Q convert a.quiz.yaml - --to gift >/dev/full", "standard output: No space left"),
        ("$Q --version >&-", "standard output is closed"),
        ("$Q check . >&-", "standard output is closed"),
        ("$Q --help >&-", "standard output is closed"),
        ("$Q check - <&-", "standard input is closed"),
        ("$Q stats - <&-", "standard input is closed"),
        ("$Q report - <&-", "standard input is closed"),
        ("$Q convert - x.gift <&-", "standard input is closed"),
        ("$Q check . --report json=/dev/full", "cannot write /dev/full: No space left"),
        ("$Q check . --history /dev/full", "cannot read /dev/full: it is a device, no file"),
        ("$Q convert a.quiz.yaml x.gift --config /dev/zero", "/dev/zero: cannot be read"),
        ("$Q convert /dev/zero x.gift", "cannot read /dev/zero: it is no regular file"),
        ("$Q report /dev/zero", "cannot read /dev/zero: it is a device, no file"),
        ("mkfifo f; $Q report f", "cannot read f: it is a pipe, no file"),
        ("mkfifo f; $Q convert f x.gift", "cannot read f: it is no regular file"),
        ("mkfifo f; $Q check . --history f", "cannot read f: it is a pipe, no file"),
        ("mkfifo f; $Q check . --config f", "f: cannot be read: it is a pipe, no file"),
        ("mkfifo f; $Q check . --report json=f", "cannot write f: No such device"),
        ("mkdir d; $Q check . --report json=d", "cannot write d: Is a directory"),
    ],
)
def test_it_ends_with_two_and_one_line(folder: Path, line: str, said: str) -> None:
    code, err = shell(line, folder)
    assert code == 2
    assert said in err
    assert len(err.splitlines()) == 1, err


@pytest.mark.parametrize("line", ["$Q check . <&-", "$Q check . 2>&-", "$Q check . <&- 2>&-"])
def test_streams_that_are_not_needed_may_be_closed(folder: Path, line: str) -> None:
    assert shell(f"{line} --report json=r.json", folder) == (1, "")
    assert (folder / "r.json").read_text().startswith("{\n")


def test_a_device_is_written_to_and_never_replaced(folder: Path) -> None:
    line = "$Q check . --report json=/dev/null --report csv=/dev/stderr"
    code, err = shell(line, folder)
    assert code == 1
    assert "a.quiz.yaml,4,21,error,OPT001" in err
    assert Path(os.devnull).is_char_device()


def test_a_link_stays_a_link(quizlint: Quizlint, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "r.html").symlink_to("out/real.html")
    quizlint("check", ".", "--report", "html=r.html", cwd=folder)
    assert (folder / "r.html").is_symlink()
    assert (folder / "out/real.html").read_text().startswith("<!doctype")


def limited(bytes_: int) -> Callable[[], None]:
    """For a child: no file may grow larger, as on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    return limit


@pytest.mark.parametrize("option", ["--report=html=r.html", "--history=h.jsonl"])
def test_a_full_disk_leaves_nothing_half_written(folder: Path, option: str) -> None:
    before = (
        '{"when": "2026", "items": 1, "acceptable": 1, "errors": 0, "warnings": 0, "infos": 0}\n'
    )
    (folder / "h.jsonl").write_text(before)
    done = subprocess.run(
        [*COMMAND, "check", "a.quiz.yaml", "--no-cache", option],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited(len(before) + 10),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert {path.name for path in folder.iterdir()} == {"a.quiz.yaml", "h.jsonl"}
    assert (folder / "h.jsonl").read_text() == before


def test_a_history_that_cannot_begin_is_not_there(folder: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "check", ".", "--history", "new/h.jsonl"],
        cwd=folder,
        capture_output=True,
        check=False,
        preexec_fn=limited(5),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 2
    assert not (folder / "new/h.jsonl").exists()


STOPPED = """
import os, signal, sys
from pathlib import Path
from quizlint.cli import exits
from quizlint.text import whole

def pieces():
    yield "half"
    os.kill(os.getpid(), int(sys.argv[1]))
    yield "never"

exits.stop_in_order()
try:
    whole.write_whole(Path("r.json"), pieces())
except exits.Interrupted:
    sys.exit(exits.failed("interrupted"))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_a_report_is_written_leaves_nothing(folder: Path, number: int) -> None:
    command = [sys.executable, "-c", STOPPED, str(int(number))]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "quizlint: interrupted\n")
    assert [path.name for path in folder.iterdir()] == ["a.quiz.yaml"]


def test_what_a_kill_left_is_swept_by_the_next_run(quizlint: Quizlint, folder: Path) -> None:
    command = [sys.executable, "-c", STOPPED, str(int(signal.SIGKILL))]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    (left,) = folder.glob(".quizlint-*.part")
    other = folder / ".quizlint-in-use.part"
    with other.open("w") as file:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)  # another run that is at work
        quizlint("check", ".", "--report", "json=r.json", cwd=folder)
        assert not left.exists()
        assert other.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_first_moments(folder: Path, number: int) -> None:
    """From when quizlint is running; before that, Python itself is not ready either."""
    code = "import quizlint.cli as c, sys; print('up', flush=True); c.main()"
    codes = set()
    for wait in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", code, "check", "."],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.005 + wait * 0.03)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
        codes.add(process.returncode)
        if process.returncode == 2:
            assert err == "quizlint: interrupted\n"
    assert 2 in codes
    assert codes <= {1, 2}  # 1: it was done before


def test_a_reader_that_goes_away(folder: Path) -> None:
    items = QUIZ.partition("questions:\n")[2] * 2000
    (folder / "b.quiz.yaml").write_text(QUIZ + items)
    code, err = shell("{ $Q check .; echo $? >code; } | head -n 1", folder)
    assert (code, (folder / "code").read_text()) == (0, "2\n")
    assert err == "quizlint: standard output is closed\n"


def test_names_from_the_command_line_are_content_too(folder: Path) -> None:
    name = "x\n::error::pwned\x1b[31m"
    for args in (["check", name], [name], ["report", name], ["check", ".", f"--{name}"]):
        done = subprocess.run([*COMMAND, *args], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"\x1b" not in done.stderr
        assert b"\n::" not in done.stderr
