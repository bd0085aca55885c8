"""`quizlint convert` and `quizlint formats`, and formats that other distributions bring."""

import json
import zipfile
from pathlib import Path

import pytest

from conftest import SAMPLES, Quizlint
from quizlint.formats.catalogue import CATALOGUE

QUIZ = """\
kind: quiz
title: Rivers
questions:
  - id: longest
    difficulty: beginner
    question: Which river is the longest?
    options: [Rhine, Nile, Thames]
    answer: B
    explanation: It is 6,650 km long.
"""


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.quiz.yaml"
    path.write_text(QUIZ)
    return path


@pytest.mark.parametrize(
    "ending", sorted({"quiz.yaml", "quiz.md", "gift", "xml", "zip", "qti12.zip", "jsonl"})
)
def test_every_target_is_read_again(quizlint: Quizlint, quiz: Path, ending: str) -> None:
    ran = quizlint("convert", quiz.name, f"out.{ending}")
    assert ran.code == 0
    assert "Wrote 1 item as" in ran.err
    assert "changed:" not in ran.err
    checked = quizlint("check", f"out.{ending}", "--format", "json")
    result = json.loads(checked.out)
    assert sum(each["items"] for each in result["documents"]) == 1
    structural = [each for each in result["findings"] if each["code"].startswith(("STR", "KEY"))]
    assert structural == []


@pytest.mark.parametrize("name", ["averages.sheet.yaml", "french-past-tense.sheet.md"])
@pytest.mark.parametrize("ending", ["sheet.yaml", "sheet.md"])
def test_native_files_lose_nothing_in_each_other(
    quizlint: Quizlint, name: str, ending: str
) -> None:
    ran = quizlint("convert", str(SAMPLES / "good" / name), f"out.{ending}", "--strict")
    assert (ran.code, ran.out) == (0, "")
    assert len(ran.err.splitlines()) == 1


def test_losses_are_listed_with_place_and_item(quizlint: Quizlint, quiz: Path) -> None:
    ran = quizlint("convert", quiz.name, "out.zip")
    assert ran.code == 0
    assert "rivers.quiz.yaml:4:5: longest: lost: its level 'beginner'\n" in ran.err
    assert quizlint("convert", quiz.name, "strict.zip", "--strict").code == 1
    assert (quiz.parent / "strict.zip").exists()


def test_what_could_not_be_read_is_a_loss_whatever_settings_say(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    (tmp_path / "quizlint.toml").write_text('ignore = ["STR"]\n')
    (tmp_path / "a.quiz.yaml").write_text(QUIZ + "    points: 3\n")
    ran = quizlint("convert", "a.quiz.yaml", "a.gift", "--strict")
    assert ran.code == 1
    assert "a.quiz.yaml:10:5: not read:" in ran.err


def test_nothing_is_overwritten_unless_it_is_asked_for(quizlint: Quizlint, quiz: Path) -> None:
    out = quiz.parent / "out.gift"
    out.write_text("mine")
    assert quizlint("convert", quiz.name, "out.gift").code == 2
    assert out.read_text() == "mine"
    assert quizlint("convert", quiz.name, "out.gift", "--force").code == 0
    assert "::longest::" in out.read_text()


def test_the_file_itself_is_never_the_output(quizlint: Quizlint, quiz: Path) -> None:
    (quiz.parent / "link.quiz.yaml").symlink_to(quiz)
    for out in (quiz.name, f"./{quiz.name}", "link.quiz.yaml"):
        assert quizlint("convert", quiz.name, out, "--force").code == 2
    assert quiz.read_text() == QUIZ


def test_streams(quizlint: Quizlint, quiz: Path) -> None:
    ran = quizlint(
        *("convert", "-", "-", "--to", "gift", "--stdin-filename", "a.quiz.yaml"),
        stdin=QUIZ.encode(),
    )
    assert ran.code == 0
    assert ran.out.startswith("// [tag:beginner]\n::longest::")
    assert quizlint("convert", quiz.name, "-", "--to", "qti").code == 2
    assert quizlint("convert", quiz.name, "-").code == 2


@pytest.mark.parametrize(
    ("source", "out"),
    [("missing.quiz.yaml", "a.gift"), (".", "a.gift"), ("rivers.quiz.yaml", "a.docx")],
)
def test_what_cannot_be_done_ends_with_two(
    quizlint: Quizlint, quiz: Path, source: str, out: str
) -> None:
    ran = quizlint("convert", source, out)
    assert ran.code == 2
    assert not (quiz.parent / out).exists()


def test_a_file_without_a_quiz_is_not_converted(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("# Hello\n\nNo quiz.\n")
    ran = quizlint("convert", "readme.md", "a.gift")
    assert ran.code == 2
    assert "Markdown without a quiz" in ran.err


def test_a_package_is_the_same_each_time(quizlint: Quizlint, quiz: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert quizlint("convert", quiz.name, name).code == 0
    assert (quiz.parent / "a.zip").read_bytes() == (quiz.parent / "b.zip").read_bytes()
    with zipfile.ZipFile(quiz.parent / "a.zip") as package:
        assert package.namelist()[:2] == ["imsmanifest.xml", "test.xml"]


def test_the_items_of_a_package_become_one_document(quizlint: Quizlint) -> None:
    source = SAMPLES / "good" / "lab-safety.quiz.yaml"
    assert quizlint("convert", str(source), "a.zip").code == 0
    assert quizlint("convert", "a.zip", "b.quiz.yaml").code == 0
    result = json.loads(quizlint("check", "b.quiz.yaml", "--format", "json").out)
    assert [each["items"] for each in result["documents"]] == [9]


def test_every_format_is_listed_with_what_it_holds(quizlint: Quizlint) -> None:
    listed = json.loads(quizlint("formats", "--json").out)
    assert [each["name"] for each in listed] == list(CATALOGUE)
    assert [len(each["reads"]) for each in listed] == [len(row.reads) for row in CATALOGUE.values()]
    shown = quizlint("formats").out
    assert all(f"{each['name']} " in shown for each in listed)


@pytest.mark.parametrize("out", ["out.zip", "out.canvas.zip", "out.xml"])
def test_pictures_beside_a_quiz_are_carried_and_others_are_lost(
    quizlint: Quizlint, tmp_path: Path, out: str
) -> None:
    folder = tmp_path / "quiz"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "star.png").write_bytes(b"\x89PNG\0" + bytes(9000))
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    shown = QUIZ.replace("Which river", "On ![map](star.png), which river")
    (folder / "a.quiz.yaml").write_text(shown)
    (folder / "b.quiz.yaml").write_text(shown.replace("star", "link"))
    ran = quizlint("convert", "quiz/a.quiz.yaml", out)
    assert ran.code == 0
    assert "pictures" not in ran.err
    assert "changed:" not in ran.err
    assert (tmp_path / out).stat().st_size > (9000 if out.endswith("xml") else 500)
    ran = quizlint("convert", "quiz/b.quiz.yaml", out, "--force")
    assert "lost: the files of its pictures" in ran.err
    assert b"secret" not in (tmp_path / out).read_bytes()
