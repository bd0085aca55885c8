"""What CONTRIBUTING.md names is there, and what is there it names."""

import re

import pytest

from conftest import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
NAMED = re.findall(r"`([\w./-]+\.(?:py|toml|md|txt|yaml)|[\w./-]+/[\w./-]*)`", PAGE)
BELOW = ("", "src", "src/quizlint")


@pytest.mark.parametrize("path", sorted({*NAMED}))
def test_a_file_or_folder_that_is_named_is_there(path: str) -> None:
    """A path is one from the root or, in a room, from the package."""
    made = path.startswith(".venv")
    assert made or any((ROOT / folder / path).exists() for folder in BELOW)


@pytest.mark.parametrize("room", ["src/quizlint", "tests"])
def test_every_room_is_told_of(room: str) -> None:
    own = "tests/" if room == "tests" else ""
    there = {init.parent.name for init in (ROOT / room).glob("*/*.py")}
    missing = {name for name in there if not re.search(rf"`{own}{name}/?`", PAGE)}
    assert missing == set()


def test_what_is_to_be_made_can_be_made() -> None:
    for target in re.findall(r"\bmake ([a-z]+)", PAGE):
        assert f"\n{target}:" in MAKEFILE, target
