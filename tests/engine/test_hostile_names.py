"""Folders and names that no author chose: bytes, lengths, permissions, names that are commands."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import pytest

from conftest import Quizlint
from payloads import COMMAND, DRIVING, PAYLOADS
from quizlint.reports import REPORTS

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"


@pytest.mark.parametrize("format_", REPORTS)
def test_a_name_that_is_no_utf8(quizlint: Quizlint, tmp_path: Path, format_: str) -> None:
    for name in (b"caf\xe9.quiz.yaml", b"caf\xe8.quiz.yaml"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(QUIZ)
    ran = quizlint("check", ".", "--format", format_, "--report", f"{format_}=out/r", cwd=tmp_path)
    assert ran.code == 1, ran.err
    # Standard output takes a \r\n of csv for a line end, as does reading the file.
    assert (tmp_path / "out/r").read_text("utf-8-sig") == ran.out.removeprefix("\ufeff").replace(
        "\r\n", "\n"
    )
    match format_:
        case "json":
            assert [d["path"] for d in json.loads(ran.out)["documents"]] == [
                r"caf\xe8.quiz.yaml",
                r"caf\xe9.quiz.yaml",
            ]
        case "sarif" | "gitlab" | "rdjson":
            json.loads(ran.out)
        case "junit" | "checkstyle":
            ElementTree.fromstring(ran.out)


@pytest.mark.parametrize("payload", ["colour", "link", "lines", "command", "old command", "html"])
@pytest.mark.parametrize("where", ["folder", "file"])
def test_a_name_that_is_more_than_a_name(
    quizlint: Quizlint, tmp_path: Path, payload: str, where: str
) -> None:
    name = PAYLOADS[payload].replace("/", "")[:100]
    path = tmp_path / (f"{name}/a.quiz.yaml" if where == "folder" else f"{name}.quiz.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(QUIZ)
    (path.parent / "skipped.json").write_text("{}")
    reports = [word for each in REPORTS for word in ("--report", f"{each}={tmp_path}/out/{each}")]
    for args in ([], ["stats", "."], ["stats", ".", "--json"], ["convert", str(path), "-", "--to"]):
        command = args or ["check", ".", "-v", *reports]
        ran = quizlint(*command, *(["gift"] if "--to" in args else []), cwd=tmp_path)
        assert ran.code in (0, 1), ran.err
        for text in (ran.out, ran.err):
            assert not DRIVING.search(text)
            assert not COMMAND.search(text)
    for each in REPORTS:
        text = (tmp_path / "out" / each).read_text()
        assert not DRIVING.search(text)
        if each not in ("html", "github"):
            assert not COMMAND.search(text), each
    rows = [*csv.reader(StringIO((tmp_path / "out/csv").read_text()))]
    assert len(rows) == 2


@pytest.mark.parametrize("length", [300, 12_000])
def test_a_path_that_is_too_long(quizlint: Quizlint, tmp_path: Path, length: int) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    long = "/".join(["x" * (250 if length > 300 else length)] * (length // 250))
    ran = quizlint("check", long, "a.quiz.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "Found 1 error in 1 item" in ran.out
    assert ran.err.startswith("quizlint: xxx")
    quizlint("report", "r.json")
    for args in (
        ["check", ".", "--config", long],
        ["check", ".", "--report", f"json={long}"],
        ["check", ".", "--history", long],
        ["report", long],
        ["convert", long, "x.gift"],
        ["convert", "a.quiz.yaml", long, "--to", "gift"],
        ["config", long],
    ):
        ran = quizlint(*args, cwd=tmp_path)
        assert ran.code == (0 if args[0] == "config" else 2)
        assert "internal error" not in ran.err
        assert len(ran.err.splitlines()) == (0 if args[0] == "config" else 1)


def test_a_tree_that_is_too_deep_is_said(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    script = "i=0; while [ $i -lt 50 ]; do mkdir $N; cd -P $N; i=$((i+1)); done"
    subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env={**os.environ, "N": "y" * 250}, check=True
    )
    ran = quizlint("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert "Found 1 error in 1 item" in ran.out
    assert "cannot be read: File name too long" in ran.err
    subprocess.run(["rm", "-rf", tmp_path / ("y" * 250)], check=True)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A folder that is opened again at the end."""
    yield tmp_path
    for path in tmp_path.iterdir():
        path.chmod(0o755)


def bound(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run quizlint as somebody for whom permissions count, which for root they do not."""
    setpriv = which("setpriv")
    if os.geteuid() == 0 and setpriv is None:
        pytest.skip("root may do everything here: setpriv comes with util-linux")
    prefix = [str(setpriv), "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    return subprocess.run(
        [*(prefix if os.geteuid() == 0 else []), sys.executable, "-m", "quizlint", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_folder_that_may_not_be_searched(shared: Path) -> None:
    (shared / "a.quiz.yaml").write_text(QUIZ)
    for name, mode in (("closed", 0o000), ("listed", 0o444), ("blind", 0o111)):
        (shared / name).mkdir()
        (shared / name / "b.quiz.yaml").write_text(QUIZ)
        (shared / name).chmod(mode)
    ran = bound(shared, "check", ".")
    assert "Found 1 error in 1 item in 1 file" in ran.stdout
    assert ran.returncode == 2
    for name in ("closed", "listed", "blind"):
        assert f"quizlint: {name}" in ran.stderr
    assert "internal error" not in ran.stderr
    named = bound(shared, "check", "closed/b.quiz.yaml", "closed", "a.quiz.yaml")
    assert named.returncode == 2
    assert "Found 1 error in 1 item in 1 file" in named.stdout


def test_a_gitignore_that_may_not_be_read(shared: Path) -> None:
    (shared / "a.quiz.yaml").write_text(QUIZ)
    (shared / ".gitignore").write_text("*.log\n")
    (shared / ".gitignore").chmod(0)
    ran = bound(shared, "check", ".")
    assert ran.returncode == 2
    assert "Found 1 error in 1 item in 1 file" in ran.stdout
    assert ran.stderr == "quizlint: .gitignore: cannot be read: Permission denied\n"


def test_a_gitignore_that_is_no_file(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    (tmp_path / ".gitignore").symlink_to("/dev/zero")
    assert quizlint("check", ".", cwd=tmp_path).code == 1
    (tmp_path / ".gitignore").unlink()
    with (tmp_path / ".gitignore").open("wb") as file:
        file.truncate(2_000_000_000)
    ran = quizlint("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert ".gitignore: cannot be read: it has 2000 MB" in ran.err
