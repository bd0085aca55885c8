"""Questions and cards in Markdown as people lay them out, and what is no quiz."""

import pytest

from quizlint import formats
from quizlint.content import Card, Prompt, Question, Reading
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source

OPTIONS = ["oak", "rose", "fern"]


def read(text: str, name: str = "trees.md") -> Reading:
    return markdown.read(Source(name, text), Files())


LAYOUTS = {
    "heading, letters": "### Which is a tree?\n\nA) oak\nB) rose\nC) fern\n\nAnswer: A\n",
    "number under a heading": (
        "### Question 7\n\nWhich is a tree?\n\nA) oak\nB) rose\nC) fern\n\nAnswer: A\n"
    ),
    "list under a number": (
        "1. Which is a tree?\n    - A. oak\n    - B. rose\n    - C. fern\n\n    Answer: A\n"
    ),
    "list beside a number": "1. Which is a tree?\n- A: oak\n- B: rose\n- C: fern\n\nAnswer: A\n",
    "lines under a number": (
        "1. Which is a tree?\n   a) oak\n   b) rose\n   c) fern\n   Answer: a\n"
    ),
    "indented like code": (
        "1) Which is a tree?\n\n    A) oak\n    B) rose\n    C) fern\n\n    Answer: A\n"
    ),
    "answer as a bullet": (
        "1. **Which is a tree?**\n   - A) oak\n   - B) rose\n   - C) fern\n   - **Answer:** A\n"
    ),
    "answer and its words as the only bullet": (
        "**Question 1**\nWhich is a tree?\nA) oak\nB) rose\nC) fern\n"
        "* **Correct Answer:** A) oak\n* **Analysis:**\n  * *Why B is wrong:* It has thorns.\n"
    ),
    "what is wrong about the others, lettered": (
        "Which is a tree?\n\nA) oak\nB) rose\nC) fern\n\n**Answer:** A\n\n"
        "**Why the other answers are wrong:**\n- A) it is not\n- B) a bush\n- C) no wood\n"
    ),
    "bold and a sign": ("Which is a tree?\n- (a) **oak** ✓\n- (b) rose\n- (c) fern\n"),
    "numbers under a number": (
        "1. Which is a tree?\n    1. oak\n    2. rose\n    3. fern\n\n    Answer: 1\n"
    ),
    "bullets in bullets": "- Which is a tree?\n  - oak (correct)\n  - rose\n  - fern\n",
    "options beside each other": "1. Which is a tree?\nA) oak  B) rose  C) fern\nAnswer: A\n",
    "options behind the stem": "1. Which is a tree? A) oak B) rose C) fern\n\nAnswer: A\n",
    "words of announcement": (
        "Question: Which is a tree?\nOptions:\n1) oak\n2) rose\n3) fern\nAnswer: 1\n"
    ),
    "bold letters": "**Which is a tree?**\n\n**A)** oak\n**B)** rose\n**C)** fern\n\nAnswer: A\n",
    "brackets": "Which is a tree?\n\n(A) oak\n(B) rose\n(C) fern\n\nAnswer: (A)\n",
    "Cyrillic": "Which is a tree?\n\nа) oak\nб) rose\nв) fern\n\nОтвет: а\n",
    "no space": "1. Which is a tree?\nA、oak\nB、rose\nC、fern\n答案：A\n",
    "LiaScript": "Which is a tree?\n\n    [(X)] oak\n    [( )] rose\n    [( )] fern\n",
    "table": (
        "| # | Question | A | B | C | Answer |\n|---|---|---|---|---|---|\n"
        "| 1 | Which is a tree? | oak | rose | fern | A |\n"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_one_question(layout: str) -> None:
    text = LAYOUTS[layout]
    reading = read(text)
    assert reading.skipped is None
    (question,) = reading.documents[0].questions
    assert question.stem.value == "Which is a tree?"
    assert [option.text.value for option in question.options] == OPTIONS
    assert question.key.indices == (0,)
    assert reading.problems == ()
    assert reading.seen == 1
    for leaf in (question.stem, *(option.text for option in question.options)):
        assert text[slice(*leaf.span)] == leaf.value


CARDS = {
    "bold letters": "# Flashcards\n\n**Q:** Who?\n**A:** Me\n\n---\n\n**Q:** Where?\n**A:** Here\n",
    "after other words": "# Flashcards\n\nLearn these.\n\nQ: Who?\nA: Me\n\nQ: Where?\nA: Here\n",
    "front and back": "Front: Who?\nBack: Me\n\nFront: Where?\nBack: Here\n",
    "a table": "# Flashcards\n\n| Term | Meaning |\n|---|---|\n| Who? | Me |\n| Where? | Here |\n",
    "answers in brackets": "# Pub quiz\n\n1. Who? (Me)\n2. Where? (Here)\n",
    "answers behind a dash": "# Trivia\n\n- Who? — Me\n- Where? — Here\n",
    "answers in bold": "# Trivia\n\n1. Who? **Me**\n2. Where? **Here**\n",
    "words under bullets": "# Flashcards\n\n- Who?\n\n    Me\n\n- Where?\n\n    Here\n",
    "words under bullets of a quiz": "# Tree quiz notes\n\n- Who?\n  Me\n- Where?\n  Here\n",
    "numbers and labels": (
        "# Trees\n\n1. **Question**: Who?\n**Answer**: Me\n"
        "2. **Question**: Where?\n**Answer**: Here\n"
    ),
    "bold terms": "# Vocabulary\n\n- **Who?** - Me\n- **Where?** - Here\n",
    "headings": "# Interview questions\n\n### 1. Who?\n\nMe\n\n### 2. Where?\n\nHere\n",
    "bold questions": "# Interview questions\n\n1. **Who?**\n\n   Me\n\n2. **Where?**\n\n   Here\n",
    "answers with labels": (
        "# Study questions\n\n## Who?\n\n**Answer:** Me\n\n## Where?\n\n**Answer:** Here\n"
    ),
    "folds": (
        "# Interview questions\n\n<details><summary>Who?</summary><br>Me</details>\n\n"
        "<details><summary>Where?</summary><br>Here</details>\n"
    ),
}


@pytest.mark.parametrize("layout", CARDS)
def test_layouts_of_cards(layout: str) -> None:
    reading = read(CARDS[layout])
    assert reading.skipped is None
    found = [
        (item.front.value, item.back.value)
        for item in reading.documents[0].items
        if isinstance(item, Card)
    ]
    assert found == [("Who?", "Me"), ("Where?", "Here")]
    assert reading.documents[0].kind == "cheat-sheet"


def test_knowledge_checks_are_prompts() -> None:
    text = "# Trees\n\nWords.\n\n### Knowledge check\n\n- [What is bark?](#bark)\n- Why is it?\n"
    (document,) = read(text).documents
    prompts = [item for item in document.items if isinstance(item, Prompt)]
    assert [prompt.prompt.value for prompt in prompts] == ["What is bark?", "Why is it?"]


@pytest.mark.parametrize(
    "text",
    [
        "# Pub quiz\n\n1. Who are you? (2 points)\n2. Where? (pick one)\n",
        "# Bread\n\n1. Which flour? (rye)\n2. How much? (a pound)\n",
        "# FAQ of the quiz\n\n1. Can I pay? (yes)\n2. Where? (here)\n",
    ],
)
def test_asides_and_other_pages_hold_no_answers(text: str) -> None:
    assert read(text).skipped


def test_answers_beside_questions_are_noted_where_no_title_tells() -> None:
    reading = read("# Friday\n\n1. Who? (Me)\n2. Where? (Here)\n3. When is it? (Now)\n")
    assert "from line 3 on" in str(reading.skipped)
    assert reading.seen == 3


def test_options_may_stand_in_lists_of_the_front_matter() -> None:
    text = (
        "---\nreview:\n  - questions:\n      question: >\n        Which is a tree?\n"
        "      answers:\n        - rose\n        - oak\n      correct_answer: 2\n"
        "  - questions:\n      question: Which is a bird?\n      answers: [crow, cat]\n"
        "      correct_answer: 1\ntitle: Review\n---\n"
    )
    found = read(text).documents[0].questions
    assert [each.key.indices for each in found] == [(1,), (0,)]


def test_the_body_is_the_stem_of_options_in_front_matter() -> None:
    text = (
        "---\ntitle: Does it help?\nanswers:\n  - title: 'Yes'\n    correct: true\n"
        "  - title: 'No'\n---\n\nA tree is watered. Does it help?\n"
    )
    (question,) = read(text).documents[0].questions
    assert question.stem.value == "A tree is watered. Does it help?"
    assert question.key.indices == (0,)


def test_what_one_dialect_takes_leaves_the_rest_to_be_read() -> None:
    text = (
        "# Quiz\n\n## Which is a tree?\n\n- [x] oak\n- [ ] rose\n\n"
        "<quiz>\nWhich is a flower?\n- [ ] oak\n- [x] rose\n</quiz>\n\n"
        "## Which is a bird?\n\nA) oak\nB) crow\n\nAnswer: B\n"
    )
    reading = read(text)
    found = reading.documents[0].questions
    assert [question.stem.value for question in found] == [
        "Which is a tree?",
        "Which is a flower?",
        "Which is a bird?",
    ]
    assert [question.route for question in found] == [f"questions[{at}]" for at in range(3)]
    assert [question.key.indices for question in found] == [(0,), (1,), (1,)]


NOT_QUIZZES = {
    "a recipe.md": "---\ntitle: Bread\n---\n\n* flour\n* water\n\n1. Mix.\n1. Bake.\n",
    "contents.md": "---\ntitle: Notes\n---\n\n1. [Sky](#sky)\n1. [Sea](#sea)\n\n* Why blue?\n",
    "recipe.txt": "Title: Bread\n\n1. Mix the flour.\n2. Bake.\n\n* salt is optional\n",
    "faq.md": "# FAQ\n\n## What is it?\n\n- a tool\n- a library\n\nQ: Who?\nA: Me\n",
    "checklist.md": "# Release\n\nIs it tested?\n\n- [ ] yes\n- [ ] no\n",
    "survey.md": "# Course survey\n\n1. How was it?\n- [ ] good\n- [ ] bad\n",
    "law.txt": "The parties agree:\n\n(a) to meet;\n(b) to write;\n(c) to part.\n",
    "features.md": "# Tool\n\nWhat works?\n\n- ✅ reading\n- ❌ writing\n- ✅ counting\n",
    "glossary.md": "# Terms\n\n| Term | Meaning |\n|---|---|\n| tree | a plant |\n",
    "notes.txt": "Answer: the letter came.\n\nA. Smith wrote it.\n",
    "log.txt": "1. error: here\n    x = y\n    ^^^^\n2. error: there\n",
    "issue.md": "## What happened?\n\n- [ ] it broke\n- [ ] it was slow\n\n## Which version?\n",
    "minutes.md": "# Minutes\n\nWe may:\n\nA. move\nB. stay\n\nAnswer: we stay for now.\n",
    "code.txt": "if (x) {\n  y = {a: 1}\n}\n::label::\n",
    "steps.md": "# Setup\n\nWhich way?\n\n1. clone it\n2. run it\n\nThe answer is in the docs.\n",
}


@pytest.mark.parametrize("name", NOT_QUIZZES)
def test_what_is_no_quiz_is_left_alone(name: str) -> None:
    text = NOT_QUIZZES[name]
    chosen = formats.pick(name, text)
    if chosen is not None:
        reading = chosen.read(Source(name, text), Files())
        assert reading.skipped
        assert reading.problems == ()


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1. Which?\nA) one\nB) two\nANSWER: B\n", "aiken"),
        ("1. Which?\nA) one\nB) two\nAnswer: B\n", "markdown"),
        ("1. Which?\na) one\n*b) two\n", "text2qti"),
        ("1. Which?\n   a. one\n   *b. two\n", "markdown"),
    ],
)
def test_text_goes_to_the_format_of_its_whole_question(text: str, chosen: str) -> None:
    picked = formats.pick("unit.txt", text)
    assert picked is not None
    assert picked.name == chosen
    (document,) = picked.read(Source("unit.txt", text), Files()).documents
    (question,) = document.questions
    assert isinstance(question, Question)
    assert [option.text.value for option in question.options] == ["one", "two"]
    assert question.key.indices == (1,)
