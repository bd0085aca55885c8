"""Checkbox lists in Markdown that was not written for quizlint."""

import pytest

from quizlint.content import Question, Reading
from quizlint.content.problems import LabelOrder, MalformedCheckbox
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source


def read(text: str, name: str = "wild.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def questions(text: str, name: str = "wild.md") -> list[Question]:
    reading = read(text, name)
    assert reading.skipped is None
    return list(reading.documents[0].questions)


def near(text: str) -> list[MalformedCheckbox]:
    return [each for each in read(text).problems if isinstance(each, MalformedCheckbox)]


def texts(question: Question) -> list[str]:
    return [option.text.value for option in question.options]


LAYOUTS = {
    "heading": "## What is wet?\n\n- [x] water\n- [ ] sand\n",
    "setext": "What is wet?\n---\n\n- [x] water\n- [ ] sand\n",
    "title": "# What is wet?\n\n- [x] water\n- [ ] sand\n",
    "numbered heading": "#### Q7. What is wet?\n\n- [x] water\n- [ ] sand\n",
    "paragraph": "What is wet?\n\n- [x] water\n- [ ] sand\n",
    "glued paragraph": "What is wet?\n- [x] water\n- [ ] sand\n",
    "bold": "**What is wet?**\n\n- [x] water\n- [ ] sand\n",
    "bold with number": "**3. What is wet?**\n\n- [x] water\n- [ ] sand\n",
    "bold number": "**Question 3:** What is wet?\n\n- [x] water\n- [ ] sand\n",
    "list, nested": "1. What is wet?\n   - [x] water\n   - [ ] sand\n",
    "list, beside": "1. What is wet?\n- [x] water\n- [ ] sand\n",
    "bullet": "* What is wet?\n  - [x] water\n  - [ ] sand\n",
    "loose": "What is wet?\n\n- [x] water\n\n- [ ] sand\n",
    "stars": "What is wet?\n\n* [X] water\n* [ ] sand\n",
    "numbers": "What is wet?\n\n1. [x] water\n2. [ ] sand\n",
    "changing bullets": "What is wet?\n\n- [x] water\n+ [ ] sand\n",
    "under a number": "## Question 12\n\nWhat is wet?\n\n- [x] water\n- [ ] sand\n",
    "under a topic": "## Water\n\nWhat is wet?\n\n- [x] water\n- [ ] sand\n",
    "indented more than need be": "1. What is wet?\n    - [x] water\n    - sand\n",
    "front matter": '---\nquestion: "What is wet?"\n---\n\n- [x] water\n- [ ] sand\n',
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_one_question(layout: str) -> None:
    (question,) = questions(LAYOUTS[layout])
    assert question.stem.value == "What is wet?"
    assert texts(question) == ["water", "sand"]
    assert question.key.indices == (0,)


@pytest.mark.parametrize(
    ("layout", "number"),
    [
        ("numbered heading", "Q7."),
        ("bold with number", "3."),
        ("bold number", "Question 3:"),
        ("list, nested", "1."),
        ("under a number", "Question 12"),
        ("heading", None),
    ],
)
def test_the_number_is_told_apart_from_the_stem(layout: str, number: str | None) -> None:
    (question,) = questions(LAYOUTS[layout])
    assert (question.number.value if question.number else None) == number


def test_many_questions_under_one_heading() -> None:
    text = (
        "# Water\n\nWhat is wet?\n\n- [x] water\n- [ ] sand\n\nExplanation: it flows.\n\n"
        "What is dry?\n\n```py\nprint()\n```\n\n- [ ] water\n- [x] sand\n\n"
        "1. What is hot?\n   - [x] fire\n   - [ ] ice\n"
        "2. What is cold?\n   - [ ] fire\n   - [x] ice\n"
    )
    found = questions(text)
    assert [question.stem.value for question in found] == [
        "What is wet?",
        "What is dry?\n\n```py\nprint()\n```",
        "What is hot?",
        "What is cold?",
    ]
    assert found[0].rationale is not None
    assert found[0].rationale.value == "it flows."
    assert [question.key.indices for question in found] == [(0,), (1,), (0,), (1,)]


def test_code_behind_an_option_belongs_to_it() -> None:
    text = (
        "## Which prints 2?\n\n- [ ] :\n\n```py\nprint(1)\n```\n\n"
        "- [x] :\n\n```py\nprint(2)\n```\n\n"
        "## Which is indented?\n\n- [x] this\n  ```py\n  a\n  ```\n- [ ] that\n"
    )
    first, second = questions(text)
    assert texts(first) == [":\n\n```py\nprint(1)\n```", ":\n\n```py\nprint(2)\n```"]
    assert texts(second) == ["this\n```py\na\n```", "that"]


def test_an_image_behind_an_option_belongs_to_it() -> None:
    (question,) = questions("## Which?\n\n- [ ] one\n\n![a](a.png)\n\n- [x] two\n")
    assert texts(question) == ["one\n\n![a](a.png)", "two"]


def test_a_quote_right_behind_an_option_is_its_feedback() -> None:
    (question,) = questions(
        "## Which?\n\n- [ ] one\n> too few\n- [x] two\n> just\n> right\n\n> All.\n"
    )
    first, second = question.options
    assert first.feedback is not None
    assert first.feedback.value == "too few"
    assert second.feedback is not None
    assert second.feedback.value == "just\nright"
    assert question.rationale is not None
    assert question.rationale.value == "All."


def test_what_stands_before_options_beside_front_matter_is_a_stimulus() -> None:
    text = "---\nquestion: Which?\nlevel: hard\n---\n\nLook here:\n- [x] a\n- [ ] b\n"
    (question,) = questions(text)
    assert question.stimulus is not None
    assert question.stimulus.text.value == "Look here:"
    assert question.difficulty is not None
    assert question.difficulty.value == "hard"


def test_front_matter_may_hold_the_options_too() -> None:
    text = (
        "---\nquestion: Which?\nanswers:\n  - text: a\n    correct: true\n  - text: b\n"
        "    correct: false\n---\n\nSome words.\n"
    )
    (question,) = questions(text)
    assert texts(question) == ["a", "b"]
    assert question.key.indices == (0,)
    assert text[slice(*question.stem.span)] == "Which?"


@pytest.mark.parametrize(
    ("line", "written", "fixed", "correct"),
    [
        ("- [] one", "- []", "- [ ]", False),
        ("- [  ] one", "- [  ]", "- [ ]", False),
        ("- [X ] one", "- [X ]", "- [x]", True),
        ("- [ x ] one", "- [ x ]", "- [x]", True),
        ("-[x] one", "-[x]", "- [x]", True),
        ("-[ ] one", "-[ ]", "- [ ]", False),
        ("* [x]one", "* [x]", "* [x] ", True),
        ("-[x]one", "-[x]", "- [x] ", True),
        ("- [✓] one", "- [✓]", None, True),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_near_misses_are_noted_and_read(
    line: str, written: str, fixed: str | None, correct: bool, place: int
) -> None:
    lines = ["- [ ] two", "- [x] three"]
    lines.insert(place, line)
    text = "## Which number?\n\n" + "\n".join(lines) + "\n"
    (question,) = questions(text)
    assert texts(question)[place] == "one"
    assert question.options[place].correct is correct
    assert len(question.options) == 3
    (problem,) = near(text)
    assert text[slice(*problem.span)] == written
    assert (problem.written, problem.fixed) == (written, fixed)
    assert problem.route == f"questions[0].options[{place}]"
    if fixed is not None:
        mended = text[: problem.span.start] + fixed + text[problem.span.end :]
        assert near(mended) == []
        assert texts(questions(mended)[0]) == texts(question)


def test_links_are_no_checkboxes() -> None:
    text = "## Which?\n\n- [x] [one](a)\n- [ ] two\n\nSee:\n\n- [x](b)\n- [](c)\n"
    (question,) = questions(text)
    assert texts(question) == ["[one](a)", "two"]
    assert near(text) == []


def test_boxes_inside_code_are_no_options() -> None:
    (question,) = questions("## Which?\n\n```md\n- [x] no\n-[ ] no\n```\n\n- [x] a\n- [ ] b\n")
    assert texts(question) == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "# Project\n\n## Tasks\n\n- [x] parser\n- [ ] writer\n",
        "# Roadmap\n\nNext steps:\n\n- [x] one\n- [x] two\n- [ ] three\n",
        "## What does this change?\n\n- [ ] a bug fix\n- [ ] a feature\n",
        "## 1. Setup\n\n- [x] install\n- [ ] configure\n",
        "Please confirm:\n\n- [x] I searched the issues\n",
        "- [x] a\n- [ ] b\n",
        "Words. The answer is simple.\n",
        "# FAQ\n\n## What is it?\n\nA tool.\n",
        "Answer: B\n",
        "A. first\nB. second\n\nand more\n",
        "### Q1\n\n<Question\nchoices={[{text: 'a'}]}\n/>\n\n- [x] done\n",
        "```md\n## What?\n- [x] a\n- [ ] b\n```\n",
        "---\ntitle: A post\n---\n\nWords.\n",
        "",
    ],
)
def test_other_markdown_is_left_alone(text: str) -> None:
    reading = read(text)
    assert reading.skipped
    assert reading.problems == ()
    assert reading.documents == ()


def test_a_to_do_list_beside_questions_is_left_out() -> None:
    text = "## What is wet?\n\n- [x] water\n- [ ] sand\n\n## Tasks\n\n- [ ] more questions\n"
    assert len(questions(text)) == 1
    assert read(text).problems == ()


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        ("- A: one\n- B: two", "#### Answer: B\n\nAs said."),
        ("A) one\nB) two", "Answer: B\nAs said."),
        ("A. one\nB. two", "**Correct answer:** B\n\nExplanation: As said."),
        ("a) one\nb) two", "The correct answer is b)\n\nExplanation: As said."),
        (
            "- A: one\n- B: two",
            "<details><summary>Show</summary>\n\n#### Answer: B\n\nAs said.\n\n</details>",
        ),
        ("- A) one\n- B) two", "<details><summary>Answer</summary>B</details>\n\nAs said."),
    ],
)
@pytest.mark.parametrize("stem", ["### 4. Which is more?", "4. Which is more?"])
def test_lettered_options_with_an_answer_line(stem: str, options: str, answer: str) -> None:
    (question,) = questions(f"{stem}\n\n{options}\n\n{answer}\n\n---\n\nUnrelated.\n")
    assert question.stem.value == "Which is more?"
    assert question.number is not None
    assert question.number.value == "4."
    assert texts(question) == ["one", "two"]
    assert question.key.indices == (1,)
    assert question.rationale is not None
    assert question.rationale.value == "As said."


def test_everything_may_stand_in_one_paragraph() -> None:
    text = "1. Which is more?\nA) one\nB) two\nAnswer: B\n\n2. Less?\nA) one\nB) two\nAnswer: A\n"
    first, second = questions(text)
    assert texts(first) == texts(second) == ["one", "two"]
    assert (first.key.indices, second.key.indices) == ((1,), (0,))


def test_labels_out_of_order_are_noted() -> None:
    reading = read("What?\n\n- A) one\n- B) two\n- D) three\n\nAnswer: B\n")
    assert [type(problem) for problem in reading.problems] == [LabelOrder]


def test_a_letter_beyond_the_options_is_kept_for_the_rules() -> None:
    text = "What?\n\n- A) one\n- B) two\n\nAnswer: A\n\nAnd?\n\n- A) one\n- B) two\n\nAnswer: B\n"
    assert [question.key.written[0].as_letter for question in questions(text)] == [0, 1]


@pytest.mark.parametrize(
    ("name", "head", "sure"),
    [
        ("a.quiz.md", "", 1.0),
        ("a.md", "", 0.5),
        ("a.yaml", "- [x] a", 0.0),
        ("-", "# T\n\n- [x] a\n", 0.4),
        ("-", "hello", 0.0),
    ],
)
def test_sniffing(name: str, head: str, sure: float) -> None:
    assert markdown.sniff(name, head) == sure
