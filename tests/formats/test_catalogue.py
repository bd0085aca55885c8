"""The one row a format has, against the module that it names."""

import re
from pathlib import Path

import pytest
from asking import WRITERS, Asked

import quizlint.formats
from quizlint.formats import load, row_of, write
from quizlint.formats.base import Files
from quizlint.formats.catalogue import CATALOGUE, TARGETS
from quizlint.formats.parts import WORDS
from quizlint.formats.write import target_of, writer
from quizlint.text import Source

ROOM = Path(quizlint.formats.__file__).parent
NO_FORMATS = {
    *("nearest", "silencing", "__init__", "base", "catalogue", "parts", "plugins", "reports"),
    *("containers", "data", "kit", "tree", "write"),
}
"""What stands in the room beside formats."""


def test_every_format_has_its_row_and_every_row_its_format() -> None:
    modules = {path.stem for path in ROOM.glob("*.py")}
    modules |= {path.parent.name for path in ROOM.glob("*/__init__.py")}
    assert modules - NO_FORMATS == set(CATALOGUE)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_row_is_true(name: str) -> None:
    row, module = CATALOGUE[name], load(name)
    assert row.name == module.name == name
    assert row.reads <= set(WORDS)
    assert all(each == each.lower() for each in (*row.suffixes, *row.packed, *row.native))
    assert set(row.native) <= set(row.suffixes)
    assert row_of(name) is row


@pytest.mark.parametrize("name", TARGETS)
def test_a_writers_row_is_true(name: str) -> None:
    row, writing = TARGETS[name], writer(name)
    assert writing.name == name
    assert row.parts <= set(WORDS)
    assert writing.unread <= row.parts
    assert target_of(f"out{writing.suffix}") == name
    assert {target_of(f"A{suffix.upper()}") for suffix in row.suffixes} == {name}


def test_every_writer_has_its_row() -> None:
    room = Path(write.__file__).parent
    modules = {path.stem for path in room.glob("*.py") if "\ndef write(" in path.read_text("utf-8")}
    assert modules == {writes.module for writes in TARGETS.values()}


def test_a_name_asks_for_one_format_at_most() -> None:
    suffixes = [suffix for writes in TARGETS.values() for suffix in writes.suffixes]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_suppression_stands_where_the_row_says(kind: str) -> None:
    name, _, _ = kind.partition(" ")
    form = CATALOGUE[name].comment
    if not form:
        pytest.skip("its files have no comments, or of several forms")
    path, made = WRITERS[kind]
    text = made(Asked(("Rome", "Oslo", "Bern"), 0))
    assert isinstance(text, str)
    comment = form.replace("{}", "quizlint: ignore[duplicate-option] -- why")
    end = text.rindex("</") if text.rstrip().endswith(">") else len(text)
    whole = f"{text[:end]}\n\n{comment}\n\n{text[end:]}"
    reading = load(name).read(Source(path, whole), Files())
    assert any("ignore[duplicate-option]" in whole[slice(*each)] for each in reading.comments)


def test_no_other_table_names_formats() -> None:
    """A format's name as a word of its own, outside its module, would be one more place to change.

    Words that name other things too are not looked for.
    """
    names = "|".join(
        CATALOGUE.keys() - {"yaml", "json", "jsonl", "markdown", "table", "page", "programs"}
    )
    quoted = re.compile(rf"\"(?:{names})\"")
    found = {
        path.relative_to(ROOM.parent)
        for path in ROOM.parent.rglob("*.py")
        if quoted.search(path.read_text("utf-8"))
    }
    written = {Path("formats/write", f"{writes.module}.py") for writes in TARGETS.values()}
    read = {path for path in found if path.with_suffix("").parts[1] in CATALOGUE}
    assert found - read - written == {Path("formats/catalogue.py")}


_IMPORT = re.compile(
    r"^ *(?:from|import) quizlint\.formats(?:\.(?P<room>\w+)| import)", re.MULTILINE
)
_BELOW = {"kit", "tree", "base", "catalogue", "parts"}


def test_the_kit_and_the_trees_know_no_format() -> None:
    for room in _BELOW:
        for path in (*ROOM.glob(f"{room}.py"), *ROOM.glob(f"{room}/*.py")):
            imported = {found["room"] for found in _IMPORT.finditer(path.read_text("utf-8"))}
            assert imported <= _BELOW, path


def test_the_documentation_names_every_suffix() -> None:
    page = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8").lower()
    for row in CATALOGUE.values():
        for suffix in (*row.suffixes, *row.packed):
            assert suffix in page, f"{row.name}: {suffix}"
