"""A table that is searched where it lies gives what a dictionary gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.language import _pronunciation, table
from quizlint.language.equivalence import thesaurus
from quizlint.language.table import Table, as_table

KEYS = st.text("ab'-z:", min_size=1, max_size=4)


@given(st.dictionaries(KEYS, st.text("xy 1!", max_size=5), min_size=1), st.lists(KEYS))
def test_it_is_a_dictionary(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, str], others: list[str]
) -> None:
    found = Table("none")
    found.path = tmp_path_factory.mktemp("table") / "table.txt"
    found.path.write_bytes(as_table(rows))
    for key in [*rows, *others]:
        assert found.get(key) == rows.get(key)
        assert (key in found) == (key in rows)


@pytest.mark.parametrize("shipped", [_pronunciation.TABLE, thesaurus.TABLE])
def test_what_is_shipped_is_found_from_the_first_line_to_the_last(shipped: Table) -> None:
    lines = shipped.path.read_text("ascii").splitlines()
    assert sorted(lines) == lines
    for line in (lines[0], lines[1], *lines[7::997], lines[-2], lines[-1]):
        key, _, value = line.partition(" ")
        assert shipped.get(key) == value


@pytest.mark.parametrize("key", ["", " ", "\n", "naïve", "a b", "zzzzzz", "'", "w:", "\0"])
def test_what_is_no_key_is_not_there(key: str) -> None:
    assert _pronunciation.TABLE.get(key) is None


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(table, "KEPT", 10)
    found = Table("none")
    found.path = tmp_path / "table.txt"
    found.path.write_bytes(as_table({"a": "1"}))
    for number in range(100):
        assert found.get(f"b{number}") is None
        assert found.get("a") == "1"
    assert len(vars(found)["_known"]) <= 10
