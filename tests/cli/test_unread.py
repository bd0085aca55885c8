"""What was not read is said: on the screen, by `convert`, to the hook, and where settings claim."""

from pathlib import Path

import pytest

from conftest import Quizlint

GOOD = """\
kind: quiz
questions:
  - question: Which gas do plants take in?
    options: [Oxygen, Carbon dioxide]
    answer: B
"""
KEYLESS = """\
# Gases

What do plants take in?

a) Oxygen
b) Carbon dioxide
"""
LOST_KEYS = (
    KEYLESS
    + """
What do plants give off?

a) Oxygen
b) Carbon dioxide
"""
)
SLIP = '[{"question": "Which gas?", "optoins": ["Neon", "Argon"], "answer": 1}]'


def test_quizzes_passed_over_are_counted_beside_what_was_read(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "keyless.md").write_text(KEYLESS)
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing here.\n")
    ran = quizlint("check")
    assert ran.code == 0
    assert "1 file looks like a quiz and was passed over; -v says why.\n" in ran.out
    assert "2 items seen, 1 read." in ran.out
    assert "skipped keyless.md" in quizlint("check", "-v").err
    (tmp_path / "other.md").write_text(KEYLESS)
    assert "2 files look like quizzes and were passed over" in quizlint("check").out
    assert "passed over" not in quizlint("check", "--format", "github").out


def test_nothing_is_passed_over_where_nothing_looks_like_a_quiz(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing here.\n")
    assert "passed over" not in quizlint("check").out


def test_convert_tells_what_it_left_out(quizlint: Quizlint, tmp_path: Path) -> None:
    entries = SLIP[:-1] + ', {"question": "Or?", "options": ["x", "y"], "answer": "y"}]'
    (tmp_path / "gases.json").write_text(entries)
    ran = quizlint("convert", "gases.json", "out.gift")
    assert ran.code == 1
    assert "gases.json:1:29: not read: this looks like a question" in ran.err
    assert "write 'options'" in ran.err
    assert "2 items seen, 1 written." in ran.err
    assert (tmp_path / "out.gift").exists()


def test_convert_is_content_where_all_was_read(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD + "    colour: blue\n")  # a field, no item
    ran = quizlint("convert", "good.yaml", "out.gift")
    assert ran.code == 0
    assert "seen" not in ran.err


def test_the_hook_passes_what_is_no_quiz(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A tool\n\n1. Install it\n2. Run it\n\n* fast\n* small\n")
    (tmp_path / "app.ts").write_text('const question = "why?";\nexport default question;\n')
    ran = quizlint("check", "--from-hook", "README.md", "app.ts")
    assert ran.code == 0
    assert quizlint("check", "README.md", "app.ts").code == 2


def test_the_hook_stops_a_quiz_that_lost_its_keys(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A tool\n")
    (tmp_path / "gases.md").write_text(LOST_KEYS.replace("# Gases", "# Quiz on gases"))
    ran = quizlint("check", "--from-hook", "README.md", "gases.md")
    assert ran.code == 1
    assert ran.out.count("error[KEY001]") == 2


def test_the_hook_tells_of_a_quiz_without_a_title_that_lost_its_keys(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    (tmp_path / "gases.md").write_text(LOST_KEYS)
    ran = quizlint("check", "--from-hook", "gases.md", "--fail-on", "warning")
    assert ran.code == 1
    assert ran.out.count("nothing says which of these options is right") == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("app.go", "package a\n", "it is a program"),
        ("a.odt", "plain words\n", "files that end in .odt are not read"),
        ("a.csv", "name,age\nAnn,9\n", "its heading names no such columns: 'name,age'"),
        ("a.txt", "Words.\nWhich gas?\nOxygen\n", "under 'Which gas?' stand no lines"),
        ("a.txt", "", "it is empty"),
        ("a.md", KEYLESS, "line 5 comes nearest: 'a) Oxygen'"),
        ("a.json", '[{"prompt": "Why not?", "choices": ["x", "y"]}]', "line 1 comes nearest"),
    ],
)
def test_a_named_file_that_is_not_read_is_told_the_nearest_format(
    quizlint: Quizlint, tmp_path: Path, name: str, content: str, words: str
) -> None:
    (tmp_path / name).write_text(content)
    ran = quizlint("check", name)
    assert ran.code == 2
    assert words in ran.err


CLAIMS = """\
include = ["exams/*.exam", "**/*.md", "**/*.json", "bank/*.dat"]
[[overrides]]
files = ["course/**", "exams/**"]
kind = "quiz"
[[overrides]]
files = ["bank/*.dat"]
format = "gift"
"""


def test_what_settings_claim_is_an_error_where_it_cannot_be_read(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    (tmp_path / "quizlint.toml").write_text(CLAIMS)
    for name, content in {
        "course/slip.json": SLIP,
        "course/empty.md": "# Nothing\n",
        "exams/a.exam": "words\n",
        "free.md": "# Nothing\n",
        "free.json": SLIP,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    ran = quizlint("check", "--format", "concise")
    assert ran.code == 1
    assert "course/slip.json:1:29: error STR024" in ran.out
    assert "course/empty.md:1:1: error STR018" in ran.out
    assert "exams/a.exam:1:1: error STR018" in ran.out
    assert "free.json:1:29: warning STR024" in ran.out
    assert "free.md" not in ran.out


def test_settings_say_the_format_of_a_file(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text(CLAIMS)
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/x.dat").write_text("Which gas? {=Neon ~Neon}\n")
    assert "KEY006" in quizlint("check", "bank/x.dat").out
    (tmp_path / "other.toml").write_text('format = "gitf"\n')
    refused = quizlint("check", "--config", "other.toml")
    assert refused.code == 2
    assert 'did you mean "gift"' in refused.err
