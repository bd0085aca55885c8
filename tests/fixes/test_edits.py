"""Edits of a text, as bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Confidence, Safety, Severity
from quizlint.engine.result import Diagnostic, Place, Repair, TextEdit
from quizlint.fixes.edits import chosen, edited, encoded
from quizlint.text import Source


def finding(*edits: tuple[int, int, str]) -> Diagnostic:
    made = tuple(TextEdit(Place("a", 1, 1, 1, 1, start, end), text) for start, end, text in edits)
    repair = Repair(Safety.SAFE, "", made)
    here = Place("a", 1, 1, 1, 1, 0, 0)
    return Diagnostic("X", "x", Severity.INFO, Confidence.HIGH, "", here, repair=repair)


def test_edits_are_made_wherever_they_stand() -> None:
    assert edited("abcdef", [finding((4, 5, "X")), finding((0, 1, ""), (2, 2, "--"))]) == "b--cdXf"
    assert edited("abc", []) == "abc"


@pytest.mark.parametrize(
    ("second", "together"),
    [((3, 4, ""), True), ((2, 3, ""), False), ((2, 2, ""), False), ((1, 1, ""), False)],
)
def test_what_touches_waits(second: tuple[int, int, str], together: bool) -> None:
    first, other = finding((0, 2, "x")), finding(second)
    assert list(chosen([first, other])) == ([first, other] if together else [first])


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"]))
def test_a_file_keeps_its_encoding(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    data = mark + data
    read = Source.from_bytes("a", data).text
    assert encoded(read, data) == data


def test_a_character_that_has_no_place_changes_nothing() -> None:
    data = b"caf\xe9 "
    assert encoded("café!", data) == b"caf\xe9!"
    assert encoded("café \u4e2d", data) is None
