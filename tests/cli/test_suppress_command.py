"""`quizlint suppress`: comments at the places of findings, in the form that each format allows."""

from pathlib import Path

import pytest

from conftest import Quizlint

REASON = "as in the book (page 3) -- so"
ASKED = "Which of these numbers of legs has a spider?"
TEXTS = {
    "a.quiz.yaml": "kind: quiz\nquestions:\n"
    f"  - question: {ASKED}\n    options: [{{}}]\n    answer: A\n",
    "a.quiz.md": f"---\nkind: quiz\n---\n\n## Questions\n\n### {ASKED}\n\n{{}}\n",
    "quiz.mdx": f"# Quiz\n\n## {ASKED}\n\n{{}}\n",
    "a.gift": f"// first\n\n::legs:: {ASKED} {{{{\n{{}}\n}}}}\n",
    "q.toml": f'[[questions]]\nquestion = "{ASKED}"\noptions = [{{}}]\nanswer = "8"\n',
    "q.json": '{{"questions": [{{"question": "' + ASKED + '", "options": [{}], "answer": 0}}]}}\n',
}
OPTIONS = {
    "yaml": '"8", "6", "none of the above"',
    "toml": '"8", "6", "none of the above"',
    "json": '"8", "6", "none of the above"',
    "md": "- [x] 8\n- [ ] 6\n- [ ] none of the above",
    "mdx": "- [x] 8\n- [ ] 6\n- [ ] none of the above",
    "gift": "=8\n~6\n~none of the above",
}


@pytest.fixture(params=sorted(set(TEXTS) - {"q.json"}))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / str(request.param)
    file.write_text(TEXTS[file.name].format(OPTIONS[file.suffix[1:]]), "utf-8")
    return file


def test_an_item_is_silent_where_it_stands(quizlint: Quizlint, path: Path) -> None:
    before = path.read_text("utf-8")
    assert "OPT010" in quizlint("check", "--select", "OPT010", "--format", "concise", ".").out
    ran = quizlint("suppress", "OPT010", "--reason", REASON)
    assert (ran.code, ran.out) == (
        0,
        f"silenced {path.name}: 1 finding\nSilenced 1 finding in 1 file.\n",
    )
    after = path.read_text("utf-8")
    lines = after.splitlines()
    (added,) = [line for line in lines if line not in before.splitlines() and line]
    assert "none-of-the-above" in added
    assert "as in the book" in added
    then = quizlint("check", "--select", "OPT010,SUP", ".")
    assert "1 finding suppressed" in then.out
    assert then.code == 0
    again = quizlint("suppress", "OPT010", "--reason", REASON)
    assert "Silenced 0 findings" in again.out
    assert path.read_text("utf-8") == after
    quizlint("fix", "--undo")
    assert path.read_text("utf-8") == before


def test_where_no_comment_can_stand_the_entry_is_printed(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    file = tmp_path / "q.json"
    text = TEXTS[file.name].format(OPTIONS["json"])
    file.write_text(text, "utf-8")
    ran = quizlint("suppress", "OPT010", "--reason", 'so "it" is')
    assert file.read_text("utf-8") == text
    entry = ran.out[ran.out.index("[[ignore]]") :]
    (tmp_path / "quizlint.toml").write_text(entry, "utf-8")
    then = quizlint("check", "--select", "OPT010,SUP", ".")
    assert "1 finding suppressed" in then.out
    assert then.code == 0


def test_many_are_silenced_at_once_and_what_is_silent_stays(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    items = TEXTS["a.quiz.yaml"].format(OPTIONS["yaml"]).splitlines()
    whole = "\n".join([*items[:2], *(items[2:] * 40)]).replace("Which", "Which", 1)
    (tmp_path / "a.quiz.yaml").write_text(whole + "\n", "utf-8")
    ran = quizlint("suppress", "OPT010", "--reason", "so")
    assert "Silenced 40 findings in 1 file." in ran.out
    assert "40 findings suppressed" in quizlint("check", "--select", "OPT010", ".").out


def test_a_difference_is_shown(quizlint: Quizlint, tmp_path: Path) -> None:
    file = tmp_path / "a.quiz.yaml"
    text = TEXTS[file.name].format(OPTIONS["yaml"])
    file.write_text(text, "utf-8")
    ran = quizlint("suppress", "OPT010", "--reason", "so", "--diff")
    assert ran.code == 1
    assert "+  # quizlint: ignore[none-of-the-above] -- so" in ran.out
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["OPT010"], "--reason"),
        (["OPT010", "--reason", " "], "--reason is empty"),
        (["OPT9999", "--reason", "so"], "unknown rule"),
        (["--reason", "so"], "RULE"),
    ],
)
def test_what_is_missing_is_said(quizlint: Quizlint, args: list[str], said: str) -> None:
    ran = quizlint("suppress", *args)
    assert ran.code == 2
    assert said in ran.err


def test_a_broken_file_is_left(quizlint: Quizlint, tmp_path: Path) -> None:
    file = tmp_path / "a.quiz.yaml"
    text = TEXTS[file.name].format(OPTIONS["yaml"]) + "  - question: 'x\n"
    file.write_text(text, "utf-8")
    ran = quizlint("suppress", "OPT010", "--reason", "so")
    assert ran.code == 2
    assert "mend line" in ran.err
    assert file.read_text("utf-8") == text
