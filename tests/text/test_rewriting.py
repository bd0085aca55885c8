"""A text changed in places, with the way back and forth."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.rewriting import Change, Rewriting


@st.composite
def rewritings(draw: st.DrawFn) -> tuple[str, list[Change]]:
    """A text and changes of it, which may touch each other."""
    before = draw(st.text("abcdef", max_size=16))
    cuts = sorted(draw(st.sets(st.integers(0, len(before)))))
    changes = [
        (start, end, draw(st.text("XYZ", max_size=3)))
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    ]
    return before, changes


def reference(before: str, changes: list[Change]) -> list[tuple[str, tuple[int, int]]]:
    """Each character of the result, with the range before that gives it."""
    found: list[tuple[str, tuple[int, int]]] = []
    at = 0
    for start, end, instead in [*changes, (len(before), len(before), "")]:
        found += [(before[index], (index, index + 1)) for index in range(at, start)]
        found += [(char, (start, end)) for char in instead]
        at = end
    return found


@given(rewritings())
def test_the_way_back_is_the_smallest_range(case: tuple[str, list[Change]]) -> None:
    rewriting = Rewriting(*case)
    expected = reference(*case)
    assert rewriting.text == "".join(char for char, _ in expected)
    for start in range(len(expected)):
        for end in range(start + 1, len(expected) + 1):
            begin, finish = expected[start][1][0], expected[end - 1][1][1]
            assert rewriting.back(start, end) == (begin, finish)


@given(rewritings())
def test_empty_ranges_stay_empty_and_in_order(case: tuple[str, list[Change]]) -> None:
    rewriting = Rewriting(*case)
    places = [rewriting.back(at, at) for at in range(len(rewriting.text) + 1)]
    assert all(start == end for start, end in places)
    assert all(before <= after for before, after in pairwise(places))
    assert all(0 <= at <= len(case[0]) for at, _ in places)


@given(rewritings())
def test_the_way_forth_covers_what_came_from_a_range(case: tuple[str, list[Change]]) -> None:
    before, changes = case
    rewriting = Rewriting(before, changes)
    origins = [origin for _, origin in reference(before, changes)]
    for start in range(len(before) + 1):
        for end in range(start, len(before) + 1):
            begin, finish = rewriting.forth(start, end)
            assert 0 <= begin <= finish <= len(rewriting.text)
            inside = [at for at, (a, b) in enumerate(origins) if start <= a and b <= end]
            touched = [at for at, (a, b) in enumerate(origins) if a < end and start < b]
            assert set(inside) <= set(range(begin, finish)) <= set(touched)


@given(rewritings())
def test_forth_leads_back(case: tuple[str, list[Change]]) -> None:
    rewriting = Rewriting(*case)
    size = len(rewriting.text)
    for start in range(size):
        for end in range(start + 1, size + 1):
            begin, finish = rewriting.forth(*rewriting.back(start, end))
            assert begin <= start < end <= finish
            assert rewriting.back(begin, finish) == rewriting.back(start, end)


@pytest.mark.parametrize(
    ("start", "end", "forth"),
    [
        (0, 1, (0, 1)),
        (1, 4, (1, 2)),
        (2, 3, (1, 2)),
        (4, 6, (2, 4)),
        (6, 8, (4, 4)),
        (0, 8, (0, 4)),
    ],
)
def test_part_of_what_was_replaced_takes_all_of_it(
    start: int, end: int, forth: tuple[int, int]
) -> None:
    rewriting = Rewriting("abbbcdee", [(1, 4, "X"), (6, 8, "")])
    assert rewriting.text == "aXcd"
    assert rewriting.forth(start, end) == forth


def test_nothing_is_left() -> None:
    rewriting = Rewriting("abc", [(0, 3, "")])
    assert rewriting.text == ""
    assert rewriting.back(0, 0) == (0, 0)
    assert rewriting.forth(0, 3) == (0, 0)
