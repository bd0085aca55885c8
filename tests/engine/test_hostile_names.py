"""Folders and names that no author chose: bytes, lengths, permissions, names that are commands."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from xml.etree import ElementTree

import pytest

from conftest import Quizlint
from payloads import COMMAND, DRIVING, PAYLOADS
from quizlint.reports import FORMATS

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"
NOBODY = 65534


@pytest.mark.parametrize("format_", FORMATS)
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
    reports = [word for each in FORMATS for word in ("--report", f"{each}={tmp_path}/out/{each}")]
    for args in ([], ["stats", "."], ["stats", ".", "--json"], ["convert", str(path), "-", "--to"]):
        command = args or ["check", ".", "-v", *reports]
        ran = quizlint(*command, *(["gift"] if "--to" in args else []), cwd=tmp_path)
        assert ran.code in (0, 1), ran.err
        for text in (ran.out, ran.err):
            assert not DRIVING.search(text)
            assert not COMMAND.search(text)
    for each in FORMATS:
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
    here = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(50):
            os.mkdir("y" * 250)
            os.chdir("y" * 250)
        Path("deep.quiz.yaml").write_text(QUIZ)
    finally:
        os.chdir(here)
    ran = quizlint("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert "Found 1 error in 1 item" in ran.out
    assert "cannot be read: File name too long" in ran.err
    subprocess.run(["rm", "-rf", tmp_path / ("y" * 250)], check=True)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may enter."""
    folder = Path(mkdtemp(prefix="quizlint-test-"))
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        path.chmod(0o755)
    rmtree(folder)


def as_nobody(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run quizlint as somebody for whom permissions count."""
    root = os.geteuid() == 0
    try:
        return subprocess.run(
            [sys.executable, "-m", "quizlint", *args],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            user=NOBODY if root else None,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except PermissionError:
        pytest.skip("nobody may not run this Python")


def test_a_folder_that_may_not_be_searched(shared: Path) -> None:
    (shared / "a.quiz.yaml").write_text(QUIZ)
    for name, mode in (("closed", 0o000), ("listed", 0o444), ("blind", 0o111)):
        (shared / name).mkdir()
        (shared / name / "b.quiz.yaml").write_text(QUIZ)
        (shared / name).chmod(mode)
    ran = as_nobody(shared, "check", ".")
    assert "Found 1 error in 1 item in 1 file" in ran.stdout
    assert ran.returncode == 2
    for name in ("closed", "listed", "blind"):
        assert f"quizlint: {name}" in ran.stderr
    assert "internal error" not in ran.stderr
    named = as_nobody(shared, "check", "closed/b.quiz.yaml", "closed", "a.quiz.yaml")
    assert named.returncode == 2
    assert "Found 1 error in 1 item in 1 file" in named.stdout


def test_a_gitignore_that_may_not_be_read(shared: Path) -> None:
    (shared / "a.quiz.yaml").write_text(QUIZ)
    (shared / ".gitignore").write_text("*.log\n")
    (shared / ".gitignore").chmod(0)
    ran = as_nobody(shared, "check", ".")
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
    assert ".gitignore: cannot be read: it is too large" in ran.err
