"""Reports that are written to files, and made again from a stored result."""

import json
from pathlib import Path

import pytest

from conftest import ROOT, Quizlint

FLAWED = str(ROOT / "sample_content" / "flawed")
QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"


def test_a_stored_result_gives_the_same_reports(quizlint: Quizlint, tmp_path: Path) -> None:
    stored = tmp_path / "out" / "result.json"
    ran = quizlint("check", FLAWED, "--report", f"json={stored}", "--format", "sarif", cwd=ROOT)
    assert ran.code == 1
    again = tmp_path / "again.json"
    made = quizlint(
        "report", str(stored), "--report", f"json={again}", "--format", "sarif", cwd=ROOT
    )
    assert made.code == 0
    assert again.read_bytes() == stored.read_bytes()
    assert json.loads(made.out) == json.loads(ran.out) | {"runs": json.loads(made.out)["runs"]}
    first, second = (json.loads(r.out)["runs"][0]["results"] for r in (ran, made))
    assert first == second


def test_several_reports_come_from_one_run(quizlint: Quizlint, tmp_path: Path) -> None:
    wanted = [f"{name}={tmp_path / name}" for name in ("csv", "junit", "markdown", "jsonl")]
    reports = [word for wish in wanted for word in ("--report", wish)]
    ran = quizlint("check", FLAWED, "--format", "concise", *reports, cwd=ROOT)
    assert ran.code == 1
    assert "OPT001" in ran.out
    for wish in wanted:
        assert "OPT001" in Path(wish.partition("=")[2]).read_text("utf-8")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_report_never_replaces_what_was_checked(quizlint: Quizlint, tmp_path: Path) -> None:
    quiz = tmp_path / "a.quiz.yaml"
    quiz.write_text(QUIZ)
    ran = quizlint("check", "a.quiz.yaml", "--report", "json=./a.quiz.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "is a file that was checked" in ran.err
    assert quiz.read_text() == QUIZ


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("htm", "FORMAT=PATH"),
        ("sarff=x", "Did you mean 'sarif'?"),
        ("json=/proc/nowhere/x.json", "cannot write"),
    ],
)
def test_a_wish_that_cannot_be_met(
    quizlint: Quizlint, tmp_path: Path, wish: str, said: str
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    ran = quizlint("check", ".", "--report", wish, cwd=tmp_path)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', "[" * 200_000])
def test_what_is_no_result(quizlint: Quizlint, tmp_path: Path, text: str) -> None:
    (tmp_path / "r.json").write_text(text)
    ran = quizlint("report", "r.json", "--format", "csv", cwd=tmp_path)
    assert ran.code == 2
    assert "r.json is no" in ran.err
    assert "Traceback" not in ran.err


def test_quality_can_be_the_gate(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    passed = quizlint("check", ".", "--fail-on", "never", cwd=tmp_path)
    assert passed.code == 0
    poor = quizlint(
        "check", ".", "--fail-on", "never", "--min-quality", "0.9", "--format", "json", cwd=tmp_path
    )
    assert poor.code == 1
    gate = json.loads(poor.out)["gate"]
    assert gate["reason"] == "1 document with fewer than 90% acceptable items"


def test_fingerprints_survive_moves_and_renames(quizlint: Quizlint, tmp_path: Path) -> None:
    def prints(name: str, text: str) -> list[str]:
        for old in tmp_path.glob("*.yaml"):
            old.unlink()
        (tmp_path / name).write_text(text)
        found = json.loads(quizlint("check", ".", "--format", "json", cwd=tmp_path).out)
        return [finding["fingerprint"] for finding in found["findings"]]

    before = prints("a.quiz.yaml", QUIZ)
    moved = QUIZ.replace("questions:\n", "# one\n\nquestions:\n").replace(
        "[a, b, a]", "[a,  b,  a]"
    )
    assert prints("b.quiz.yaml", moved) == before
    assert len(set(before)) == len(before) == 1
    assert prints("a.quiz.yaml", QUIZ.replace("Which?", "Which one?")) != before


def test_a_history_grows_and_its_trend_is_drawn(quizlint: Quizlint, tmp_path: Path) -> None:
    quiz = tmp_path / "a.quiz.yaml"
    days = ("2026-01-05", "2026-01-12")
    for day, text in zip(days, (QUIZ, QUIZ.replace("b, a]", "b, c]")), strict=True):
        quiz.write_text(text)
        quizlint("check", ".", "--today", day, "--history", "new/h.jsonl", cwd=tmp_path)
    (tmp_path / "new/h.jsonl").rename(tmp_path / "h.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "h.jsonl").read_text().splitlines()]
    assert [line["when"][:10] for line in lines] == list(days)
    assert [line["errors"] for line in lines] == [1, 0]
    with (tmp_path / "h.jsonl").open("a") as file:
        file.write("not a line of ours\n[]\n")
    quizlint("check", ".", "--report", "json=r.json", cwd=tmp_path)
    quizlint("report", "r.json", "--history", "h.jsonl", "--report", "html=r.html", cwd=tmp_path)
    assert "went from 0% to 100%; errors from 1 to 0." in (tmp_path / "r.html").read_text()
    assert quizlint("report", "r.json", "--history", "none", cwd=tmp_path).code == 2
