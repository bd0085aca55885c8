"""Quizzes of course tools: swirl, RELATE, JetBrains, learnr, LaTeX, Runestone, CrowdAnki."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlint.content import Card, Interaction, Item, KeyState, Prompt, Question, Reading
from quizlint.content.leaves import leaves
from quizlint.content.problems import UnreadQuestion
from quizlint.engine.read import read
from quizlint.formats.base import Files
from quizlint.text import Text

SWIRL = """\
- Class: meta
  Course: Knots
  Lesson: Loops
- Class: text
  Output: Take a rope of a metre.
- Class: cmd_question
  Output: Tie a bowline.
- Class: mult_question
  Output: Which knot makes a loop that does not slip?
  AnswerChoices: reef knot; bowline ;sheet bend
  CorrectAnswer: bowline
- Class: text_question
  Output: What is the end of a rope that is not used called?
  CorrectAnswer: bitter end
"""
RELATE = """\
title: Knots
groups:
-   id: main
    pages:
    -   type: Page
        id: hello
        content: Tie it.
    -   type: ChoiceQuestion
        id: loop
        prompt: Which knot makes a loop that does not slip?
        choices:
        - reef knot
        - ~CORRECT~ bowline
        - sheet bend
        answer_explanation: It is made for that.
    -   type: MultipleChoiceQuestion
        id: joins
        prompt: Which knots join two ropes?
        choices:
        - ~CORRECT~ reef knot
        - bowline
        - ~ALWAYS_CORRECT~ sheet bend
    -   type: TextQuestion
        id: end
        prompt: What is the unused end called?
        answers:
        - <plain> bitter end
    -   type: PythonCodeQuestion
        id: code
        prompt: Count the loops.
"""
LEARNR = """\
---
title: "Knots"
output: learnr::tutorial
---

```{r loops, echo=FALSE}
quiz(
  question("Which knot makes a \\"fixed\\" loop?",   # of three
    answer("reef knot", message = "It joins two ropes."),
    answer('bowline', correct = TRUE),
    answer("sheet bend"),
    random_answer_order = TRUE
  ),
  question_checkbox("Which knots join ropes?",
    answer("reef knot", correct = TRUE),
    answer("bowline"),
    answer("sheet bend", correct = T)
  ),
  question(paste0("How many ", "loops?"), answer(1, correct = TRUE), answer(2))
)
# question("switched off", answer("a"), answer("b", correct = TRUE))
```
"""
EXAM = r"""
\documentclass{exam}
\title{Knots}
\begin{document}
\begin{questions}
% \question An old one.
\question[2] Which knot makes a loop that does not slip? % easy
\begin{choices}
  \choice reef knot
  \CorrectChoice bowline
  \choice sheet bend
\end{choices}
\begin{solution}
It is made for that.
\end{solution}
\question Draw a bowline.
\begin{parts}
\part Which knots join two ropes?
\begin{checkboxes}
  \CorrectChoice reef knot
  \choice bowline
  \CorrectChoice sheet bend
\end{checkboxes}
\end{parts}
\end{questions}
\end{document}
"""
AMC = r"""
\element{knots}{
\begin{question}{loop}
  Which knot makes a loop that does not slip?
  \begin{choices}
    \wrongchoice{reef knot}
    \correctchoice{bow{line}}
    \mauvaise{sheet bend}
  \end{choices}
\end{question}
}
\begin{questionmult}{joins}
  Which knots join two ropes?
  \begin{reponseshoriz}
    \bonne{reef knot}
    \mauvaise{bowline}
    \bonne{sheet bend}
  \end{reponseshoriz}
\end{questionmult}
"""
MOODLE = r"""
\begin{quiz}{Knots}
\begin{multi}[shuffle=false]{loop}
  Which knot makes a loop that does not slip?
  \item reef knot
  \item* bowline
  \item sheet bend
\end{multi}
\begin{shortanswer}{end}
  What is the unused end called?
  \item bitter end
\end{shortanswer}
\end{quiz}
"""
RUNESTONE = """\
Knots
=====

.. mchoice:: loop_1
   :author: someone
   :answer_a: reef knot
   :answer_b: bowline
   :answer_c: sheet bend
   :correct: b
   :feedback_a: It joins two ropes.

   Which knot makes a loop
   that does not slip?

.. mchoice:: join_1
    :multiple_answers:
    :answer_a: reef knot
    :answer_b: bowline
    :answer_c: sheet bend
    :correct: a, c

    Which knots join two ropes?

Text that goes on.
"""
MODEL = {
    "crowdanki_uuid": "m",
    "type": 0,
    "flds": [{"name": "Back"}, {"name": "Front"}],
    "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
}
DECK = {
    "__type__": "Deck",
    "name": "Knots",
    "note_models": [MODEL],
    "notes": [{"__type__": "Note", "fields": ["a fixed loop", "bowline"], "note_model_uuid": "m"}],
    "children": [
        {
            "__type__": "Deck",
            "notes": [
                {"__type__": "Note", "fields": ["two ropes", 'reef "knot"'], "note_model_uuid": "m"}
            ],
        }
    ],
}
TEXTS = {
    "lesson.yaml": SWIRL,
    "flow.yml": RELATE,
    "loops.Rmd": LEARNR,
    "exam.tex": EXAM,
    "amc.tex": AMC,
    "moodle.tex": MOODLE,
    "knots.rst": RUNESTONE,
    "deck.json": json.dumps(DECK, indent=1),
}


def items(name: str, text: str) -> list[Item]:
    reading = read(name, text.encode())
    assert reading.skipped is None, reading.skipped
    return [item for document in reading.documents for item in document.items]


def questions(name: str) -> list[Question]:
    return [item for item in items(name, TEXTS[name]) if isinstance(item, Question)]


def keys(name: str) -> list[list[str]]:
    return [
        [each.options[index].text.plain for index in each.key.indices]
        if each.options
        else [written.text.value for written in each.key.written]
        for each in questions(name)
    ]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("lesson.yaml", [["bowline"], ["bitter end"]]),
        ("flow.yml", [["bowline"], ["reef knot", "sheet bend"], ["bitter end"]]),
        ("loops.Rmd", [["bowline"], ["reef knot", "sheet bend"]]),
        ("exam.tex", [["bowline"], ["reef knot", "sheet bend"]]),
        ("amc.tex", [["bow{line}"], ["reef knot", "sheet bend"]]),
        ("moodle.tex", [["bowline"], ["bitter end"]]),
        ("knots.rst", [["bowline"], ["reef knot", "sheet bend"]]),
    ],
)
def test_what_is_right(name: str, right: list[list[str]]) -> None:
    assert keys(name) == right


def test_what_is_asked_stands_where_it_is_written() -> None:
    for name, text in TEXTS.items():
        for item in items(name, text):
            for _, leaf in leaves(item):
                for at, char in enumerate(leaf.value):
                    assert text[slice(*leaf.at(at, at + 1))].strip("\\") == char, (name, leaf)


def test_what_is_to_be_done_is_a_prompt() -> None:
    found = {
        name: [item.prompt.plain for item in items(name, TEXTS[name]) if isinstance(item, Prompt)]
        for name in ("lesson.yaml", "flow.yml", "exam.tex")
    }
    assert found == {
        "lesson.yaml": ["Tie a bowline."],
        "flow.yml": ["Count the loops."],
        "exam.tex": ["Draw a bowline."],
    }


def test_feedback_and_reasons() -> None:
    (first, *_) = questions("loops.Rmd")
    assert [each.feedback.value if each.feedback else None for each in first.options] == [
        "It joins two ropes.",
        None,
        None,
    ]
    assert first.stem.value == 'Which knot makes a "fixed" loop?'
    assert first.shuffle is True
    assert questions("exam.tex")[0].rationale is not None
    assert questions("flow.yml")[0].rationale is not None
    assert questions("knots.rst")[0].options[0].feedback is not None


def test_how_many_may_be_chosen() -> None:
    for name in ("flow.yml", "loops.Rmd", "exam.tex", "amc.tex", "knots.rst"):
        assert [each.interaction for each in questions(name)][:2] == [
            Interaction.CHOICE,
            Interaction.MULTIPLE,
        ], name


def test_pages_of_relate_whose_answers_no_list_tells() -> None:
    text = (
        "pages:\n"
        "- {type: TextQuestion, id: a, prompt: Name a knot., answers: ['<regex>(reef|bow).*']}\n"
        "- type: TextQuestion\n  id: b\n  prompt: How long is it?\n"
        "  answers:\n  - {type: float, value: 1.25, rtol: 0.1}\n"
        "- {type: HumanGradedTextQuestion, id: c, prompt: Tell of knots., rubric: fine}\n"
        "- type: ChoiceQuestion\n  id: d\n  prompt: Which is a loop?\n  choices:\n"
        "  - ~CORRECT~ bowline\n  - ~CORRECT~ lasso\n  - reef knot\n"
        "- type: MultipleChoiceQuestion\n  id: e\n  prompt: Which join?\n  choices:\n"
        "  - {mode: correct, text: sheet bend}\n  - ~DISREGARD~ granny knot\n  - lasso\n"
    )
    pattern, number, told, pool, marked = items("flow.yml", text)
    assert isinstance(pattern, Question)
    assert pattern.key.state is KeyState.COMPUTED
    assert isinstance(number, Question)
    assert [written.text.value for written in number.key.written] == ["1.25"]
    assert isinstance(told, Prompt)
    assert isinstance(pool, Question)
    assert (pool.pool, pool.key.indices) == (True, (0, 1))
    assert isinstance(marked, Question)
    assert [option.text.value for option in marked.options] == [
        "sheet bend",
        "granny knot",
        "lasso",
    ]
    assert marked.key.indices == (0,)
    assert read("flow.yml", text.encode()).problems == ()


def test_what_r_makes_up_is_told() -> None:
    problems = read("loops.Rmd", LEARNR.encode()).problems
    (unread,) = [each for each in problems if isinstance(each, UnreadQuestion)]
    assert LEARNR[unread.span.start :].startswith("question(paste0(")
    assert unread.shape == "computed"


def test_a_deck_and_what_is_in_it() -> None:
    cards = items("deck.json", TEXTS["deck.json"])
    assert [(card.front.value, card.back.value) for card in cards if isinstance(card, Card)] == [
        ("bowline", "a fixed loop"),
        ('reef "knot"', "two ropes"),
    ]


def test_a_task_has_its_question_beside_it() -> None:
    info = (
        "type: choice\nis_multiple_choice: false\noptions:\n"
        "- text: reef knot\n  is_correct: false\n- text: bowline\n  is_correct: true\n"
    )
    beside = {"task.md": b"Which knot makes a loop\nthat does not slip?\n"}
    reading = read("lesson/task-info.yaml", info.encode(), Files(beside.get))
    (question,) = reading.documents[0].questions
    assert question.stem.value == "Which knot makes a loop that does not slip?"
    assert question.key.indices == (1,)


@pytest.mark.parametrize(
    ("said", "reason"),
    [("The turns lock.", "The turns lock."), ("Congratulations!", None)],
)
def test_what_a_task_says_of_the_right_answer_is_its_reason(said: str, reason: str | None) -> None:
    info = (
        "type: choice\noptions:\n- {text: reef knot, is_correct: false}\n"
        f"- {{text: bowline, is_correct: true}}\nmessage_correct: {said}\n"
    )
    files = Files({"task.md": b"Which knot is a loop?\n"}.get)
    (question,) = read("task-info.yaml", info.encode(), files).documents[0].questions
    assert (question.rationale and question.rationale.value) == reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "\\documentclass{article}\\begin{document}Which question? \\end{document}"),
        ("a.rst", "Title\n=====\n\n1. one\n2. two\n"),
        ("a.yaml", "type: Choice\nprompt: none\n"),
        ("b.Rmd", "# A question\n\nThe answer (see below) is 3.\n"),
        ("c.json", '{"__type__": "Other", "notes": []}'),
        ("task-info.yaml", "type: edu\nfiles: []\n"),
    ],
)
def test_what_is_none_is_left_alone(name: str, text: str) -> None:
    assert read(name, text.encode()).documents == ()


@pytest.mark.parametrize("name", TEXTS)
def test_cut_off_anywhere_it_is_read_as_far_as_it_goes(name: str) -> None:
    text = TEXTS[name]
    for end in range(0, len(text), 7):
        reading = read(name, text[:end].encode())
        assert not reading.failed, (end, reading.failed)
        for leaf in _leaves(reading):
            assert leaf.span.end <= end


@given(st.sampled_from(sorted(TEXTS)), st.data())
@settings(max_examples=150)
def test_damage_brings_nothing_down(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(
        st.sampled_from(['"', "{", "}", "(", ")", "\\", "%", "#", "\n", "[", "😀", "\0"])
    )
    assert not read(name, f"{text[:at]}{put * 3}{text[at:]}".encode()).failed


def test_much_of_it_is_read_in_bounded_steps() -> None:
    for name, text in (
        ("a.Rmd", "question(" * 20_000),
        ("a.tex", "\\begin{question}{a}" * 5_000),
        ("b.tex", "\\question \\begin{choices}" * 5_000),
        ("a.rst", ".. mchoice:: a\n   :answer_a: b\n" * 20_000),
    ):
        assert not read(name, text.encode()).failed


def _leaves(reading: Reading) -> Iterator[Text]:
    for document in reading.documents:
        for item in document.items:
            for _, leaf in leaves(item):
                yield leaf
