"""A leaf of content, and the way between its value and what was written for it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text import VERBATIM, Span, Spelling, Text
from quizlint.text.scalars.json import JSON_STRING
from quizlint.text.scalars.yaml import FOLDED, LITERAL, SINGLE

VALUES = st.text(alphabet='ab é🎓"\\\n\t&;', min_size=1, max_size=12)


def in_json(value: str, ascii_only: bool) -> Text:
    """A value in a file of JSON, which may spell one character with up to twelve."""
    source = f"[{json.dumps(value, ensure_ascii=ascii_only)}]\n"
    return Text(value, Span(1, len(source) - 2), source, JSON_STRING)


def verbatim(value: str) -> Text:
    source = f"> {value} <"
    return Text(value, Span(2, 2 + len(value)), source)


TEXTS = st.builds(in_json, VALUES, st.booleans()) | VALUES.map(verbatim)


@given(TEXTS)
def test_within_is_the_inverse_of_at(text: Text) -> None:
    size = len(text.value)
    for start in range(size):
        for end in range(start + 1, size + 1):
            assert text.within(text.at(start, end)) == (start, end)


@given(TEXTS, st.data())
def test_a_place_in_the_source_takes_whole_characters(text: Text, data: st.DataObject) -> None:
    length = len(text._source)
    start = data.draw(st.integers(0, length - 1))
    span = Span(start, data.draw(st.integers(start + 1, length)))
    places = [text.at(index, index + 1) for index in range(len(text.value))]
    touched = [n for n, (a, b) in enumerate(places) if a < span.end and span.start < b]
    expected = (touched[0], touched[-1] + 1) if touched else None
    assert text.within(span) == expected


@given(TEXTS)
def test_places_ascend_and_lie_in_the_text(text: Text) -> None:
    places = [text.at(index, index + 1) for index in range(len(text.value))]
    assert places == sorted(places)
    assert all(text.span.covers(place) for place in places)
    assert text.at(0, len(text.value)) == (places[0].start, places[-1].end)
    for at in range(len(text.value) + 1):
        start, end = text.at(at, at)
        assert start == end
        assert text.within(Span(start, end)) is None


@pytest.mark.parametrize(
    ("written", "value", "spelling", "place", "within"),
    [
        (r'"a\u00e9b"', "aéb", JSON_STRING, (3, 5), (1, 2)),  # inside an escape
        (r'"a\u00e9b"', "aéb", JSON_STRING, (0, 1), None),  # the quote
        (r'"a\u00e9b"', "aéb", JSON_STRING, (8, 10), (2, 3)),
        (r'"a\u00e9b"', "aéb", JSON_STRING, (0, 10), (0, 3)),
        ("'it''s'", "it's", SINGLE, (3, 4), (2, 3)),  # one half of a doubled quote
        ("'it''s'", "it's", SINGLE, (3, 5), (2, 3)),
        ("'it''s'", "it's", SINGLE, (6, 7), None),
        ("|\n  one\n  two\n", "one\ntwo\n", LITERAL, (8, 10), (3, 4)),  # of a break and indent
        ("|\n  one\n  two\n", "one\ntwo\n", LITERAL, (0, 3), None),  # the header
        (">\n  one\n  two\n", "one two\n", FOLDED, (4, 11), (0, 5)),
        ("plain", "plain", VERBATIM, (1, 3), (1, 3)),
        ("plain", "plain", VERBATIM, (5, 9), None),
        ("", "", VERBATIM, (0, 0), None),
    ],
)
def test_what_a_place_spells(
    written: str,
    value: str,
    spelling: Spelling,
    place: tuple[int, int],
    within: tuple[int, int] | None,
) -> None:
    text = Text(value, Span(0, len(written)), written, spelling)
    assert text.within(Span(*place)) == within


def test_a_value_that_is_not_what_was_written_is_placed_whole() -> None:
    text = Text("other", Span(0, 8), "'it''s' ", SINGLE)
    assert text.at(1, 2) == text.span
    assert text.within(text.span) is None


def test_a_doubled_quote_at_an_end_is_no_plain_quoting() -> None:
    written = "'''a'"
    text = Text("'a", Span(0, 5), written, SINGLE)
    assert text.at(0, 1) == (1, 3)
    assert text.at(1, 2) == (3, 4)
    unclosed = Text("'", Span(0, 3), "'''", SINGLE)
    assert unclosed.at(0, 1) == (1, 3)


@given(TEXTS, st.data())
def test_a_part_is_placed_as_in_the_whole(text: Text, data: st.DataObject) -> None:
    size = len(text.value)
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    part = text.slice(start, end)
    assert part.value == text.value[start:end]
    assert part.span == text.at(start, end)
    for at in range(end - start):
        assert part.at(at, at + 1) == text.at(start + at, start + at + 1)
        assert part.slice(at, at + 1).span == part.at(at, at + 1)
        assert part.within(part.at(at, at + 1)) == (at, at + 1)
    nothing = text.slice(start, start)
    assert (nothing.value, nothing.span) == ("", text.at(start, start))


def test_what_a_reader_sees_has_its_place_too() -> None:
    source = r'"a **\u0062ig** &amp; cat"'
    text = Text("a **big** &amp; cat", Span(0, len(source)), source, JSON_STRING)
    assert text.plain == text.prose.text == "a big & cat"
    place = text.plain_at(2, 7)
    assert source[place.start : place.end] == r"\u0062ig** &amp;"
    assert text.prose is text.prose


@pytest.mark.parametrize(("value", "says"), [("", False), (" \n\u00a0", False), (" x", True)])
def test_white_space_says_nothing(value: str, says: bool) -> None:
    assert bool(Text(value, Span(0, len(value)), value)) == says


def test_an_empty_value_stands_where_it_was_written() -> None:
    text = Text("", Span(3, 5), 'k: ""', JSON_STRING)
    assert text.at(0, 0) == (3, 5)
    assert text.raw == '""'
    assert repr(text) == "Text('', 3..5)"
