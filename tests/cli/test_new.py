"""`quizlint new`, and `quizlint explain` by a word."""

from pathlib import Path

import pytest

from conftest import Quizlint


@pytest.mark.parametrize(
    ("kind", "name", "written"),
    [
        ("quiz", "solar-system", "solar-system.quiz.yaml"),
        ("sheet", "1st: a 'test' \N{GRINNING FACE}", "1st: a 'test' \N{GRINNING FACE}.sheet.yaml"),
        ("quiz", "done.quiz.yaml", "done.quiz.yaml"),
    ],
)
def test_what_is_written_passes(
    quizlint: Quizlint, tmp_path: Path, kind: str, name: str, written: str
) -> None:
    assert quizlint("new", kind, name).code == 0
    assert (tmp_path / written).is_file()
    ran = quizlint("check", "--select", "all", "--ignore", "SET,LVL", "--format", "concise")
    assert "Nothing to mend" in ran.out, ran.out


def test_nothing_is_overwritten(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text("kept", "utf-8")
    ran = quizlint("new", "quiz", "a")
    assert ran.code == 2
    assert "there already" in ran.err
    assert (tmp_path / "a.quiz.yaml").read_text("utf-8") == "kept"
    assert quizlint("new", "quiz", "no/such/folder").code == 2


def test_a_rule_is_found_by_a_word(quizlint: Quizlint) -> None:
    assert "OPT007  longest-option-is-key: " in quizlint("explain", "LONGEST").out
    assert "# OPT016 stem-echo" in quizlint("explain", "echo").out
    several = quizlint("explain", "duplicate").out
    assert "OPT001  duplicate-option:" in several
    assert "BNK001  duplicate-across-files:" in several
    assert quizlint("explain", "zzz").code == 2
