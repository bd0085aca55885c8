"""`quizlint fix`, as its user sees it."""

from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = """\
kind: quiz
questions:
  - question: Which planet has rings?
    options: [Sun, Saturn, Moon]
    answer: Saturnn
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.quiz.yaml"
    file.write_text(QUIZ)
    return file


def test_what_may_change_the_meaning_waits_for_a_word(quizlint: Quizlint, path: Path) -> None:
    ran = quizlint("fix")
    assert path.read_text() == QUIZ
    assert "Mended 0 findings in 0 files." in ran.out
    assert "1 finding remains; for 1 a fix is known that may change what is meant" in ran.out
    assert ran.code == 1
    ran = quizlint("fix", "--unsafe")
    assert path.read_text() == QUIZ.replace("Saturnn", "B")
    assert ran.out == "mended a.quiz.yaml: key-not-an-option (1)\nMended 1 finding in 1 file.\n"
    assert ran.code == 0
    assert quizlint("fix", "--unsafe").out == "Mended 0 findings in 0 files.\n"


def test_what_would_change_is_shown(quizlint: Quizlint, path: Path) -> None:
    ran = quizlint("fix", "--unsafe", "--diff")
    assert ran.code == 1
    assert "-    answer: Saturnn\n+    answer: B\n" in ran.out
    assert ran.out.startswith("--- a/a.quiz.yaml\n+++ b/a.quiz.yaml\n")
    assert path.read_text() == QUIZ
    assert quizlint("fix", "--diff").code == 0


def test_a_run_is_taken_back(quizlint: Quizlint, path: Path) -> None:
    assert quizlint("fix", "--undo").out == "There is nothing to take back.\n"
    quizlint("fix", "--unsafe")
    assert quizlint("fix", "--undo").out == "as before: a.quiz.yaml\n"
    assert path.read_text() == QUIZ
    quizlint("fix", "--unsafe")
    path.write_text("mine")
    ran = quizlint("fix", "--undo")
    assert (ran.code, ran.out) == (2, "left a.quiz.yaml: it was changed since\n")
    assert path.read_text() == "mine"


def test_only_what_is_selected(quizlint: Quizlint, path: Path) -> None:
    quizlint("fix", "--unsafe", "--select", "STR")
    assert path.read_text() == QUIZ
    assert quizlint("fix", "--select", "NOPE").code == 2


def test_what_cannot_be_mended_is_left_with_a_word(quizlint: Quizlint, path: Path) -> None:
    path.write_text(QUIZ + '  - question: "Which\n')
    ran = quizlint("fix", "--unsafe")
    assert "left a.quiz.yaml: mend line 6 first" in ran.err
    link = path.with_name("b.quiz.yaml")
    path.write_text(QUIZ)
    link.symlink_to(path)
    ran = quizlint("fix", "--unsafe", "b.quiz.yaml")
    assert "left b.quiz.yaml: it is a link" in ran.err
    assert link.is_symlink()
    assert path.read_text() == QUIZ


def test_inside_a_container_nothing_is_mended(quizlint: Quizlint, tmp_path: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(tmp_path / "p.zip", "w") as made:
        made.writestr("a.quiz.yaml", QUIZ)
    before = (tmp_path / "p.zip").read_bytes()
    ran = quizlint("fix", "--unsafe")
    assert "Mended 0 findings" in ran.out
    assert (tmp_path / "p.zip").read_bytes() == before


@pytest.mark.parametrize(
    "words", [["fix", "--unsafe"], ["suppress", "OPT011", "--reason", "so", "--in"]]
)
def test_a_file_outside_the_project_is_left(
    quizlint: Quizlint, path: Path, words: list[str]
) -> None:
    project = path.parent / "project"
    project.mkdir()
    (project / "quizlint.toml").write_text("", "utf-8")
    before = path.read_bytes()
    ran = quizlint(*words, f"../{path.name}", cwd=project)
    assert "outside the project" in ran.err
    assert path.read_bytes() == before
    assert quizlint(*words, f"../{path.name}", cwd=project).code == 2 or words[0] == "fix"
