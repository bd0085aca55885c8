"""Ranges, and values with what spells each of their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text import VERBATIM, Decoded, Span


@pytest.mark.parametrize(
    ("other", "covered"),
    [
        (Span(2, 5), True),
        (Span(3, 4), True),
        (Span(2, 2), True),
        (Span(5, 5), True),
        (Span(1, 5), False),
        (Span(2, 6), False),
        (Span(6, 6), False),
    ],
)
def test_a_span_covers_what_lies_wholly_in_it(other: Span, covered: bool) -> None:
    assert Span(2, 5).covers(other) == covered


@st.composite
def pieces(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    """Texts with ascending ranges, as long as the text or not."""
    found, at = [], draw(st.integers(0, 3))
    for text in draw(st.lists(st.text("ab", min_size=1, max_size=4), max_size=6)):
        length = draw(st.just(len(text)) | st.integers(1, 6))
        found.append((text, at, at + length))
        at += length + draw(st.integers(0, 2))
    return found


@given(pieces())
def test_joined_pieces_keep_their_ranges(given_: list[tuple[str, int, int]]) -> None:
    decoded = Decoded.joined(given_)
    assert decoded.value == "".join(text for text, _, _ in given_)
    assert len(decoded.starts) == len(decoded.ends) == len(decoded.value)
    assert list(decoded.starts) == sorted(decoded.starts)
    assert list(decoded.ends) == sorted(decoded.ends)
    at = 0
    for text, start, end in given_:
        assert decoded.span(at, at + len(text)) == (start, end)
        for index in range(len(text)):
            one = decoded.span(at + index, at + index + 1)
            exact = Span(start + index, start + index + 1)
            assert one == (exact if len(text) == end - start else (start, end))
        at += len(text)


def test_empty_ranges_stay_empty() -> None:
    decoded = Decoded("ab", [3, 9], [5, 10])
    assert [decoded.span(at, at) for at in range(3)] == [(3, 3), (9, 9), (10, 10)]
    with pytest.raises(IndexError):
        Decoded("", [], []).span(0, 0)


@given(st.text(max_size=20), st.data())
def test_verbatim_is_its_own_spelling(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    decoded = VERBATIM.decode(source, Span(start, end))
    assert decoded.value == source[start:end]
    for index in range(end - start):
        assert decoded.span(index, index + 1) == (start + index, start + index + 1)
