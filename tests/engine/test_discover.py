"""Which files a run looks at."""

import subprocess
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from quizlint.engine.discover import Discovery


def claims(path: Path) -> bool:
    return path.name.endswith(".yaml")


def make(folder: Path, *files: str, **ignores: str) -> Discovery:
    """Files in a work tree of git, with what is ignored in it."""
    (folder / ".git").mkdir(exist_ok=True)
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    for part, lines in ignores.items():
        (folder / part.strip("_") / ".gitignore").write_text(lines)
    return Discovery(claims)


def found(discovery: Discovery, folder: Path, *names: str) -> list[str]:
    paths = [str(folder / name) for name in names or ("",)]
    files: list[Any] = list(discovery.files(paths))  # with whether each was named, or without
    taken = [each[0] if isinstance(each, tuple) else each for each in files]
    return [path.relative_to(folder).as_posix() for path in taken]


def test_files_are_sorted_within_each_path_and_each_is_given_once(tmp_path: Path) -> None:
    discovery = make(tmp_path, "b.yaml", "a.yaml", "c/z.yaml", "c/y.yaml", "a.txt", "B/x.yaml")
    assert found(discovery, tmp_path) == ["a.yaml", "b.yaml", "B/x.yaml", "c/y.yaml", "c/z.yaml"]
    assert found(discovery, tmp_path, "c", "c/y.yaml", "a.yaml", ".") == [
        *("c/y.yaml", "c/z.yaml", "a.yaml"),
        *("b.yaml", "B/x.yaml"),
    ]


def test_a_named_file_is_taken_whatever_its_name_and_a_missing_one_is_noted(tmp_path: Path) -> None:
    discovery = make(tmp_path, "a.txt", "b.yaml")
    assert found(discovery, tmp_path, "a.txt", "gone.yaml", "b.yaml") == ["a.txt", "b.yaml"]
    assert discovery.missing == [str(tmp_path / "gone.yaml")]


@pytest.mark.parametrize("folder", [".git", "node_modules", ".venv", "__pycache__"])
def test_folders_that_hold_no_content_are_skipped_unless_named(tmp_path: Path, folder: str) -> None:
    discovery = make(tmp_path, f"{folder}/a.yaml", f"x/{folder}/a.yaml", f"{folder}.d/a.yaml")
    assert found(discovery, tmp_path) == [f"{folder}.d/a.yaml"]
    assert found(discovery, tmp_path, folder) == [f"{folder}/a.yaml"]


FILES = (
    *("a.yaml", "keep.yaml", "sub/a.yaml", "sub/keep.yaml", "sub/deep/a.yaml", "my drafts/a.yaml"),
    *("drafts/a.yaml", "drafts/keep.yaml", "sub/drafts/a.yaml", "sub/drafts/new/keep.yaml"),
)

IGNORES = [
    {"_": "*.yaml\n!keep.yaml\n"},
    {"_": "!keep.yaml\n*.yaml\n"},  # the last word counts
    {"_": "drafts/\n"},
    {"_": "/drafts/\n"},
    {"_": "drafts\n!drafts/keep.yaml\n"},  # nothing is kept of a folder that is ignored
    {"_": "drafts/*\n!drafts/keep.yaml\n"},
    {"_": "sub/**/a.yaml\n"},
    {"_": "# a.yaml\n\n\\#a.yaml\nmy\\ drafts/\n"},
    {"_": "a.yaml\n", "sub": "!a.yaml\n"},  # the nearest file is heard first
    {"_": "sub/\n", "sub": "!a.yaml\n!keep.yaml\n"},
    {"sub": "/a.yaml\ndrafts/new/\n"},  # relative to its own folder
    {"_": "!a.yaml\n", "sub": "*\n!keep.yaml\n!drafts/\n"},
    {"_": "*\n!*/\n!keep.yaml\n"},
    {"_": "*\n!sub/\n!keep.yaml\n"},
    {"_": "  \n*.YAML\n[ab].yaml\n"},
]


@pytest.mark.parametrize("ignores", IGNORES, ids=str)
def test_what_git_ignores_is_left_out(tmp_path: Path, ignores: dict[str, str]) -> None:
    """What git itself would take is the measure."""
    git = which("git")
    if git is None:
        pytest.skip("git is not here to be asked")
    subprocess.run([git, "init", "-q", str(tmp_path)], check=True)
    discovery = make(tmp_path, *FILES, **ignores)
    asked = [git, "-C", str(tmp_path), "-c", "core.excludesFile=", "ls-files", "-z"]
    listed = subprocess.run(
        [*asked, "--others", "--exclude-standard"], check=True, capture_output=True, text=True
    ).stdout
    expected = {name for name in listed.split("\0") if claims(Path(name))}
    assert set(found(discovery, tmp_path)) == expected


@pytest.mark.parametrize(
    ("ignores", "left"),
    [
        ({"_": "*.yaml\n!keep.yaml\n"}, ["keep.yaml", "sub/keep.yaml"]),
        ({"_": "*.yaml\n", "sub": "!a.yaml\n"}, ["sub/a.yaml"]),
        ({"sub": "a.yaml\n"}, ["a.yaml", "keep.yaml", "sub/keep.yaml"]),
    ],
    ids=str,
)
def test_what_is_ignored_may_be_taken_back(
    tmp_path: Path, ignores: dict[str, str], left: list[str]
) -> None:
    discovery = make(tmp_path, "a.yaml", "keep.yaml", "sub/a.yaml", "sub/keep.yaml", **ignores)
    assert found(discovery, tmp_path) == left


def test_what_the_work_tree_ignores_holds_in_a_named_folder(tmp_path: Path) -> None:
    discovery = make(tmp_path, "sub/a.yaml", "sub/b.yaml", _="a.yaml\n")
    assert found(discovery, tmp_path, "sub") == ["sub/b.yaml"]


def test_nothing_above_the_work_tree_is_heard(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / ".gitignore").write_text("a.yaml\n")
    assert found(make(inner, "a.yaml"), inner) == ["a.yaml"]


def test_a_named_file_is_taken_though_git_ignores_it(tmp_path: Path) -> None:
    discovery = make(tmp_path, "a.yaml", "b.yaml", _="a.yaml\n")
    assert found(discovery, tmp_path, "a.yaml") == ["a.yaml"]


def test_what_the_settings_leave_out_is_left_out_though_named(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml", "sub/a.yaml", "sub/b.yaml")
    discovery = Discovery(claims, lambda path: path.name == "a.yaml")
    assert found(discovery, tmp_path) == ["sub/b.yaml"]
    assert found(discovery, tmp_path, "a.yaml", "sub/a.yaml", "sub") == ["sub/b.yaml"]
    assert discovery.missing == []


def test_bytes_that_are_no_text_in_a_gitignore_do_no_harm(tmp_path: Path) -> None:
    discovery = make(tmp_path, "a.yaml", "b.yaml")
    (tmp_path / ".gitignore").write_bytes(b"caf\xe9\r\na.yaml\r\n")
    assert found(discovery, tmp_path) == ["b.yaml"]


def link(path: Path, target: str) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("there are no links here")


def test_links_in_a_loop_come_to_an_end(tmp_path: Path) -> None:
    discovery = make(tmp_path, "a.yaml", "sub/b.yaml")
    link(tmp_path / "sub/up", "..")
    link(tmp_path / "sub/self", "self")
    link(tmp_path / "sub/one", "two")
    link(tmp_path / "sub/two", "one")
    assert found(discovery, tmp_path) == ["a.yaml", "sub/b.yaml"]
    assert found(discovery, tmp_path, "sub/up/sub/up") == ["sub/up/sub/up/a.yaml",
        "sub/up/sub/up/sub/b.yaml"]  # fmt: skip
    assert found(discovery, tmp_path, "sub/self") == ["sub/self"]  # reading it will tell
    assert discovery.missing == []


def test_a_file_with_two_names_is_given_once(tmp_path: Path) -> None:
    discovery = make(tmp_path, "a.yaml")
    link(tmp_path / "b.yaml", "a.yaml")
    assert found(discovery, tmp_path) == ["a.yaml"]
    assert found(discovery, tmp_path, "b.yaml", "a.yaml") == ["b.yaml"]


def test_a_link_that_leads_out_is_followed_only_if_it_is_named(tmp_path: Path) -> None:
    (project := tmp_path / "project").mkdir()
    discovery = make(project, "a.yaml")
    (tmp_path / "secret.yaml").write_text("kind: quiz\n")
    link(project / "out.yaml", "../secret.yaml")
    link(project / "in.yaml", "a.yaml")
    assert found(discovery, project) == ["a.yaml"]  # of two names of one file the first
    assert [path.name for path in discovery.leading_out] == ["out.yaml"]
    assert found(discovery, project, "out.yaml") == ["out.yaml"]


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    discovery = make(tmp_path, "shared/a.yaml", "sub/b.yaml")
    link(tmp_path / "sub/a.yaml", "../shared/a.yaml")
    assert found(discovery, tmp_path, "sub") == ["sub/b.yaml"]
    within = Discovery(claims, project=str(tmp_path))
    assert found(within, tmp_path, "sub") == ["sub/a.yaml", "sub/b.yaml"]
