"""Patterns of .gitignore: the same answers as pathspec, and linear time."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from conftest import Quizlint
from quizlint.settings.gitignore import Ignores, _segment

NAMES = st.text("abx", min_size=1, max_size=3)
# Of folders it says otherwise than git, which `tests/engine/test_discover.py` asks itself.
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
PIECES = st.sampled_from(["a", "b", "x", "*", "?", "[ab]", "[b-x]", "a*", "*b", "a*b", "\\a", "**"])
SEGMENTS = st.one_of(st.lists(PIECES, min_size=1, max_size=3).map("".join), st.just("**"))
PATTERNS = st.tuples(
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/", "**/"]),
    st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join),
    st.sampled_from(["", "", "/", "/**"]),
).map("".join)


@settings(max_examples=3000)
@given(st.lists(PATTERNS, min_size=1, max_size=4), PATHS)
def test_it_agrees_with_pathspec(patterns: list[str], path: str) -> None:
    expected = GitIgnoreSpec.from_lines(patterns).check_file(path).include
    assert Ignores.of(patterns).verdict(path) == expected


@pytest.mark.parametrize(
    ("lines", "path", "verdict"),
    [
        (["*.yaml", "!keep.yaml"], "a/keep.yaml", False),
        (["*.yaml", "!keep.yaml"], "a/lose.yaml", True),
        (["!keep.yaml", "*.yaml"], "keep.yaml", True),
        (["drafts/", "!drafts/one.md"], "drafts/two.md", True),
        (["/a.md"], "b/a.md", None),
        (["\\!a", "\\#b"], "!a", True),
        (["\\!a", "\\#b"], "#b", True),
        (["# a", "", "   "], "# a", None),
        (["a b  "], "a b", True),
        (["a\\ "], "a ", True),
        (["[a-c]x", "[z-a]y"], "bx", True),
        (["[a", "x"], "[a", None),
        (["]x", "[]]y", "[!]]z"], "]y", True),
        (["tmp/**/x.md"], "tmp/a/b/x.md", True),
        (["tmp/**/x.md"], "tmp/x.md", True),
        (["a**b"], "axxb", True),
        (["a[!b]c"], "axc", True),
        (["a[^b]c"], "abc", None),
        (["a[!b]c"], "a/c", None),  # unlike in pathspec, no bracket stands for a slash
    ],
)
def test_ordinary_lines(lines: list[str], path: str, verdict: bool | None) -> None:
    assert Ignores.of(lines).verdict(path) is verdict


@pytest.mark.parametrize("line", ["a\\", "!", "//"])
def test_what_means_nothing_is_passed_over_or_refused(line: str) -> None:
    assert Ignores.of([line, "b"]).verdict("b") is True
    with pytest.raises(ValueError, match=re.escape(repr(line)[1:-1])):
        Ignores.of([line], strict=True)


def test_what_follows_a_star_is_never_tried_again() -> None:
    """In an expression without a choice to come back to there is nothing to repeat."""
    segment = _segment("*a" * 40 + "b")
    assert segment is not None
    assert segment.pattern.count("(?>.*?a)") == 39
    assert Ignores.of(["*a" * 2000 + "b"]).verdict("a" * 20_000) is None
    assert Ignores.of(["**/a/" * 60 + "b"]).verdict("a/" * 2000 + "c") is None


CARD = "kind: cheat-sheet\ncards:\n  - front: What is a tide?\n    back: A rise of the sea.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".gitignore", "*.yaml\n!keep.sheet.yaml\n"),
        ("quizlint.toml", 'exclude = ["*.sheet.yaml", "!keep.sheet.yaml"]\n'),
    ],
)
def test_what_is_taken_back_is_read(
    quizlint: Quizlint, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    for each in ("keep", "lose"):
        (tmp_path / f"{each}.sheet.yaml").write_text(CARD + "  - front: What?\n    back:\n")
    ran = quizlint("check", ".", "--format", "concise")
    assert "keep.sheet.yaml" in ran.out
    assert "lose.sheet.yaml" not in ran.out


def test_many_stars_take_no_time(quizlint: Quizlint, tmp_path: Path) -> None:
    stars = "*a" * 60 + "b"
    (tmp_path / ".gitignore").write_text(f"{stars}\n**/{stars}/**/{stars}\n")
    (tmp_path / "quizlint.toml").write_text(f'exclude = ["{stars}"]\n')
    (tmp_path / f"{'a' * 100}.sheet.yaml").write_text(CARD)
    assert "1 item" in quizlint("check", ".").out
