"""Images beside a file: there, elsewhere in the project, or missing."""

from pathlib import Path

from conftest import Quizlint

SHEET = """\
kind: cheat-sheet
cards:
  - {front: 'One? ![a leaf](a%20leaf.png)', back: x}
  - {front: 'Two? ![a tree](../trees/oak.png?raw=1)', back: x}
  - {front: 'Three? ![a map](https://example.org/map.png)', back: x}
  - {front: 'Four? ![gone](../trees/gone.png)', back: x}
  - {front: 'Five? `![code](code.png)`', back: x}
"""


def test_only_what_is_not_there_is_missed(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees/oak.png").touch()
    (tmp_path / "sheets/a leaf.png").touch()
    (tmp_path / "sheets/a.sheet.yaml").write_text(SHEET)
    ran = quizlint("check", ".", "--format", "concise", "--select", "MED", cwd=tmp_path)
    assert ran.code == 1
    (line, *_) = ran.out.splitlines()
    assert "a.sheet.yaml:6:20: error MED002 the file '../trees/gone.png' is not there" in line
    assert "Found 1 error " in ran.out


def test_standard_input_has_no_neighbours(quizlint: Quizlint) -> None:
    ran = quizlint(
        "check", "-", "--stdin-filename", "a.sheet.yaml", "--select", "MED", stdin=SHEET.encode()
    )
    assert ran.code == 0, ran.out
