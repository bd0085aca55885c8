"""Aiken, and what Moodle drops of it without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import LabelOrder
from quizlint.formats import aiken
from quizlint.formats.base import Files
from quizlint.rules.keys.key_out_of_range import is_out_of_range
from quizlint.text import Source

GOOD = "Which gate opens first?\nA) the upper\nB. the lower\nC) none\nANSWER: B\n"


def read(text: str) -> Reading:
    return aiken.read(Source("a.txt", text), Files())


def questions(text: str) -> list[Question]:
    return [question for document in read(text).documents for question in document.questions]


def noted(text: str) -> list[str]:
    return [text[slice(*problem.span)] for problem in read(text).problems]


def test_a_question() -> None:
    (question,) = questions(GOOD)
    assert read(GOOD).problems == ()
    assert question.stem.value == "Which gate opens first?"
    assert [o.text.value for o in question.options] == ["the upper", "the lower", "none"]
    assert [o.label and o.label.value for o in question.options] == ["A", "B", "C"]
    assert question.key.indices == (1,)
    assert question.interaction is Interaction.CHOICE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", ["", "\n", "\n \n\n"])
def test_blank_lines_do_not_matter(between: str, end: str) -> None:
    text = (GOOD + between + GOOD.replace("\n", "\n" + between)).replace("\n", end)
    assert [q.key.indices for q in questions(text)] == [(1,), (1,)]
    assert read(text).problems == ()


@pytest.mark.parametrize("answer", ["D", "d", "Z", "2", "é", "(B)"])
def test_an_answer_that_names_no_option_reaches_the_rule(answer: str) -> None:
    (question,) = questions(GOOD.replace("ANSWER: B", f"ANSWER: {answer}"))
    (written,) = question.key.written
    assert written.text.value == answer
    assert is_out_of_range(written, 3)
    assert question.key.indices == ()


def test_only_the_first_character_counts() -> None:
    (question,) = questions(GOOD.replace("ANSWER: B", "ANSWER: B) the lower"))
    assert question.key.indices == (1,)
    text = GOOD.replace("ANSWER: B", "ANSWER: B, C")
    assert questions(text)[0].key.indices == (1,)
    assert noted(text) == ["ANSWER: B, C"]
    (question,) = questions(GOOD.replace("ANSWER: B", "ANSWER: the upper"))
    assert question.key.written[0].as_text == 0


def test_moodle_counts_options_and_ignores_their_letters() -> None:
    text = "Which?\nA) one\nC) two\nB) three\nANSWER: B\n"
    assert questions(text)[0].key.indices == (1,)
    assert [type(problem) for problem in read(text).problems] == [LabelOrder]


def test_a_second_line_of_the_stem_drops_the_first() -> None:
    text = "Given a lock,\nwhich gate opens?\nA) one\nB) two\nANSWER: A\n"
    assert noted(text) == ["Given a lock,\nwhich gate opens?"]
    assert questions(text)[0].stem.value == "Given a lock,\nwhich gate opens?"


def test_a_second_line_of_an_option_drops_the_question() -> None:
    text = "Which gate?\nA) one\nthat leaks\nB) two\nANSWER: A\n"
    assert noted(text) == ["\nthat leaks"]
    (question,) = questions(text)
    assert [o.text.value for o in question.options] == ["one\nthat leaks", "two"]


def test_a_heading_is_no_stem() -> None:
    text = "Chapter one\n\n" + GOOD
    assert noted(text) == ["Chapter one"]
    assert len(questions(text)) == 1


@pytest.mark.parametrize("line", ["Answer: B", "answer: B", "ANSWER B", "Correct answer: B"])
def test_an_answer_written_otherwise_is_read_and_noted(line: str) -> None:
    text = GOOD.replace("ANSWER: B", line) + "\n" + GOOD
    assert noted(text) == [line]
    assert [q.key.indices for q in questions(text)] == [(1,), (1,)]


@pytest.mark.parametrize("labels", ["a) b)", "(A) (B)", "A: B:"])
def test_labels_that_moodle_does_not_know_are_read_and_noted_once(labels: str) -> None:
    first, second = labels.split()
    text = f"Which?\n{first} one\n{second} two\nANSWER: B\n"
    assert noted(text) == [f"{first} one\n{second} two"]
    assert questions(text)[0].key.indices == (1,)


def test_a_question_without_an_answer_hides_no_other() -> None:
    first, second = questions(GOOD.replace("ANSWER: B\n", "") + "\n" + GOOD)
    assert first.key.state is KeyState.ABSENT
    assert second.key.indices == (1,)
    first, second = questions(GOOD.replace("ANSWER: B\n", "") + GOOD)
    assert [o.text.value for o in first.options] == ["the upper", "the lower", "none"]


def test_lines_that_belong_to_nothing_are_noted() -> None:
    text = "A) one\nANSWER: A\n" + GOOD + "\nThe end.\n"
    assert noted(text) == ["A) one", "ANSWER: A", "The end."]
    assert len(questions(text)) == 1


def test_what_has_no_question_is_left_alone() -> None:
    assert read("Just words.\n").skipped is not None
    assert aiken.sniff("a.txt", "Just words.\n") == 0
    assert aiken.sniff("a.md", GOOD) == 0
    assert aiken.sniff("-", GOOD) > 0.5


LINES = (
    *("Who?", "What", "A) one", "B. two", "C)", "D) é 😀", "a) low", "(B) odd", "ANSWER: A", "x"),
    *(
        "ANSWER: é",
        "ANSWER:",
        "answer: b",
        "ANSWER: A, B",
        "ANSWER C",
        "",
        "",
        "  ",
        "A",
        "\x00\x01",
    ),
)
aiken_text = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.sampled_from(LINES), max_size=25),
    st.sampled_from(("\n", "\r\n", "\r")),
)


@given(st.one_of(aiken_text, st.text()))
def test_every_leaf_is_spelt_where_it_stands(source: str) -> None:
    reading = read(source)
    for problem in reading.problems:
        assert source[slice(*problem.span)].strip()
    for document in reading.documents:
        for question in document.questions:
            texts = [*question.texts, *(written.text for written in question.key.written)]
            texts += [option.label for option in question.options if option.label is not None]
            for text in texts:
                assert question.span.covers(text.span)
                assert text.span.start < text.span.end
                assert text.value in ("", source[slice(*text.span)])
            for option in question.options:
                assert question.span.covers(option.span)
    assert 0 <= aiken.sniff("a.txt", source) <= 1


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_line_endings_do_not_matter(lines: list[str]) -> None:
    def seen(end: str) -> list[object]:
        text = end.join(lines)
        found = [[t.value.replace(end, " ") for t in q.texts] for q in questions(text)]
        return [found, [(type(p), p.route) for p in read(text).problems]]

    assert seen("\n") == seen("\r\n")
