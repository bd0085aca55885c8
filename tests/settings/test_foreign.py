"""Settings that lead out of the project, or to what is no file."""

import os
from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b]\n    answer: B\n"
SECRETS = {
    "no toml": "root:hunter2:0:0\n",
    "an unknown key": 'hunter2 = "x"\n',
    "a known key": 'language = "hunter2 of mine"\n',
    "a rule": 'select = ["hunter2"]\n',
    "twice": "hunter2 = 1\nhunter2 = 2\n",
    "another file": 'extend = "hunter2.toml"\n',
    "not text": "hunter2 = \udcff\n",
    "bands": "[levels.bands.hunter2]\nmin-grade = 2\n",
}


@pytest.mark.parametrize("name", ["secret.toml", "secret", ".env"])
@pytest.mark.parametrize("text", SECRETS.values(), ids=SECRETS)
def test_a_foreign_file_is_never_quoted(
    quizlint: Quizlint, tmp_path: Path, name: str, text: str
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / name).write_text(text, errors="surrogateescape")
    (project / "a.quiz.yaml").write_text(QUIZ)
    (project / "quizlint.toml").write_text(f'extend = "../{name}"\n')
    ran = quizlint("check", ".", cwd=project)
    assert ran.code == 2
    assert "hunter2" not in ran.out + ran.err
    assert len(ran.err.splitlines()) == 1
    assert f"{name}:" in ran.err


@pytest.mark.parametrize("text", SECRETS.values(), ids=SECRETS)
def test_nor_is_one_behind_a_link(quizlint: Quizlint, tmp_path: Path, text: str) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (tmp_path / "secret.toml").write_text(text, errors="surrogateescape")
    (project / "a.quiz.yaml").write_text(QUIZ)
    (project / "quizlint.toml").symlink_to("../secret.toml")
    ran = quizlint("check", ".", cwd=tmp_path / "project")
    assert ran.code == 2
    assert "hunter2" not in ran.out + ran.err


def test_what_is_within_the_project_is_quoted(quizlint: Quizlint, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / "course").mkdir()
    (project / "base.toml").write_text("nope = 1\n")
    (project / "course/quizlint.toml").write_text('extend = "../base.toml"\n')
    (project / "course/a.quiz.yaml").write_text(QUIZ)
    ran = quizlint("check", ".", cwd=project / "course")
    assert 'base.toml:1:1: unknown key "nope"' in ran.err


def test_a_foreign_file_that_can_be_followed_is(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "base.toml").write_text('fail-on = "never"\n')
    (tmp_path / "project/quizlint.toml").write_text('extend = "../base.toml"\n')
    (tmp_path / "project/a.quiz.yaml").write_text(QUIZ.replace("b]", "a]"))
    assert quizlint("check", ".", cwd=tmp_path / "project").code == 0


@pytest.mark.parametrize("kind", ["fifo", "device", "huge"])
@pytest.mark.parametrize("way", ["quizlint.toml", ".quizlint.toml", "--config", "extend"])
def test_what_is_no_settings_file_is_refused_without_waiting(
    quizlint: Quizlint, tmp_path: Path, kind: str, way: str
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    path = tmp_path / (way if way.endswith(".toml") else "other.toml")
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        with path.open("wb") as file:
            file.truncate(3_000_000_000)  # takes no room
    if way == "extend":
        (tmp_path / "quizlint.toml").write_text('extend = "other.toml"\n')
    args = ["--config", "other.toml"] if way == "--config" else []
    ran = quizlint("check", ".", *args, cwd=tmp_path)
    assert ran.code == 2
    assert path.name in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_chain_has_an_end(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text('extend = "c0.toml"\n')
    for index in range(400):
        (tmp_path / f"c{index}.toml").write_text(f'extend = "c{index + 1}.toml"\n')
    ran = quizlint("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert "more than 50 files extend one another" in ran.err
