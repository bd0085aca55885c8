"""Reading is one stage: the same for every caller, and each file is opened once."""

import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

import quizlint
from quizlint.content.problems import TooLarge
from quizlint.engine.targets import KEPT, MAX_BYTES, SMALL, Disk, Target
from quizlint.formats.base import Files, Hints

QUIZ = """\
kind: quiz
questions:
  - question: Which planet has rings?
    options: [Saturn, Mars]
"""

COUNTING = """\
import json, os, sys
opened = []
root = os.path.realpath(sys.argv[1])
def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(args[0]))
        if path.startswith(root + os.sep):
            opened.append(os.path.relpath(path, root))
sys.addaudithook(hook)
from quizlint.cli.app import run
sys.argv = ["quizlint", *sys.argv[2:]]
try:
    run()
except SystemExit:
    pass
finally:
    print(json.dumps(opened), file=sys.stderr)
"""


def opens(folder: Path, *args: str) -> Counter[str]:
    """How often a command opens each file of a folder."""
    command = [sys.executable, "-c", COUNTING, str(folder), *args]
    run = subprocess.run(command, capture_output=True, cwd=folder, text=True, check=False)
    return Counter(json.loads(run.stderr.splitlines()[-1]))


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Files of which the bank has something to say, with a sidecar, a picture and a package."""
    question = {"question": "Two?", "options": list("uvwx")}
    (tmp_path / "a.json").write_text(json.dumps([{**question, "correct": 1}]))
    (tmp_path / "b.json").write_text(json.dumps([{**question, "correct": 2}]))
    (tmp_path / "c.json").write_text(json.dumps([{**question, "question": "One?", "correct": 0}]))
    (tmp_path / "keyless.quiz.yaml").write_text(QUIZ)
    (tmp_path / "keyless.answers.yaml").write_text("- A\\n")
    with zipfile.ZipFile(tmp_path / "pkg.zip", "w") as package:
        package.writestr("one.quiz.yaml", QUIZ + "    answer: A\n")
        package.writestr("two.quiz.yaml", QUIZ + "    answer: B\n")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--preset", "all"),
        ("check", "--select", "all", "--format", "json"),
        ("stats",),
        ("convert", "keyless.quiz.yaml", "-", "--to", "gift"),
        ("convert", "pkg.zip", "-", "--to", "gift"),
    ],
    ids=" ".join,
)
def test_each_file_is_opened_once(bank: Path, command: tuple[str, ...]) -> None:
    if "--preset" in command:
        (bank / "quizlint.toml").write_text('preset = "all"\n')
        command = ("check",)
    counted = opens(bank, *command)
    assert counted
    assert {path: count for path, count in counted.items() if count > 1} == {}


def test_the_bank_speaks_without_a_second_look(bank: Path) -> None:
    codes = {finding.code for finding in quizlint.check([str(bank)]).findings}
    assert "BNK003" in codes


def test_read_is_public_and_says_what_it_could_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.yaml"
    path.write_text(QUIZ + '    answer: A\n  - question: "Which\n    options: [Sun, Moon]\n')
    reading = quizlint.read(str(path))
    assert [q.stem.value for q in reading.documents[0].questions] == ["Which planet has rings?"]
    assert reading.problems
    assert reading.source.text == path.read_text()
    assert reading.format == "yaml"


def test_read_takes_bytes_and_what_stands_beside_them() -> None:
    beside = {"a.answers.yaml": b"[B]"}
    reading = quizlint.read("a.quiz.yaml", QUIZ.encode(), Files(beside.get))
    (question,) = reading.documents[0].questions
    assert question.key.indices == (1,)
    assert ("a.answers.yaml", "") not in reading.asked
    assert "a.answers.yaml" in dict(reading.asked)


def test_read_unpacks_a_container(bank: Path) -> None:
    reading = quizlint.read(str(bank / "pkg.zip"))
    assert reading.documents == ()
    names = [each.source.path.rpartition("!")[2] for each in reading.members]
    assert names == ["one.quiz.yaml", "two.quiz.yaml"]
    assert all(each.data is None for each in reading.members)  # nothing in it can be mended


def test_a_hint_names_the_format() -> None:
    gift = b"Which planet has rings? {=Saturn ~Mars}"
    assert quizlint.read("unknown.bin", gift).skipped is not None
    reading = quizlint.read("unknown.bin", gift, hints=Hints(format="gift"))
    assert len(reading.documents[0].questions) == 1


def test_a_hint_decides_what_integer_keys_count_from() -> None:
    data = json.dumps([{"question": "Two?", "options": list("uvwx"), "correct": 2}]).encode()
    left_open = quizlint.read("a.json", data)
    assert left_open.index_base_open
    assert [base for base, _ in left_open.candidates] == [0, 1]
    for base, candidate in left_open.candidates:
        hinted = quizlint.read("a.json", data, hints=Hints(index_base=base))
        assert not hinted.candidates
        (question,), (known,) = (each.documents[0].questions for each in (hinted, candidate))
        assert question.key.indices == known.key.indices == (2 - base,)


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"\xff\xfe", b"kind: quiz", b"\x80" * 50])
def test_there_is_always_a_reading(data: bytes) -> None:
    for name in ("x.quiz.yaml", "x.zip", "x.md", "x"):
        reading = quizlint.read(name, data)
        assert reading.failed == ""


def test_a_file_at_the_limit_is_read_and_one_above_is_not(tmp_path: Path) -> None:
    path = tmp_path / "big.quiz.yaml"
    filler = b"#" * (MAX_BYTES - len(QUIZ) - 1) + b"\n"
    path.write_bytes(filler + QUIZ.encode())
    assert quizlint.read(str(path)).documents
    path.write_bytes(b"#" + filler + QUIZ.encode())
    reading = quizlint.read(str(path))
    assert not reading.documents
    (problem,) = reading.problems
    assert problem == TooLarge(problem.span, MAX_BYTES + 1, MAX_BYTES)


def test_small_files_are_kept_and_large_ones_are_not(tmp_path: Path) -> None:
    opened: list[str] = []

    def opener(path: Path) -> object:
        opened.append(path.name)
        return path.open("rb")

    disk = Disk(opener)  # type: ignore[arg-type]
    for name, size in (("small", SMALL), ("large", SMALL + 1)):
        (tmp_path / name).write_bytes(b"x" * size)
        for _ in range(2):
            assert disk.load(Target(tmp_path / name, name)).size == size
    assert opened == ["small", "large", "large"]
    for number in range(KEPT):
        (tmp_path / str(number)).write_bytes(b"")
        disk.load(Target(tmp_path / str(number), ""))
    disk.load(Target(tmp_path / "small", ""))
    assert opened.count("small") == 2  # what was kept longest has made room
