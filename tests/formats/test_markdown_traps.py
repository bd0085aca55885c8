"""What real quizzes in Markdown do to whoever reads them."""

import pytest

from quizlint.content import Problem, Question, Reading
from quizlint.content.problems import FormatTrap, MalformedCheckbox, MissingField
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source

NEXT = "\n\n#### Q2. Which is last?\n\n- [ ] red\n- [x] blue\n"


def read(text: str, name: str = "birds-quiz.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def first_of_two(text: str) -> Question:
    """The first question; the second one is always there."""
    reading = read(text + NEXT)
    assert reading.skipped is None
    first, second = reading.documents[0].questions
    assert second.stem.value == "Which is last?"
    assert [option.text.value for option in second.options] == ["red", "blue"]
    assert text in (text + NEXT)[: second.span.start]
    return first


def texts(question: Question) -> list[str]:
    return [option.text.value for option in question.options]


def problems(text: str) -> list[Problem]:
    return list(read(text + NEXT).problems)


@pytest.mark.parametrize("filler", [":", "&shy;", "&nbsp;", "\u200b", ""])
@pytest.mark.parametrize(
    "bodies",
    [
        ("```js\nwhile (a) {}\n```", "```js\nfor (;;) {}\n```"),
        ("![one](a.png)", "![two](b.png)"),
        ("1. wash\n2. dry", "1. dry\n2. wash"),
        ("| a |\n| - |\n| 1 |", "| a |\n| - |\n| 2 |"),
        ("<pre>\none\n</pre>", "<pre>\ntwo\n</pre>"),
    ],
)
def test_what_follows_an_empty_option_is_its_text(filler: str, bodies: tuple[str, str]) -> None:
    first, second = bodies
    text = f"#### Q1. Which one?\n\n- [ ] {filler}\n\n{first}\n\n- [x] {filler}\n\n{second}"
    question = first_of_two(text)
    lead = f"{filler}\n\n" if filler.strip() else ""
    assert texts(question) == [lead + first, lead + second]
    assert question.key.indices == (1,)


def test_code_that_is_not_indented_belongs_to_the_option_above() -> None:
    text = (
        "#### Q1. Which one?\n\n- [x] this\n\n```js\na\n```\n\n- [ ] that\n\n```js\nb\n```\n\n"
        "Explanation: so."
    )
    question = first_of_two(text)
    assert texts(question) == ["this\n\n```js\na\n```", "that\n\n```js\nb\n```"]
    assert question.rationale is not None
    assert question.rationale.value == "so."


def test_a_list_behind_an_option_that_says_something_is_not_its_text() -> None:
    text = "#### Q1. Which one?\n\n- [ ] this\n- [x] that\n\n* a note\n* more"
    assert texts(first_of_two(text)) == ["this", "that"]


def test_headings_within_a_question() -> None:
    text = (
        "#### Q1. Read the case.\n\nThe firm grows.\n\n#### Which plan fits?\n\n"
        "- [ ] this\n- [x] that"
    )
    question = first_of_two(text)
    assert question.stem.value == ("Read the case.\n\nThe firm grows.\n\n#### Which plan fits?")
    assert question.number is not None
    assert question.number.value == "Q1."
    offered = "#### Q1. Which one?\n\n#### A. red\n#### B. blue\n\n- [ ] A\n- [x] B"
    assert first_of_two(offered).stem.value == "Which one?\n\n#### A. red\n#### B. blue"


def test_a_heading_above_or_behind_a_question_is_none_of_it() -> None:
    text = "#### Q1. Which one?\n\n- [x] this\n- [ ] that\n\n#### Notes\n\nWords."
    question = first_of_two(text)
    assert question.stem.value == "Which one?"
    assert question.rationale is None


@pytest.mark.parametrize("answer", ["The correct answer is b) since so.", "Answer: **b)** that"])
@pytest.mark.parametrize("mark", ["", "- "])
def test_lettered_options_with_the_answer_in_words(answer: str, mark: str) -> None:
    text = f"#### Q1. Which one?\n\n{mark}a) this\n{mark}b) that\n{mark}c) it\n\n{answer}"
    question = first_of_two(text)
    assert texts(question) == ["this", "that", "it"]
    assert question.key.indices == (1,)


def test_a_fence_may_begin_behind_the_box() -> None:
    text = "#### Q1. Which?\n\n- [ ] ```c\n      a\n      ```\n- [x] ```c\n      b\n      ```"
    assert texts(first_of_two(text)) == ["```c\na\n```", "```c\nb\n```"]
    assert not problems(text)


@pytest.mark.parametrize("words", ["#### Q1. What prints? ", "#### Q1. What prints?\n\nLook: "])
def test_a_fence_behind_words_swallows_nothing_but_is_said(words: str) -> None:
    text = words + "```py\nprint(1)\n```\n\n- [x] 1\n- [ ] 2"
    question = first_of_two(text)
    assert texts(question) == ["1", "2"]
    (problem,) = problems(text)
    assert isinstance(problem, FormatTrap)
    assert text[slice(*problem.span)] == "```py"


@pytest.mark.parametrize(
    "code",
    [
        "```\nsee ```py\n```",
        "~~~\nsee ```\n~~~\n\n```\nx\n```",
        "Use `a` or ```b```.\n\n```\nx\n```",
    ],
)
def test_marks_in_code_are_no_fences(code: str) -> None:
    text = f"#### Q1. What prints?\n\n{code}\n\n- [x] 1\n- [ ] 2"
    assert first_of_two(text).stem.value == f"What prints?\n\n{code}"
    assert not problems(text)


def test_boxes_of_all_kinds_and_numbers_that_begin_again() -> None:
    text = "#### Q2. Which one?\n\n- [] this\n* [x] that\n1. [ ] it\n1. [ ] there"
    assert texts(first_of_two(text)) == ["this", "that", "it", "there"]
    assert [type(problem) for problem in problems(text)] == [MalformedCheckbox]


def test_a_heading_with_nothing_under_it_is_said() -> None:
    text = "# Birds\n\n#### Q0. Which?\n\n<!-- to do -->\n\n#### Q1. Who?\n\n- [x] me\n- [ ] you"
    assert first_of_two(text).stem.value == "Who?"
    (problem,) = problems(text)
    assert isinstance(problem, MissingField)
    assert text[slice(*problem.span)] == "Q0. Which?"


def test_what_is_commented_out_is_not_read() -> None:
    text = (
        "#### Q1. Which one?\n\n<!-- #### Q9. Old?\n\n- [x] old\n- [ ] older\n-->\n\n"
        "- [x] this\n- [ ] that\n\n<!--\n#### Q8. Old?\n\n- [x] old\n- [ ] older\n-->"
    )
    question = first_of_two(text)
    assert question.stem.value == "Which one?"
    assert texts(question) == ["this", "that"]
