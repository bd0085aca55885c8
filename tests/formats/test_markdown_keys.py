"""Every way to write a key under options in Markdown: read, or a defect of the key; never lost."""

import pytest

from quizlint.content import KeyState, Question, Reading
from quizlint.content.problems import KeysDisagree, UnreadQuestion
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source


def read(text: str, name: str = "sea.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def questions(text: str, name: str = "sea.md") -> list[Question]:
    reading = read(text, name)
    assert reading.skipped is None
    return list(reading.documents[0].questions)


def asked(answer: str) -> str:
    """A good question, and one with an answer of its own behind it."""
    first = "1. Which fish is flat?\n\nA) cod\nB) plaice\n\nAnswer: B\n\n"
    return f"# Sea quiz\n\n{first}2. Which fish is long?\n\nA) tuna\nB) sole\nC) eel\n\n{answer}\n"


READ = [
    "C",
    "(c)",
    "**C**",
    "✅ C",
    "→ C",
    "<b>Answer:</b> C",
    "- **Answer:** C) eel",
    "Answer: C",
    "Answer: c",
    "Answer: (c)",
    "Answer: C.",
    "Answer: C)",
    "Answer: C) eel",
    "Answer: C. eel, which lives in rivers too",
    "Answer: C - eel",
    "Answer: C — eel",
    "Answer: eel",
    "Answer: **C**",
    "Answer: `C`",
    "Answer: Option C",
    "Answer: option (c).",
    "Answer: C, because it has no scales to speak of",
    "Answer – C",
    "Answer - C",
    "answer = c",
    "Answer C",
    "ANSWER: C",
    "Ans: (c)",
    "Ans. C",
    "Correct answer: C",
    "Correct Answer - C",
    "Correct: C",
    "The correct answer is C.",
    "The answer is c.",
    "Right answer: C",
    "Correct option: C",
    "Solution: C",
    "Key: C",
    "**Answer: C**",
    "**Answer:** C",
    "*Answer*: C",
    "***Answer:*** C",
    "> Answer: C",
    "> **Answer:** C",
    "> [!note]- Answer\n> C",
    "- Answer: C",
    "#### Answer: C",
    "#### Answer\n\nC",
    "✅ Answer: C",
    "||Answer: C||",
    "<!-- Answer: C -->",
    "Answer:\nC",
    ":::tip Answer\nC\n:::",
    '??? note "Answer"\n    C',
    "<details><summary>Answer</summary>C</details>",
    "<details><summary>Answer</summary>\nCorrect answer: C\n</details>",
    "<details>\n<summary><b>Show answer</b></summary>\n\nC\n\n</details>",
    "<details>\n<summary>Solution</summary>\n<p>\n\n**C**\n\n</p>\n</details>",
    "Antwort: c",
    "Richtige Antwort: C",
    "Lösung: c",
    "Réponse : C",
    "Bonne réponse : C",
    "Respuesta correcta: C",
    "Risposta: C",
    "Resposta: C",
    "Ответ: C",
    "答案：C",
    "正解：C",
    "정답: C",
]


@pytest.mark.parametrize("answer", READ)
def test_a_key_is_read(answer: str) -> None:
    text = asked(answer)
    first, second = questions(text)
    assert first.key.indices == (1,)
    assert [option.text.value for option in second.options] == ["tuna", "sole", "eel"]
    assert second.key.indices == (2,)
    where = second.key.span
    assert where is not None
    assert text[slice(*where)].strip("().`* ").lower().startswith(("c", "eel"))


@pytest.mark.parametrize(
    ("answer", "letters"),
    [
        ("Answer: A, C", (0, 2)),
        ("Answer: A and C", (0, 2)),
        ("Answers: A & C", (0, 2)),
        ("Answers: A/C", (0, 2)),
        ("Answer: AC", (0, 2)),
        ("Correct answers: (a) and (c)", (0, 2)),
        ("Antwort: a und c", (0, 2)),
        ("Answer: tuna, eel", (0, 2)),
    ],
)
def test_several_keys_are_read(answer: str, letters: tuple[int, ...]) -> None:
    assert questions(asked(answer))[1].key.indices == letters


@pytest.mark.parametrize(
    ("answer", "state", "written"),
    [
        ("Answer: E", KeyState.PRESENT, 1),
        ("Answer: shark", KeyState.PRESENT, 1),
        ("Answer: see the book", KeyState.PRESENT, 1),
        ("Answer: ???", KeyState.PRESENT, 1),
        ("Answer: 7", KeyState.PRESENT, 1),
        ("Answer:", KeyState.ABSENT, 0),
        ("", KeyState.ABSENT, 0),
    ],
)
def test_what_is_no_key_is_a_defect_of_the_key(answer: str, state: KeyState, written: int) -> None:
    first, second = questions(asked(answer))
    assert first.key.indices == (1,)
    assert second.stem.value == "Which fish is long?"
    assert (second.key.state, second.key.indices) == (state, ())
    assert len(second.key.written) == written


@pytest.mark.parametrize(
    "options",
    [
        "A) tuna\nB) sole\nC) eel (correct)",
        "A) tuna\nB) sole\nC) eel [correct]",
        "A) tuna\nB) sole\nC) eel **(correct answer)**",
        "A) tuna\nB) sole\nC) eel (x)",
        "A) tuna\nB) sole\nC) eel ✓",
        "A) tuna\nB) sole\nC) eel ✅",
        "A) tuna\nB) sole\nC) eel *",
        "A) tuna\nB) sole\nC) eel <-- correct",
        "A) tuna\nB) sole\n*C) eel",
        "A) tuna\nB) sole\n✓ C) eel",
        "A) tuna\nB) sole\n**C) eel**",
        "A) tuna\nB) sole\nC) **eel**",
        "A) tuna ❌\nB) sole ❌\nC) eel ✅",
        "- A. tuna\n- B. sole\n- **C. eel**",
        "- tuna\n- sole\n- eel (correct)",
        "- tuna\n- sole\n- eel ✅",
        "- tuna\n- sole\n- **eel**",
        "- tuna\n- sole\n- eel (richtig)",
        "- ( ) tuna\n- ( ) sole\n- (x) eel",
        "( ) tuna\n( ) sole\n(X) eel",
        "[ ] tuna\n[ ] sole\n[x] eel",
        "- ☐ tuna\n- ☐ sole\n- ☑ eel",
        "☐ tuna\n☐ sole\n☑ eel",
        "1. [ ] tuna\n2. [ ] sole\n3. [x] eel",
    ],
)
def test_ticks_on_options(options: str) -> None:
    text = f"# Sea quiz\n\n1. Which fish is long?\n\n{options}\n"
    (question,) = questions(text)
    assert [option.text.value for option in question.options] == ["tuna", "sole", "eel"]
    assert question.key.indices == (2,)
    assert all(text[slice(*option.text.span)] == option.text.value for option in question.options)


@pytest.mark.parametrize(
    "section",
    [
        "## Answers\n\n1. B\n2. C\n",
        "## Answer key\n\n1) B\n2) C\n",
        "## Answers\n\n1 - b\n2 - c\n",
        "**Answers:** 1b, 2c",
        "Answers: 1-B, 2-C",
        "Answer Key: 1) B 2) C",
        "### Lösungen\n\n1. B\n2. C\n",
        "### Gabarito\n\n1: B\n2: C\n",
        "## Answers\n\n| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | C |\n",
        "## Solutions\n\n1. plaice\n2. eel\n",
        "## Answers\n\n1. **B** - it lies on the sand\n2. **C** - it is an eel\n",
        "<details>\n<summary>Answers</summary>\n\n1. B\n2. C\n\n</details>\n",
        "## Answers\n\n- B\n- C\n",
    ],
)
def test_keys_at_the_end(section: str) -> None:
    options = "1. Which fish is flat?\n\n   A. cod\n   B. plaice\n\n"
    options += "2. Which fish is long?\n\n   A. tuna\n   B. sole\n   C. eel\n\n"
    text = f"# Sea quiz\n\n{options}{section}"
    first, second = questions(text)
    assert (first.key.indices, second.key.indices) == ((1,), (2,))
    assert second.key.span is not None
    assert second.key.span.start > text.index("eel")
    assert second.rationale is None


def test_each_part_of_a_quiz_has_its_own_keys() -> None:
    part = "1. Which?\n   a) one\n   b) two\n\n2. What?\n   a) one\n   b) two\n\n### Answers\n\n"
    text = f"# Exam\n\n## Part 1\n\n{part}1. b\n2. a\n\n## Part 2\n\n{part}1. a\n2. b\n"
    assert [question.key.indices for question in questions(text)] == [(1,), (0,), (0,), (1,)]


def test_a_key_for_a_question_that_was_not_read_is_told() -> None:
    text = "# Quiz\n\n1. Which?\n   a) one\n   b) two\n\n## Answers\n\n1. b\n2. a\n"
    reading = read(text)
    (problem,) = reading.problems
    assert isinstance(problem, UnreadQuestion)
    assert problem.shape == "key"
    assert text[slice(*problem.span)] == "a"
    assert reading.seen == 2


def test_keys_at_the_end_that_contradict_the_boxes_are_told() -> None:
    text = "# Quiz\n\n1. Which?\n- [ ] one\n- [x] two\n\n2. What?\n- [x] one\n- [ ] two\n\n"
    reading = read(text + "Answers: 1b, 2b\n")
    assert [type(problem) for problem in reading.problems] == [KeysDisagree]
