"""What looks like a question and could not be read is told, and damage hides nothing."""

from pathlib import Path

import pytest

from quizlint import check
from quizlint.content import Question, Reading
from quizlint.content.problems import MissingField, Syntax, UnreadQuestion
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source

GOOD = "## 1. Which is hot?\n\n- [ ] ice\n- [x] fire\n\n"
MORE = "## 2. Which is cold?\n\n- [x] ice\n- [ ] fire\n"


def read(text: str, name: str = "heat.quiz.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def stems(reading: Reading) -> list[str]:
    items = reading.documents[0].items
    return [item.stem.value for item in items if isinstance(item, Question)]


def unread(reading: Reading) -> list[UnreadQuestion]:
    return [each for each in reading.problems if isinstance(each, UnreadQuestion)]


@pytest.mark.parametrize("name", ["heat.quiz.md", "heat.md"])
@pytest.mark.parametrize(
    ("text", "line", "shape"),
    [
        (f"Answer: B\n\n{GOOD}", "Answer: B", "answer"),
        (f"{GOOD}---\n\nA) ice\nB) steam\n", "A) ice", "options"),
    ],
)
def test_it_is_told_at_the_line_that_does_not_fit(
    name: str, text: str, line: str, shape: str
) -> None:
    reading = read(text, name)
    assert stems(reading)[0] == "Which is hot?"
    if name == "heat.quiz.md" and shape == "options":
        assert len(stems(reading)) == 2  # in a native file options are a question's all the same
        return
    (problem,) = unread(reading)
    assert text[slice(*problem.span)] == line
    assert (problem.shape, problem.claimed) == (shape, name == "heat.quiz.md")
    assert reading.seen == 2


@pytest.mark.parametrize(
    "lost",
    [
        "## 2. Which is cold?\n\n",
        "## 2. Which is cold?\n\n![a picture](cold.png)\n\n",
        "## Q2.a Which is cold?\n\n",
    ],
)
def test_a_numbered_heading_without_options_is_told(lost: str) -> None:
    reading = read(f"{GOOD}{lost}{GOOD.replace('1.', '3.')}", "heat.md")
    assert stems(reading) == ["Which is hot?", "Which is hot?"]
    (problem,) = reading.problems
    assert isinstance(problem, MissingField)
    assert problem.field == "options"
    assert reading.seen == 3


def test_a_number_that_lost_its_options_is_told() -> None:
    letters = "A) ice\nB) fire\n\nAnswer: B\n\n"
    text = (
        f"# Quiz\n\n1. Which is hot?\n\n{letters}2. Which is cold?\n\n3. Which glows?\n\n{letters}"
    )
    reading = read(text, "heat.md")
    assert stems(reading) == ["Which is hot?", "Which glows?"]
    (problem,) = reading.problems
    assert text[slice(*problem.span)] == "2. Which is cold?"
    first = reading.documents[0].questions[0]
    assert first.rationale is None


def test_a_quiz_that_lost_all_its_keys_is_one_all_the_same() -> None:
    text = (
        "# Heat quiz\n\n1. Which is hot?\n\na) ice\nb) fire\n\n2. Which glows?\n\na) ice\nb) fire\n"
    )
    reading = read(text, "README.md")
    assert stems(reading) == ["Which is hot?", "Which glows?"]
    assert not any(question.key.indices for question in reading.documents[0].questions)


def test_what_comes_nearest_is_named() -> None:
    reading = read("# Notes\n\nWhich way?\n\na) left\nb) right\n", "notes.md")
    assert reading.skipped is not None
    assert "line 5 comes nearest: 'a) left'" in reading.skipped
    assert reading.seen == 1


DAMAGE = {
    "a fence that nothing closes": "```python\nprint(1)\n\n",
    "a comment that nothing closes": "<!-- to do\n\n",
    "a script that nothing closes": "<script>\n\n",
    "a list": "- one\n- two\n  - three\n\n",
    "an open fold": "<details>\n<summary>More</summary>\n\n",
    "half a table": "| a | b |\n|---\n\n",
}


@pytest.mark.parametrize("name", ["heat.quiz.md", "heat.md"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_what_stands_behind_damage_is_read(damage: str, name: str) -> None:
    reading = read(f"# Heat\n\n{GOOD}{DAMAGE[damage]}{MORE}", name)
    assert stems(reading) == ["Which is hot?", "Which is cold?"]
    closed = [each for each in reading.problems if isinstance(each, Syntax)]
    assert len(closed) == ("nothing closes" in damage)


def test_a_fence_that_swallows_the_next_question_is_told() -> None:
    text = (
        "## 1. What prints?\n\n```py\nprint(1)\n\n- [x] 1\n- [ ] 2\n\n"
        "## 2. What prints?\n\n```py\nprint(2)\n```\n\n- [ ] 1\n- [x] 2\n"
    )
    reading = read(text, "code.md")
    assert len(stems(reading)) == 2
    assert [question.key.indices for question in reading.documents[0].questions] == [(0,), (1,)]
    (problem,) = reading.problems
    assert text[slice(*problem.span)] == "```py"
    assert problem.span.start == text.index("```py")


@pytest.mark.parametrize("close", ["", "---\n"])
def test_front_matter_that_nothing_closes_is_told(close: str) -> None:
    reading = read(f"---\ntitle: Heat\ntopic: Physics\n\n{GOOD}{close}{MORE}", "heat.md")
    assert stems(reading) == ["Which is hot?", "Which is cold?"]
    (problem,) = reading.problems
    assert isinstance(problem, Syntax)
    assert problem.span == (0, 3)
    title = reading.documents[0].title
    assert title is not None
    assert title.value == "Heat"


def test_examples_in_code_are_no_questions() -> None:
    text = f"# How to write a quiz\n\n```md\n{GOOD}```\n\nThat is all.\n"
    assert read(text, "howto.md").skipped


def test_a_table_of_contents_asks_nothing() -> None:
    text = "# Interview questions\n\n1. [What is ice?](#what-is-ice)\n2. [What is fire?](#f)\n\n"
    text += "## What is ice?\n\nWater.\n\n## What is fire?\n\nLight.\n"
    reading = read(text, "heat.md")
    assert not unread(reading)
    assert len(reading.documents[0].cards) == 2


def test_two_questions_that_lost_their_keys_are_told_though_nothing_says_quiz() -> None:
    text = "# Heat\n\nWhat is hot?\n\na) ice\nb) fire\n\nWhat is cold?\n\na) ice\nb) fire\n"
    reading = read(text, "heat.md")
    assert reading.skipped is None
    assert [each.shape for each in unread(reading)] == ["keyless", "keyless"]
    assert read(text[: text.index("What is cold")], "heat.md").skipped


def test_a_question_among_others_whose_answer_is_missing_is_told() -> None:
    text = "# Interview questions\n\n### What is ice?\n\nWater.\n\n### What is fire?\n\nLight.\n\n"
    reading = read(text + "### What is steam?\n", "heat.md")
    assert [type(each) for each in reading.problems] == [MissingField]


@pytest.mark.parametrize("name", ["heat.quiz.md", "heat.md"])
@pytest.mark.parametrize("rest", ["", "\n<quiz>\nWhich is cold?\n- [x] ice\n- [ ] fire\n</quiz>\n"])
def test_a_quiz_that_nothing_closes_is_one_defect(tmp_path: Path, name: str, rest: str) -> None:
    path = tmp_path / name
    path.write_text(f"# Heat\n\n<quiz>\nWhich is hot?\n- [ ] ice\n- [x] fire\n\nWords.\n{rest}")
    assert [each.code for each in check([str(path)]).findings] == ["STR001"]


@pytest.mark.parametrize("tags", [("{#if a}", "{:else}", ""), ("{% if a %}", "{% else %}", "")])
def test_branches_of_one_page_do_not_contradict(tmp_path: Path, tags: tuple[str, ...]) -> None:
    path = tmp_path / "heat.md"
    one, two = "- [ ] ice\n- [x] fire\n", "- [x] ice\n- [ ] fire\n"
    stem = "## Which of these is it that I mean?\n\n"
    pages = f"# Quiz\n\n{tags[0]}\n\n{stem}{one}\n{tags[1]}\n\n{stem}{two}\n{tags[2]}\n"
    path.write_text(pages)
    assert "BNK003" not in [each.code for each in check([str(path)]).findings]
    path.write_text(pages.replace(tags[1], "And:"))
    assert "BNK003" in [each.code for each in check([str(path)]).findings]
