"""`quizlint keys` from outside."""

import json
from pathlib import Path

import pytest

from conftest import Quizlint

SHEET = """\
kind: cheat-sheet
title: Bridges
cards:
  - front: What does an arch do with its load?
    back: An arch turns its load into thrust at the sides.
  - front: What is a truss?
    back: A frame of triangles that cannot be pushed askew.
  - front: Why do long bridges hang?
    back: Cables bear tension with little weight.
questions:
  - question: What does an arch turn its load into?
    options: [Heat in the stones, Thrust at the sides, A pull on cables]
  - question: What colour is a bridge?
    options: [Purple, Orange, Maroon]
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "bridges.sheet.yaml"
    path.write_text(SHEET)
    return path


def test_each_key_is_proposed_with_its_evidence(quizlint: Quizlint, sheet: Path) -> None:
    run = quizlint("keys", sheet.name)
    assert run.code == 0
    assert "1. B  sure  'What does an arch turn its load into?'" in run.out
    assert "'An arch turns its load into thrust at the sides.'" in run.out
    assert "2. ?" in run.out
    assert list(sheet.parent.iterdir()) == [sheet]


def test_what_is_written_is_read_and_never_overwritten(quizlint: Quizlint, sheet: Path) -> None:
    run = quizlint("keys", sheet.name, "--write")
    assert run.code == 0
    written = sheet.with_name("bridges.answers.yaml")
    text = written.read_text()
    assert "1: B  # sure: 'What does an arch do with its load?'" in text
    assert "\n# 2: ?" in text
    checked = json.loads(quizlint("check", sheet.name, "--format", "json").out)
    assert [f["item"] for f in checked["findings"] if f["code"] == "KEY001"] == ["questions[1]"]
    again = quizlint("keys", sheet.name, "--write")
    assert again.code == 2
    assert "stays as it is" in again.err
    assert written.read_text() == text


def test_a_file_with_all_its_keys_needs_none(quizlint: Quizlint, sheet: Path) -> None:
    sheet.write_text(
        SHEET.replace("cables]\n", "cables]\n    answer: B\n").replace(
            "Maroon]\n", "Maroon]\n    answer: A\n"
        )
    )
    run = quizlint("keys", sheet.name, "--write")
    assert (run.code, run.out) == (0, "")
    assert "Every question has its key" in run.err
    assert list(sheet.parent.iterdir()) == [sheet]


def test_without_cards_nothing_is_proposed_or_written(quizlint: Quizlint, sheet: Path) -> None:
    sheet.write_text("kind: quiz\nquestions:" + SHEET.partition("questions:")[2])
    run = quizlint("keys", sheet.name, "--write")
    assert run.code == 2
    assert "no cards" in run.err
    assert list(sheet.parent.iterdir()) == [sheet]


@pytest.mark.parametrize("name", [".", "absent.yaml"])
def test_what_cannot_be_read_is_said(quizlint: Quizlint, sheet: Path, name: str) -> None:
    assert sheet.exists()
    run = quizlint("keys", name)
    assert run.code == 2
    assert run.err
