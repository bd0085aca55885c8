"""What integer keys count from, where only the bank's other files tell."""

import json
from pathlib import Path

from quizlint.engine.session import check


def bank(folder: Path, *files: list[tuple[str, int]]) -> None:
    for number, questions in enumerate(files):
        data = [{"question": q, "options": list("uvwx"), "correct": key} for q, key in questions]
        (folder / f"{number}.json").write_text(json.dumps({"questions": data}))


def test_a_file_that_proves_its_base_settles_the_others(tmp_path: Path) -> None:
    bank(tmp_path, [("One?", 0), ("Two?", 1)], [("Three?", 1), ("Four?", 2)])
    assert not [f for f in check([str(tmp_path)]).findings if f.code == "KEY010"]


def test_a_second_look_for_the_bank_keeps_what_was_settled(tmp_path: Path) -> None:
    """The question in both files has two keys, so that the bank has something to say of each."""
    bank(tmp_path, [("One?", 0), ("Two?", 1)], [("Two?", 2), ("Four?", 1)])
    codes = {finding.code for finding in check([str(tmp_path)]).findings}
    assert "BNK003" in codes
    assert "KEY010" not in codes


def test_json_that_proves_nothing_counts_from_nought_and_says_so_once(tmp_path: Path) -> None:
    bank(tmp_path, [("One?", 1), ("Two?", 2)])
    result = check([str(tmp_path)])
    assert not result.findings
    assert [note.reason for note in result.remarks if "count from 0" in note.reason]


def test_files_that_people_write_and_that_prove_nothing_are_ambiguous(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {question: One?, options: [u, v, w, x], correct: 1}\n")
    assert "KEY010" in {finding.code for finding in check([str(tmp_path)]).findings}
