"""Texts made comparable, as changes of what was written."""

from itertools import pairwise
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.normal import collapse, composing_changes, space_changes
from quizlint.text.rewriting import Rewriting

SPACED = st.text(alphabet="ab \t\n\r\u00a0\u2003é", max_size=20)
MARKED = st.text(alphabet="ae\u0301\u0327\u0323c한\u1112\u1161\u11abक\u093c x", max_size=12)


@pytest.mark.parametrize(
    ("value", "same"),
    [
        (" a\u00a0\n b ", "a b"),
        ("cafe\u0301", "café"),
        ("*A* &amp;", "*A* &amp;"),
        ("\u2003", ""),
    ],
)
def test_white_space_and_composition_do_not_tell_texts_apart(value: str, same: str) -> None:
    assert collapse(value) == same


@given(st.text())
def test_collapsing_again_changes_nothing(value: str) -> None:
    once = collapse(value)
    assert collapse(once) == once
    assert is_normalized("NFC", once)


@given(SPACED)
def test_space_changes_collapse_space(text: str) -> None:
    changes = space_changes(text)
    assert Rewriting(text, changes).text == " ".join(text.split())
    assert all(text[start:end] != instead for start, end, instead in changes)
    assert all(before[1] <= after[0] for before, after in pairwise(changes))


@given(MARKED)
def test_composing_changes_compose(text: str) -> None:
    changes = list(composing_changes(text))
    assert Rewriting(text, changes).text == normalize("NFC", text)
    assert all(before[1] <= after[0] for before, after in pairwise(changes))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("ab e\u0301 c", [(3, 5, "é")]),
        ("e\u0301e\u0301", [(0, 2, "é"), (2, 4, "é")]),
        ("q\u0301", []),  # there is no such letter
        ("e\u0327\u0301", [(0, 3, normalize("NFC", "e\u0327\u0301"))]),
        ("q\u0301\u0323", [(1, 3, "\u0323\u0301")]),  # what stays is left alone
    ],
)
def test_a_change_covers_one_character_and_its_marks(
    text: str, changes: list[tuple[int, int, str]]
) -> None:
    assert list(composing_changes(text)) == changes
