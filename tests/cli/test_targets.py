"""No report, history or converted file ever replaces what was an input."""

import os
from pathlib import Path

import pytest

from conftest import Quizlint
from quizlint.cli.targets import Output, refused
from quizlint.reports import FORMATS

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"
PICTURE = "kind: quiz\nquestions:\n  - question: 'Which? ![it](img/it.png)'\n    options: [a, b]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which there is an input of every kind."""
    files = {
        "a.quiz.yaml": QUIZ,
        "broken.quiz.yaml": "kind: [",
        "notes.json": "{}",
        "empty.zip": "PK",
        "quizlint.toml": 'extend = "shared/base.toml"\n',
        "shared/base.toml": 'fail-on = "never"\n',
        "pyproject.toml": "[project]\n",
        "sub/pyproject.toml": "[project]\n",
        "sub/b.quiz.yaml": PICTURE,
        "sub/img/it.png": "PNG",
        ".gitignore": "*.log\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "link.json").symlink_to("a.quiz.yaml")
    os.link(tmp_path / "a.quiz.yaml", tmp_path / "hard.json")
    return tmp_path


INPUTS = (
    *("a.quiz.yaml", "./sub/../a.quiz.yaml", "link.json", "hard.json", "broken.quiz.yaml"),
    *("notes.json", "empty.zip", "quizlint.toml", "shared/base.toml", ".gitignore"),
    *("sub/pyproject.toml", "sub/img/it.png"),
)


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(p): p.read_text() for p in files if ".quizlint_cache" not in p.parts}


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("option", ["--report", "--history"])
def test_an_input_stays(quizlint: Quizlint, project: Path, name: str, option: str) -> None:
    before = contents(project)
    wish = f"json={name}" if option == "--report" else name
    ran = quizlint("check", ".", option, wish, "--report", "csv=new.csv", cwd=project)
    assert ran.code == 2
    assert contents(project) == before
    assert len(ran.err.splitlines()) == 1
    assert Path(name).name in ran.err


def test_standard_input_may_be_a_file(quizlint: Quizlint, project: Path) -> None:
    with (project / "a.quiz.yaml").open("rb") as file:
        from subprocess import run
        from sys import executable

        command = [executable, "-m", "quizlint", "check", "-", "--report", "json=a.quiz.yaml"]
        assert (
            run(command, stdin=file, capture_output=True, cwd=project, check=False).returncode == 2
        )
    assert (project / "a.quiz.yaml").read_text() == QUIZ


def test_a_settings_file_that_is_named_stays(quizlint: Quizlint, project: Path) -> None:
    (project / "own.toml").write_text("")
    ran = quizlint("check", "sub", "--config", "own.toml", "--report", "json=own.toml", cwd=project)
    assert ran.code == 2
    assert (project / "own.toml").read_text() == ""


@pytest.mark.parametrize("text", [QUIZ, "kind: quiz\nquestions: []\n"])
def test_an_earlier_report_is_replaced(quizlint: Quizlint, tmp_path: Path, text: str) -> None:
    """Whatever the format, and though the files of some have names that quizzes have."""
    (tmp_path / "a.quiz.yaml").write_text(text)
    suffixes = ("json", "md", "txt", "csv", "xml")
    wishes = [f"{name}=r-{name}.{end}" for name in FORMATS for end in suffixes]
    args = [word for wish in wishes for word in ("--report", wish)]
    for _ in range(2):
        ran = quizlint("check", ".", *args, "--history", "h.jsonl", cwd=tmp_path)
        assert "nothing was written" not in ran.err
        assert (tmp_path / "r-json.json").exists()
    assert len((tmp_path / "h.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    "args",
    [
        ("--report", "json=x", "--report", "html=./x"),
        ("--report", "json=x", "--history", "x"),
    ],
)
def test_two_outputs_are_two_files(quizlint: Quizlint, tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    ran = quizlint("check", ".", *args, cwd=tmp_path)
    assert ran.code == 2
    assert "where another output goes" in ran.err
    assert not (tmp_path / "x").exists()


def test_stored_results_and_histories_stay(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    quizlint("check", ".", "--report", "json=r.json", "--history", "h.jsonl", cwd=tmp_path)
    stored = contents(tmp_path)
    for name in ("r.json", "h.jsonl"):
        ran = quizlint(
            "report", "r.json", "--history", "h.jsonl", "--report", f"csv={name}", cwd=tmp_path
        )
        assert ran.code == 2
    assert contents(tmp_path) == stored


@pytest.mark.parametrize("name", ["a.quiz.yaml", "link.json", "quizlint.toml", "shared/base.toml"])
def test_what_is_converted_stays(quizlint: Quizlint, project: Path, name: str) -> None:
    before = contents(project)
    ran = quizlint("convert", "a.quiz.yaml", name, "--to", "gift", "--force", cwd=project)
    assert ran.code == 2
    assert contents(project) == before


def test_a_history_is_only_ever_appended_to_a_history(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/notes.txt").write_text("dear diary\n")
    ran = quizlint("check", "a.quiz.yaml", "--history", "other/notes.txt", cwd=tmp_path)
    assert ran.code == 2
    assert "other/notes.txt is no history" in ran.err
    assert (tmp_path / "other/notes.txt").read_text() == "dear diary\n"


LINE = (
    '{"when": "2026-01-01", "version": "0.1.0", "documents": 1, "items": %s, "acceptable": 1,'
    ' "errors": 0, "warnings": 0, "infos": 0}'
)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("Infinity", "items is no count"),
        ("NaN", "items is no count"),
        ("1e400", "items is no count"),
        ("9" * 400, "items is no count"),
        ("9" * 5000, "items is no count"),
        ("-1", "items is no count"),
        ("1.5", "items is no count"),
        ('"3"', "items is no count"),
        ("true", "items is no count"),
        ("null", "items is no count"),
        ("0", "acceptable is more than items"),
    ],
)
def test_a_number_that_is_none_is_refused_with_its_line(
    quizlint: Quizlint, tmp_path: Path, items: str, said: str
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    (tmp_path / "h.jsonl").write_text(f"{LINE % 3}\n{LINE % items}\n")
    before = (tmp_path / "h.jsonl").read_text()
    quizlint("check", ".", "--report", "json=r.json", cwd=tmp_path)
    for args in (("check", "a.quiz.yaml"), ("report", "r.json")):
        ran = quizlint(*args, "--history", "h.jsonl", cwd=tmp_path)
        assert ran.code == 2
        assert f"h.jsonl is no history: line 2: {said}" in ran.err
    assert (tmp_path / "h.jsonl").read_text() == before


def test_a_line_that_was_cut_off_spoils_no_other(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    (tmp_path / "h.jsonl").write_text(f'{LINE % 3}\n{{"when": "20')
    assert quizlint("check", ".", "--history", "h.jsonl", cwd=tmp_path).code == 1
    assert (tmp_path / "h.jsonl").read_text().splitlines()[-1].startswith('{"when": "20')
    assert len((tmp_path / "h.jsonl").read_text().splitlines()) == 3


def test_what_is_refused_and_what_is_not(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("")
    outputs = [Output(one, "a"), Output(two, "b"), Output(two, "c"), Output(Path(os.devnull), "d")]
    found = [output.asked for output, _ in refused([*outputs, outputs[-1]], [one, os.devnull])]
    assert found == ["a", "c"]
    assert not list(refused(outputs[:2], []))
