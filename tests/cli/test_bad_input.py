"""Files that are broken or hostile: a finding or a clear word, and the others are checked."""

from pathlib import Path

import pytest

from conftest import Quizlint

GOOD = "kind: cheat-sheet\ncards:\n  - front: What pulls the tides?\n    back: Mostly the Moon.\n"
ITEM = "  - question: What pulls the tides?\n    options: [Moon, wind, rain]\n    answer: Moon\n"

HOSTILE: dict[str, bytes] = {
    "binary.quiz.yaml": bytes(range(256)) * 40,
    "truncated.quiz.yaml": b'kind: quiz\nquestions:\n  - question: "What pulls the ti',
    "cyclic.quiz.yaml": b"kind: quiz\nquestions: &a\n  - *a\n",
    "deep.quiz.yaml": b"kind: quiz\nquestions: " + b"[" * 300_000,
    "deep.quiz.json": b'{"kind": "quiz", "questions": ' + b"[" * 300_000,
    "bomb.quiz.yaml": b"kind: quiz\na: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + i, 98 + i, b", ".join([b"*%c" % (97 + i)] * 9)) for i in range(12)
    )
    + b"questions: *m\n",
    "huge.quiz.yaml": b"kind: quiz\nquestions:\n" + ITEM.encode() * 600_000,
    "nul.quiz.yaml": b"kind: quiz\ntitle: a" + b"b" * 5000 + b"\0\nquestions: []\n",
    "latin.quiz.yaml": "kind: quiz\ntitle: Café\nquestions:\n".encode("latin-1") + ITEM.encode(),
    "utf16.quiz.yaml": ("kind: quiz\nquestions:\n" + ITEM).encode("utf-16"),
    "tabs.quiz.yaml": b"kind: quiz\nquestions:\n\t- question: x\n",
    "notutf8.quiz.json": b'{"kind": "quiz", "questions": [{"question": "\xff\xfe"}]}',
    "surrogate.quiz.json": b'{"kind": "quiz", "questions": [{"question": "\\ud800", '
    b'"options": ["a", "b"], "answer": "a"}]}',
    "half.quiz.toml": b'kind = "quiz"\n[[questions]]\nquestion = "What\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_is_named_and_the_others_are_checked(
    quizlint: Quizlint, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    (tmp_path / "tides.quiz.yaml").write_text(
        "kind: quiz\nquestions:\n" + ITEM.replace("rain", "Moon")
    )
    ran = quizlint("check", "--format", "concise")
    assert ran.code in (1, 2)
    assert "tides.quiz.yaml:4:27: error" in ran.out
    alone = quizlint("check", "--format", "concise", name, "-v")
    assert name in alone.out + alone.err
    if "binary" not in name:
        assert alone.code in (1, 2), alone


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.quiz.yaml", ""),
        ("empty.quiz.json", ""),
        ("empty.sheet.md", ""),
        ("blank.quiz.yaml", "\n\n"),
        ("comment.quiz.yaml", "# only a comment\n"),
        ("kind.yaml", "kind: quiz\n"),
        ("none.yaml", "kind: cheat-sheet\ncards: []\n"),
    ],
)
def test_a_claimed_file_without_items_is_said_to_be_empty(
    quizlint: Quizlint, tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    ran = quizlint("check", "--format", "concise", name)
    assert "STR018" in ran.out
    assert ran.code == 1
    assert quizlint("check", "--fail-on", "warning", name).code == 1


def test_one_bad_item_hides_no_other(quizlint: Quizlint, tmp_path: Path) -> None:
    duplicate = ITEM.replace("rain", "Moon")
    broken = '  - question: "What pulls the tides?\n    options: [a, b]\n'
    (tmp_path / "a.quiz.yaml").write_text(
        "kind: quiz\nquestions:\n" + duplicate + broken + duplicate.replace("tides", "sea")
    )
    lines = quizlint("check", "--format", "concise", "a.quiz.yaml").out.splitlines()
    codes = [line.split(" error ")[1][:6] for line in lines if " error " in line]
    assert codes == ["KEY006", "STR001", "KEY006"]


def test_an_unreadable_file_is_a_failure(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "good.sheet.yaml").write_text(GOOD)
    (tmp_path / "loop.quiz.yaml").symlink_to(tmp_path / "loop.quiz.yaml")
    ran = quizlint("check")
    assert ran.code == 2
    assert "loop.quiz.yaml: cannot be read: " in ran.err
    assert "1 item in 1 file" in ran.out
