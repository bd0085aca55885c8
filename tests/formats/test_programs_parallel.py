"""Programs that keep stems, options and keys in lists beside each other."""

import pytest

from quizlint.content import Question
from quizlint.content.leaves import leaves
from quizlint.engine.read import read

LISTS = """\
questions = ("Which gas do we breathe in?: ", "Which metal is liquid?: ")
options = (("A. Neon", "B. Oxygen", "C. Argon"), ("A. Iron", "B. Lead", "C. Mercury"))
answers = ("B", "C")
guesses = []
for question in questions:
    print(question)
"""
MAPPING = """\
questions = {
    "Which gas do we breathe in?: ": "B",
    "Which metal is liquid?: ": "C",
}
options = [["A. Neon", "B. Oxygen", "C. Argon"],
           ["A. Iron", "B. Lead", "C. Mercury"]]
"""
PROMPTS = """\
from question import Question

question_prompts = [
    "Which gas do we breathe in?\\n(a) Neon\\n(b) Oxygen\\n(c) Argon\\n\\n",
    "Which metal is liquid?\\n(a) Iron\\n(b) Lead\\n(c) Mercury\\n\\n",
]

questions = [
    Question(question_prompts[0], "b"),
    Question(question_prompts[1], "c"),
]
"""
LETTERS = """\
const quizData = [
  { question: "Which gas do we breathe in?", a: "Neon", b: "Oxygen", c: "Argon", correct: "b" },
  { question: "Which metal is liquid?", a: "Iron", b: "Lead", c: "Mercury", correct: "c" },
];
"""
SHORT = """\
const Questions = [
  { q: "Which gas?", a: [{ text: "Neon", correct: false }, { text: "Oxygen", correct: true }] },
  { q: "Which metal?", a: [{ text: "Lead", correct: false }, { text: "Mercury", correct: true }] },
]
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quiz.py", LISTS),
        ("quiz.py", MAPPING),
        ("app.py", PROMPTS),
        ("quiz.js", LETTERS),
        ("quiz.js", SHORT),
    ],
)
def test_each_question_has_its_parts_where_they_stand(name: str, text: str) -> None:
    (document,) = read(name, text.encode()).documents
    found = [item for item in document.items if isinstance(item, Question)]
    right = [[each.options[i].text.plain for i in each.key.indices] for each in found]
    assert right == [["Oxygen"], ["Mercury"]]
    for question in found:
        for _, leaf in leaves(question):
            for at, char in enumerate(leaf.value):
                assert text[slice(*leaf.at(at, at + 1))] in (char, {"\n": "\\n"}.get(char))


def test_a_verdict_is_all_that_a_statement_needs() -> None:
    rows = '{"text": "Ice floats.", "answer": "True"},\n{"text": "Iron floats.", "answer": "False"}'
    text = f"data = [\n{rows},\n]\n"
    (document,) = read("data.py", text.encode()).documents
    assert [question.stem.value for question in document.questions] == [
        "Ice floats.",
        "Iron floats.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'options = [["-a", "--all"], ["-b", "--brief"]]\nnames = ["one", "two"]\n',
        'prompts = ["Name: ", "Age: "]\nchoices = [["yes", "no"]]\n',  # not as many
        'questions = ["Which file?", "Which mode?"]\nprint(questions)\n',
    ],
)
def test_lists_that_do_not_belong_together(text: str) -> None:
    assert read("tool.py", text.encode()).documents == ()
