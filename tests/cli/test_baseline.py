"""`quizlint baseline`, as the keeper of an old collection meets it."""

from pathlib import Path

import pytest

from conftest import Quizlint

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"
MORE = "  - question: Who?\n    options: [c, d]\n    answer: E\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.quiz.yaml"
    file.write_text(QUIZ)
    return file


def test_only_what_is_new_fails(quizlint: Quizlint, path: Path) -> None:
    assert quizlint("check").code == 1
    assert quizlint("baseline", "create").out == ".quizlint-baseline.jsonl: 1 finding known.\n"
    ran = quizlint("check")
    assert ran.code == 0
    assert ran.out == "Nothing new to mend in 1 item in 1 file.\n1 finding known from before.\n"
    assert quizlint("check", "--no-baseline").code == 1
    path.write_text(QUIZ + MORE)
    ran = quizlint("check")
    assert ran.code == 1
    assert "OPT001" not in ran.out
    assert "'E'" in ran.out


def test_what_is_mended_is_told_and_taken_out(quizlint: Quizlint, path: Path) -> None:
    quizlint("baseline", "create")
    path.write_text(QUIZ.replace("b, a]", "b, c]"))
    ran = quizlint("check")
    assert "1 finding mended since; `quizlint baseline prune` takes them out" in ran.err
    ran = quizlint("baseline", "prune")
    assert ran.out == ".quizlint-baseline.jsonl: 0 findings known, 1 fewer than before.\n"
    assert quizlint("check").err == ""


def test_update_keeps_what_is_known_of_other_files(quizlint: Quizlint, path: Path) -> None:
    path.with_name("b.quiz.yaml").write_text(QUIZ.replace("Which", "What"))
    quizlint("baseline", "create")
    path.write_text(QUIZ + MORE)
    ran = quizlint("baseline", "update", "a.quiz.yaml")
    assert ran.out == ".quizlint-baseline.jsonl: 3 findings known, 1 more than before.\n"
    assert quizlint("check").code == 0


def test_one_is_not_written_over(quizlint: Quizlint, path: Path) -> None:
    assert quizlint("baseline", "update").code == 2
    assert quizlint("baseline", "prune").code == 2
    quizlint("baseline", "create")
    before = path.with_name(".quizlint-baseline.jsonl").read_bytes()
    ran = quizlint("baseline", "create")
    assert ran.code == 2
    assert "`quizlint baseline update` renews it" in ran.err
    assert path.with_name(".quizlint-baseline.jsonl").read_bytes() == before


def test_a_broken_one_fails_with_a_word(quizlint: Quizlint, path: Path) -> None:
    file = path.with_name(".quizlint-baseline.jsonl")
    file.write_text('{"quizlint-baseline": 1}\n<<<<<<< ours\n')
    for command in (("check",), ("baseline", "update"), ("baseline", "prune")):
        ran = quizlint(*command)
        assert ran.code == 2
        assert "is no baseline: line 2 is no finding" in ran.err
    assert "ours" in file.read_text()


def test_suppressed_findings_are_not_kept(quizlint: Quizlint, path: Path) -> None:
    path.write_text(QUIZ.replace("a]", "a] # quizlint: ignore[OPT001] -- meant so"))
    assert "0 findings known" in quizlint("baseline", "create").out
