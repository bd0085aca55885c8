"""Trivia text: #Q, ^ and lettered options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import LabelOrder
from quizlint.formats import trivia
from quizlint.formats.base import Files
from quizlint.text import Source

GOOD = "#Q Which sea is salt?\n^ The Dead Sea\nA The Dead Sea\nB Lake Garda\nC Loch Ness\n"


def read(text: str) -> Reading:
    return trivia.read(Source("a.txt", text), Files())


def questions(text: str) -> list[Question]:
    return [question for document in read(text).documents for question in document.questions]


def test_a_question() -> None:
    (question,) = questions(GOOD)
    assert read(GOOD).problems == ()
    assert question.stem.value == "Which sea is salt?"
    texts = [option.text.value for option in question.options]
    assert texts == ["The Dead Sea", "Lake Garda", "Loch Ness"]
    assert question.key.indices == (0,)
    assert question.key.written[0].as_text == 0


@pytest.mark.parametrize("between", ["", "\n", "\n\n \n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_many_questions(between: str, end: str) -> None:
    text = (between + GOOD + between + GOOD).replace("\n", end)
    assert [len(question.options) for question in questions(text)] == [3, 3]
    assert read(text).problems == ()


def test_a_key_is_a_text_and_never_a_letter() -> None:
    (question,) = questions("#Q Which blood?\n^ A\nA O\nB A\nC AB\n")
    assert question.key.indices == (1,)
    (question,) = questions("#Q Which blood?\n^ B\nA O\nB A\nC AB\n")
    assert question.key.indices == ()
    assert question.key.written[0].readings == frozenset()


def test_texts_go_on_over_lines_and_may_begin_with_a_letter() -> None:
    text = "#Q A lock is\nA wonder of what?\n\nI ask.\n^ Wa-\nter\nA Wa-\nter\nB Sand\nand lime\n"
    (question,) = questions(text)
    assert question.stem.value == "A lock is\nA wonder of what?\n\nI ask."
    assert [option.text.value for option in question.options] == ["Wa-\nter", "Sand\nand lime"]
    assert question.key.indices == (0,)


def test_true_and_false() -> None:
    (question,) = questions("#Q Locks leak.\n^ True\nA True\nB False\n")
    assert question.interaction is Interaction.TRUE_FALSE


def test_what_is_missing_hides_nothing() -> None:
    text = "stray\n\n#Q One?\nA a\nB b\n\n#Q\n^ c\nA c\nB d\n\nwords\n\n#Q Three?\n^ e\n"
    one, two, three = questions(text)
    assert one.key.state is KeyState.ABSENT
    assert len(one.options) == 2
    assert text[slice(*two.stem.span)] == "#Q"
    assert three.interaction is Interaction.TEXT
    assert [text[slice(*problem.span)] for problem in read(text).problems] == ["stray", "words"]


def test_letters_out_of_order_are_noted() -> None:
    (problem,) = read("#Q One?\n^ b\nA a\nC b\n").problems
    assert isinstance(problem, LabelOrder)


def test_files_that_are_not_utf_8_are_read() -> None:
    source = Source.from_bytes("a.txt", GOOD.replace("Garda", "Zürich").encode("cp1252"))
    (document,) = trivia.read(source, Files()).documents
    assert document.questions[0].options[1].text.value == "Lake Zürich"


def test_other_text_is_left_alone() -> None:
    assert read("Just words.\n").skipped is not None
    assert trivia.sniff("a.txt", "# Quiet\n^ here\n") == 0
    assert trivia.sniff("a.txt", GOOD) > 0.5


LINES = (
    *(
        "#Q Who?",
        "#Q",
        "^ me",
        "^",
        "A me",
        "B you",
        "C",
        "D é 😀",
        "more",
        "",
        "",
        " ",
        "A",
        "#Quiet",
    ),
)
trivia_text = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.sampled_from(LINES), max_size=25),
    st.sampled_from(("\n", "\r\n", "\r")),
)


@given(st.one_of(trivia_text, st.text()))
def test_every_leaf_is_spelt_where_it_stands(source: str) -> None:
    reading = read(source)
    for problem in reading.problems:
        assert source[slice(*problem.span)].strip()
    for document in reading.documents:
        for question in document.questions:
            texts = [*question.texts, *(written.text for written in question.key.written)]
            for text in texts:
                assert question.span.covers(text.span)
                assert text.span.start < text.span.end
                assert text.value in ("", source[slice(*text.span)])
    assert 0 <= trivia.sniff("a.txt", source) <= 1
