"""`quizlint stats` from outside."""

import json
from pathlib import Path

import pytest

from conftest import SAMPLES, Quizlint

QUIZ = """\
kind: quiz
title: Planets
questions:
  - difficulty: beginner
    question: Which planet is closest to the Sun?
    options: [Venus, Mercury, Mars, Earth]
    answer: B
  - difficulty: beginner
    question: Which planet has the widest rings?
    options: [Saturn with its bright rings, Mars, Venus, Earth]
    answer: A
  - question: Jupiter is the largest planet.
    options: ["True", "False"]
    answer: A
"""
SHEET = """\
kind: cheat-sheet
cards:
  - difficulty: advanced
    front: What pulls the tides?
    back: Mostly the Moon.
prompts:
  - prompt: Explain the tides.
    concepts: [gravity, rotation]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    (tmp_path / "b.sheet.yaml").write_text(SHEET)
    return tmp_path


def test_json_counts_every_document_and_the_total(quizlint: Quizlint, folder: Path) -> None:
    data = json.loads(quizlint("stats", "--json").out)
    quiz, sheet = data["documents"]
    assert (quiz["path"], quiz["title"], quiz["questions"]) == ("a.quiz.yaml", "Planets", 3)
    assert quiz["interactions"] == {"choice": 2, "true-false": 1}
    assert quiz["levels"] == {"beginner": 2}
    assert quiz["key_positions"] == {"A": 1, "B": 1}
    assert quiz["longest_key"] == {"keys": 1, "questions": 1, "by_chance": 0.25}
    assert quiz["guessability"]["questions"] == 2
    assert quiz["guessability"]["chance"] == 0.25
    assert quiz["guessability"]["low"] <= quiz["guessability"]["score"]
    assert (sheet["cards"], sheet["prompts"], sheet["guessability"]) == (1, 1, None)
    assert data["total"]["items"] == 5
    assert data["total"]["levels"] == {"beginner": 2, "advanced": 1}
    words = sum(document["reading"]["words"] for document in data["documents"])
    assert data["total"]["reading"]["words"] == words > 20


def test_the_table_is_aligned_and_has_a_total(quizlint: Quizlint, folder: Path) -> None:
    lines = quizlint("stats").out.splitlines()
    assert len(lines) == 4
    assert lines[-1].startswith("total of 2 documents")
    end = lines[0].index("questions") + len("questions")
    assert [line[end - 3 : end].strip() for line in lines[1:]] == ["3", "0", "3"]


def test_it_reads_what_check_reads(quizlint: Quizlint) -> None:
    data = json.loads(quizlint("stats", "--json", str(SAMPLES)).out)
    checked = json.loads(quizlint("check", "--format", "json", str(SAMPLES)).out)
    assert data["total"]["items"] == checked["summary"]["items"]
    assert len(data["documents"]) == checked["summary"]["documents"]


def test_it_reads_standard_input(quizlint: Quizlint) -> None:
    ran = quizlint("stats", "--json", "-", stdin=QUIZ.encode())
    assert ran.code == 0
    assert json.loads(ran.out)["total"]["questions"] == 3


def test_a_missing_path_ends_with_2(quizlint: Quizlint, folder: Path) -> None:
    ran = quizlint("stats", "a.quiz.yaml", "nothing-here")
    assert ran.code == 2
    assert "nothing-here" in ran.err
    assert "a.quiz.yaml" in ran.out


def test_nothing_to_count_is_said(quizlint: Quizlint) -> None:
    ran = quizlint("stats")
    assert (ran.code, ran.out) == (0, "")
    assert "No quiz or cheat sheet found." in ran.err


def test_titles_cannot_drive_a_terminal(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ.replace("beginner", '"\\e[31mred"'))
    assert "\x1b" not in quizlint("stats").out
