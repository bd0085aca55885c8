"""A written answer is read as text, as letter and as number, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Key, KeyState, Option, WrittenKey
from quizlint.formats.kit.keys import Choices, key_of, named, read_answer, split_letters
from quizlint.formats.kit.written import Answer, resolved
from quizlint.text import Span, Text


def text(value: str) -> Text:
    return Text(value, Span(0, len(value)), value)


def options(*values: str, labels: str = "") -> list[Option]:
    marks: list[Text | None] = [text(label) for label in labels]
    marks = marks or [None] * len(values)
    return [
        Option(text(value), Span(0, len(value)), label)
        for value, label in zip(values, marks, strict=True)
    ]


def read_key(answers: list[Text], offered: list[Option], span: Span) -> Key:
    written = resolved(map(Answer, answers), Choices(offered))
    return key_of(written, len(offered), span)


def readings(written: WrittenKey) -> tuple[int | None, ...]:
    return (written.as_text, written.as_letter, written.as_index, written.as_ordinal)


WORDS = options("Iron", "Two  words", "Café", "Zinc")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Iron", (0, None, None, None)),
        (" Two\nwords ", (1, None, None, None)),
        ("Cafe\u0301", (2, None, None, None)),
        ("iron", (None, None, None, None)),
        ("A", (None, 0, None, None)),
        ("(d)", (None, 3, None, None)),
        ("c.", (None, 2, None, None)),
        ("F", (None, 5, None, None)),
        ("D) Zinc", (3, 3, None, None)),
        ("A) Zinc", (3, 0, None, None)),
        ("D) Gold", (None, None, None, None)),
        ("2", (None, None, None, None)),
        ("", (None, None, None, None)),
    ],
)
def test_readings_of_text_and_letter(answer: str, expected: tuple[int | None, ...]) -> None:
    assert readings(read_answer(text(answer), Choices(WORDS))) == expected


@pytest.mark.parametrize(
    ("base", "expected", "place"),
    [
        (0, (None, None, 2, None), 2),
        (1, (None, None, None, 1), 1),
        (None, (None, None, 2, 1), None),
    ],
)
def test_readings_of_a_number(
    base: int | None, expected: tuple[int | None, ...], place: int | None
) -> None:
    written = read_answer(text("2"), Choices(WORDS), counts=True, base=base)
    assert readings(written) == expected
    assert named(written, len(WORDS)) == place


def test_a_number_that_is_a_text_too_has_both_readings() -> None:
    numbers = Choices(options("1", "2", "3", "4"))
    written = read_answer(text("2"), numbers, counts=True, base=0)
    assert readings(written) == (1, None, 2, None)
    assert named(written, 4) is None
    assert readings(read_answer(text("2"), numbers, counts=True, base=0, words=False))[0] is None


def test_written_labels_go_before_places() -> None:
    labelled = Choices(options("Iron", "Gold", "Zinc", labels="BAE"))
    assert read_answer(text("a"), labelled).as_letter == 1
    assert read_answer(text("E"), labelled).as_letter == 2
    beyond = read_answer(text("C"), labelled).as_letter
    assert beyond is not None
    assert beyond >= 3, "a letter that no option bears names none of them"
    numbered = Choices(options("Iron", "Gold", labels="12"))
    assert readings(read_answer(text("2"), numbered, counts=True)) == (None, 1, None, None)


def test_text_against_letter_is_ambiguous() -> None:
    key = read_key([text("A")], options("O", "A", "B", "AB"), Span(0, 1))
    assert key.indices == ()
    assert key.written[0].readings == {0, 1}
    assert read_key([text("A")], options("A", "B"), Span(0, 1)).indices == (0,)


def test_booleans_match_whatever_their_case() -> None:
    truths = Choices(options("True", "False"))
    assert read_answer(text("false"), truths, boolean=True).as_text == 1
    assert read_answer(text("false"), truths).as_text is None


@pytest.mark.parametrize(
    ("answer", "parts"),
    [
        ("A, C", ["A", "C"]),
        ("a,b , (d)", ["a", "b", "(d)"]),
        ("AC", ["AC"]),
        ("A, then C", ["A, then C"]),
        ("A,", ["A,"]),
        ("x, y", ["x, y"]),
    ],
)
def test_lists_of_letters(answer: str, parts: list[str]) -> None:
    choices = Choices(options("x, y", "Gold", "Zinc", "Lead"))
    split = split_letters(text(answer), choices)
    assert [part.value for part in split] == parts
    for part in split:
        assert answer[part.span.start : part.span.end] == part.value


def test_several_answers_are_several_indices() -> None:
    key = read_key([text("C"), text("Iron"), text("Gold")], WORDS, Span(3, 9))
    assert key.state is KeyState.PRESENT
    assert key.indices == (0, 2)
    assert len(key.written) == 3
    assert key.span == Span(3, 9)


@given(
    answer=st.text(max_size=6),
    values=st.lists(st.text(max_size=4), min_size=1, max_size=5),
    counts=st.booleans(),
    base=st.sampled_from([0, 1, None]),
)
def test_indices_lie_inside_and_a_text_reading_is_equal_text(
    answer: str, values: list[str], counts: bool, base: int | None
) -> None:
    written = read_answer(text(answer), Choices(options(*values)), counts=counts, base=base)
    place = named(written, len(values))
    assert place is None or 0 <= place < len(values)
    assert (place is None) == (len({r for r in written.readings if 0 <= r < len(values)}) != 1)
    if answer in values:
        assert written.as_text is not None
