"""A file is the old one or the new one, and nothing stands beside it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizlint.fixes import RefusedError, replace_file
from quizlint.fixes.journal import record, recorded, take_back

OLD, NEW = b"old" * 100_000, b"new" * 100_001


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.quiz.yaml"
    file.write_bytes(OLD)
    return file


def test_it_is_put_in_place_with_its_permissions(path: Path) -> None:
    path.chmod(0o640)
    replace_file(path, OLD, NEW)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_what_was_changed_meanwhile_stays(path: Path) -> None:
    path.write_bytes(b"mine")
    with pytest.raises(RefusedError, match="changed meanwhile"):
        replace_file(path, OLD, NEW)
    assert path.read_bytes() == b"mine"
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.with_name("b.quiz.yaml")
    link.symlink_to(path)
    with pytest.raises(RefusedError, match="a link"):
        replace_file(link, OLD, NEW)
    assert path.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_what_may_not_be_written_is_not(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(RefusedError, match="may not be written"):
        replace_file(path, OLD, NEW)


def test_killed_at_any_moment(path: Path) -> None:
    program = (
        "from pathlib import Path\n"
        "from quizlint.fixes import replace_file\n"
        f"path, old, new = Path({str(path)!r}), b'old' * 100_000, b'new' * 100_001\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    replace_file(path, old, new)\n"
        "    replace_file(path, new, old)\n"
    )
    for moment in range(12):
        run = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(moment / 997)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert path.read_bytes() in (OLD, NEW)
        path.write_bytes(OLD)


class Shelf(dict[str, bytes]):
    def put(self, name: str, content: bytes) -> None:
        self[name] = content

    def drop(self, name: str) -> None:
        self.pop(name, None)


def test_a_run_is_taken_back(path: Path) -> None:
    shelf = Shelf()
    other = path.with_name("b.quiz.yaml")
    other.write_bytes(OLD)
    record([(path, OLD, NEW), (other, OLD, NEW)], shelf)
    replace_file(path, OLD, NEW)  # and then the run was killed
    assert len(recorded(shelf)) == 2
    assert list(take_back(shelf)) == [(str(path), "")]
    assert path.read_bytes() == other.read_bytes() == OLD
    assert list(take_back(shelf)) == []


def test_what_was_changed_since_is_not_taken_back(path: Path) -> None:
    shelf = Shelf()
    record([(path, OLD, NEW)], shelf)
    path.write_bytes(b"mine")
    assert list(take_back(shelf)) == [(str(path), "it was changed since")]
    assert path.read_bytes() == b"mine"
