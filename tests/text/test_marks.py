"""What is known of each character: free, literal or dropped."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.marks import Marks
from quizlint.text.rewriting import Rewriting

SIZE = 8
RANGES = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda pair: sorted(pair))
STEPS = st.lists(
    st.tuples(st.sampled_from(["drop", "keep", "protect"]), RANGES, st.sampled_from(["", " ", "^"]))
)


@given(STEPS)
def test_fates(steps: list[tuple[str, list[int], str]]) -> None:
    marks = Marks("abcdefgh")
    free, dropped = set(range(SIZE)), set[int]()
    for what, (start, end), instead in steps:
        span = set(range(start, end))
        if what == "drop":
            marks.drop(start, end, instead)
            dropped |= span
        elif what == "keep":
            marks.keep(start, end)
            dropped -= span
        else:
            marks.protect(start, end)
        free -= span
    assert {at for at in range(SIZE) if marks.is_free(at, at + 1)} == free
    assert {at for at in range(SIZE) if marks.is_dropped(at)} == dropped
    assert {match.start() for match in marks.free(re.compile("."))} == free
    for start in range(SIZE + 1):
        for end in range(start, SIZE + 1):
            assert marks.is_free(start, end) == (set(range(start, end)) <= free)


@given(st.lists(st.integers(0, 4), max_size=6), st.lists(st.sampled_from(["", " ", "^"])))
def test_changes_take_away_what_was_dropped(gaps: list[int], instead: list[str]) -> None:
    value = "abcdefghijklmnopqrstuvwxyz"
    cuts = [sum(gaps[: index + 1]) for index in range(len(gaps))]
    marks, expected, at = Marks(value), "", 0
    for (start, end), new in zip(list(pairwise(cuts))[::2], instead, strict=False):
        marks.drop(start, end, new)
        expected += value[at:start] + (new if start < end else "")
        at = end
    assert Rewriting(value, marks.changes()).text == expected + value[at:]


def test_ranges_that_touch_keep_what_takes_their_place() -> None:
    marks = Marks("abcd")
    marks.drop(0, 2, "X")
    marks.drop(2, 4, "Y")
    assert marks.changes() == [(0, 2, "X"), (2, 4, "Y")]


def test_free_matches_begin_at_free_characters_within_bounds() -> None:
    marks = Marks("aaaaaa")
    marks.keep(1, 2)
    marks.drop(4, 5)
    found = [match.start() for match in marks.free(re.compile("a"), 1, 5)]
    assert found == [2, 3]
    assert [m.span() for m in marks.free(re.compile("aaa"))] == [(0, 3), (3, 6)]
