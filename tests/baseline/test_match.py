"""A finding is the same one after edits that do not touch it, and only then."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import quizlint
from quizlint.baseline import Known, NotABaselineError, known, matched, read, written
from quizlint.engine.result import Result, State

FLAWS = (
    ("Which planet has rings?", "[Sun, Saturn, Sun]", "B"),
    ("Which number is even?", '["1", "4", "4"]', "B"),
    ("Which river flows through Cairo?", "[Nile, Nile, Rhine]", "C"),
    ("Which metal is liquid when it is warm?", "[mercury, iron, tin]", "mercurry"),
    ("Which of these is a noun?", "[run, house]", "D"),
)


def entries() -> list[str]:
    return [
        f"  - question: {stem}\n    options: {options}\n    answer: {answer}\n"
        for stem, options, answer in FLAWS
    ]


def quiz(parts: list[str], title: str = "A") -> str:
    return f"kind: quiz\ntitle: {title}\nquestions:\n" + "".join(parts)


def check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    return quizlint.check(["."])


def base(result: Result) -> list[Known]:
    return list(known(result.findings, result.items))


def again(
    folder: Path, before: list[Known], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int, int]:
    """How many findings are known, how many new, how many are gone."""
    after = matched(check(folder, monkeypatch), before, lambda path: (folder / path).exists())
    return after.result.count(State.BASELINED), len(after.result.findings), len(after.stale)


def _insert(folder: Path) -> None:
    good = "  - question: What is the capital of Peru?\n    options: [Lima, Quito]\n    answer: A\n"
    (folder / "a.quiz.yaml").write_text(quiz([good, *entries()]))


def _reorder(folder: Path) -> None:
    parts = entries()
    random.Random(1).shuffle(parts)
    (folder / "a.quiz.yaml").write_text(quiz(parts))


def _rename(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "a.quiz.yaml").rename(folder / "sub/other.quiz.yaml")


def _indent(folder: Path) -> None:
    text = quiz(entries()).replace("\n    ", "\n          ").replace("  - q", "      -   q")
    (folder / "a.quiz.yaml").write_text(text)


def _crlf(folder: Path) -> None:
    path = folder / "a.quiz.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _comment(folder: Path) -> None:
    (folder / "a.quiz.yaml").write_text("# said\n\n" + quiz(entries()).replace("  - q", "\n  - q"))


@pytest.mark.parametrize("edit", [_insert, _reorder, _rename, _indent, _crlf, _comment])
def test_edits_that_touch_no_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(quiz(entries()))
    before = base(check(tmp_path, monkeypatch))
    assert len(before) == len(FLAWS)
    edit(tmp_path)
    assert again(tmp_path, before, monkeypatch) == (len(FLAWS), 0, 0)


def test_a_copy_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.quiz.yaml").write_text(quiz(entries()[:1]))
    before = base(check(tmp_path, monkeypatch))
    (tmp_path / "a.quiz.yaml").write_text(quiz(entries()[:1]))
    result = check(tmp_path, monkeypatch)
    after = matched(result, before, lambda path: (tmp_path / path).exists()).result
    assert {d.place.path for d in after.findings if d.code == "OPT001"} == {"a.quiz.yaml"}


def test_the_same_flaw_once_more_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.quiz.yaml"
    path.write_text(quiz(entries()[:1]))
    before = base(check(tmp_path, monkeypatch))
    path.write_text(quiz(entries()[:1] * 2))
    after = matched(check(tmp_path, monkeypatch), before, lambda _: True).result
    assert [d.code for d in after.diagnostics if d.state is State.BASELINED] == ["OPT001"]
    assert [d.code for d in after.findings if d.code == "OPT001"] == ["OPT001"]


def test_what_is_mended_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.quiz.yaml"
    path.write_text(quiz(entries()))
    before = base(check(tmp_path, monkeypatch))
    path.write_text(quiz(entries()).replace("mercurry", "mercury"))
    assert again(tmp_path, before, monkeypatch) == (len(FLAWS) - 1, 0, 1)
    path.unlink()
    assert again(tmp_path, before, monkeypatch) == (0, 0, len(FLAWS))


def test_of_files_that_were_not_checked_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.quiz.yaml").write_text(quiz(entries()[:2]))
    before = base(check(tmp_path, monkeypatch))
    part = quizlint.check(["a.quiz.yaml"])
    after = matched(part, before, lambda path: (tmp_path / path).exists())
    assert after.stale == ()
    assert after.result.findings == ()


def test_a_finding_that_moves_to_a_new_item_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.quiz.yaml"
    path.write_text(quiz(entries()[:1]))
    before = base(check(tmp_path, monkeypatch))
    path.write_text(quiz(entries()[:1]).replace("has rings", "shines"))
    assert again(tmp_path, before, monkeypatch) == (0, 1, 1)


def test_the_file_is_read_as_it_was_written() -> None:
    made = [Known("b", "x/é.md", "q", 'a "b"\\', "1"), Known("a", "x", "", "", "2")]
    text = written(made)
    assert sorted(read(text.encode())) == sorted(made)
    assert written(read(text.encode())) == text
    assert len(text.splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "first line"),
        ("{}", "first line"),
        ("[1]", "first line"),
        ("\xff", "first line"),
        ('{"quizlint-baseline": 9}', "version 9"),
        ('{"quizlint-baseline": 1}\n{"rule": "x"}', "line 2"),
        ('{"quizlint-baseline": 1}\nnull', "line 2"),
        ('{"quizlint-baseline": 1}\n<<<<<<< ours', "line 2"),
    ],
)
def test_what_is_no_baseline_says_why(text: str, why: str) -> None:
    with pytest.raises(NotABaselineError, match=why):
        read(text.encode("latin-1"))
