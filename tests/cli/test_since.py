"""`quizlint check --since`: only what was changed."""

import subprocess
from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = """\
kind: quiz
questions:
  - question: Which planet has rings?
    options: [Sun, Saturn, Sun]
    answer: B
  - question: Which number is even?
    options: ["1", "4", "1"]
    answer: B
"""


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a b.quiz.yaml"
    file.write_text(QUIZ)
    git(tmp_path, "init", "-q", ".")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    return file


def test_what_was_there_does_not_count(quizlint: Quizlint, path: Path) -> None:
    assert quizlint("check").code == 1
    ran = quizlint("check", "--since", "HEAD")
    assert ran.code == 0
    assert "2 findings known from before" in ran.out
    path.write_text("# said\n\n" + QUIZ)  # the lines move, the items do not change
    assert quizlint("check", "--since", "HEAD").code == 0


def test_what_is_about_a_changed_item_counts(quizlint: Quizlint, path: Path) -> None:
    path.write_text(QUIZ.replace("even", "odd").replace("answer: B\n  -", "answer: B\n\n  -"))
    ran = quizlint("check", "--since", "HEAD", "--format", "concise")
    assert ran.code == 1
    assert "a b.quiz.yaml:8:25: error OPT001" in ran.out
    assert ran.out.count("OPT001 ") == 1 + ran.out.count("explain OPT001 ")


def test_a_line_that_was_taken_away_is_a_change(quizlint: Quizlint, path: Path) -> None:
    path.write_text(QUIZ.replace("    answer: B\n", "", 1))
    ran = quizlint("check", "--since", "HEAD", "--format", "concise")
    assert "KEY001" in ran.out
    assert "OPT001" in ran.out


def test_a_new_file_is_new(quizlint: Quizlint, path: Path) -> None:
    path.with_name("c.quiz.yaml").write_text(QUIZ.replace("Which", "What"))
    ran = quizlint("check", "--since", "HEAD", "--format", "concise", "--ignore", "BNK")
    assert ran.out.count("c.quiz.yaml:") == 2
    assert "a b.quiz.yaml" not in ran.out


def test_of_what_is_about_a_whole_document_only_the_new_counts(
    quizlint: Quizlint, path: Path
) -> None:
    same = "".join(
        f"  - question: What is {n} and {n}?\n    options: ['{n}', '{2 * n}', '{3 * n}', '0']\n"
        f"    answer: B\n"
        for n in range(11, 41)
    )
    path.write_text("kind: quiz\nquestions:\n" + same)
    arguments = ("check", "--select", "SET", "--fail-on", "info", "--since")
    assert quizlint(*arguments, "HEAD").code == 1  # all keys are B, and were not
    git(path.parent, "commit", "-q", "-a", "-m", "two")
    path.write_text("kind: quiz\nquestions:\n" + same.replace("What is 11", "How much is 11"))
    assert quizlint(*arguments, "HEAD").code == 0
    assert quizlint(*arguments, "HEAD~1").code == 1


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD;rm", ""])
def test_what_is_no_revision_is_said(quizlint: Quizlint, path: Path, revision: str) -> None:
    ran = quizlint("check", "--since", revision)
    assert ran.code == 2
    assert f"git knows no revision {revision!r} here" in ran.err
    assert not (path.parent / "x").exists()


def test_without_a_repository(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    ran = quizlint("check", "--since", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.code == 2
    assert "git knows no revision 'HEAD' here" in ran.err


def test_without_git(quizlint: Quizlint, path: Path) -> None:
    ran = quizlint("check", "--since", "HEAD", PATH="")
    assert ran.code == 2
    assert "cannot be run" in ran.err
    assert path.exists()
