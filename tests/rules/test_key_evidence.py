"""KEY007 and KEY019: what speaks for another option than the key, and what must not."""

import json
from typing import Any

import pytest

from quizlint.engine.result import Diagnostic
from quizlint.rules.base import Example
from quizlint.rules.registry import find
from quizlint.testing import check_example, found

METALS = ["copper", "iron", "silver", "gold"]


def findings(code: str, **document: Any) -> list[Diagnostic]:
    rule = find(code)
    assert rule is not None
    text = json.dumps({"kind": "cheat-sheet", **document})
    report = check_example(Example(text, "sheet.quiz.json"), [rule], thorough=True)
    assert not report.failures
    return found(report)


def asked(stem: str, options: list[str], answer: str, explanation: str = "") -> dict[str, Any]:
    made = {"question": stem, "options": options, "answer": answer}
    return {**made, "explanation": explanation} if explanation else made


@pytest.mark.parametrize(
    ("explanation", "fires"),
    [
        ("Options A, C and D are wrong.", False),
        ("Options A, B and D are wrong.", True),
        ("Options A, B, and C are incorrect.", True),
        ("Option B is incorrect because it rusts.", True),
        ("B is false.", True),
        ("C is incorrect because it tarnishes.", False),
        ("Options A, B and C are not liquid.", True),
        ("Options A and B are not liquid.", False),
        ("Options A, C and D are not drawn by it.", False),
        ("The correct answer is copper.", True),
        ("The correct answer is iron.", False),
        ('"Silver" is the right answer.', True),
        ('"Silver" is wrong.', False),
        ('"Iron" is wrong.', True),
        ("The answer is (B).", False),
        ("Correct answer: D. It shines.", True),
        ("B is correct; options A, B and C are often mixed up.", False),
        ("Vitamin C is good for you.", False),
        ("The best thing is to try it with a magnet.", False),
    ],
)
def test_letters_and_quotes_of_an_explanation(explanation: str, fires: bool) -> None:
    question = asked("Which metal is magnetic?", METALS, "B", explanation)
    assert bool(findings("KEY007", questions=[question])) is fires


def test_a_question_for_what_is_not_true_turns_verdicts_round() -> None:
    stem = "Which of these metals is NOT magnetic?"
    for explanation in ("B is false.", "A is true, and so is C.", "Option B is incorrect."):
        assert not findings("KEY007", questions=[asked(stem, METALS, "B", explanation)])
    assert findings("KEY007", questions=[asked(stem, METALS, "B", "The correct answer is C.")])


FLOAT = [
    "They push aside water that weighs as much",
    "Their paint keeps the salt away from them",
    "Their engines blow air under the long hull",
]
PUSHED = "The water that a ship has pushed aside weighs just as much as the ship."


@pytest.mark.parametrize(
    ("answer", "explanation", "fires"),
    [
        ("A", PUSHED, False),
        ("B", PUSHED, True),
        ("B", PUSHED + " No paint does that.", False),
        ("B", "No water was pushed aside that weighs as much.", False),
        ("C", "Water bears them.", False),
    ],
)
def test_words_of_one_other_option_only(answer: str, explanation: str, fires: bool) -> None:
    question = asked("Why do ships float?", FLOAT, answer, explanation)
    assert bool(findings("KEY007", questions=[question])) is fires


def test_an_explanation_that_is_strange_to_the_keys_own_card() -> None:
    cards = [
        {"front": "What is a moraine?", "back": "Rubble that a glacier leaves at its edge."},
        {"front": "What is a fjord?", "back": "A valley cut by ice that the sea has flooded."},
        {"front": "What is a delta?", "back": "Land built by mud at the mouth of a river."},
    ]
    options = ["A moraine", "A delta", "A fjord"]
    mud = "Streams slow down there, drop what they carry, and split into many arms."
    stem = "Which landform belongs to warm plains?"
    (only,) = findings("KEY007", cards=cards, questions=[asked(stem, options, "A", mud)])
    assert "'What is a moraine?'" in only.message
    ice = "A glacier drops its stones there, as it melts at the front and at both flanks."
    assert not findings("KEY007", cards=cards, questions=[asked(stem, options, "A", ice)])


CARDS = [
    {
        "front": "How do arches and beams differ?",
        "back": "An arch turns its load into thrust at the sides. A beam bends under its load and "
        "breaks at the bottom.",
    },
    {"front": "What is a truss?", "back": "A frame of triangles that cannot be pushed askew."},
    {"front": "Why do long bridges hang?", "back": "Cables bear tension with little weight."},
]
ARCH = ["Thrust at the sides", "Cracks at the bottom", "A pull on cables", "Heat in the stones"]
LOADED = "What does the load of an arch become?"


@pytest.mark.parametrize(
    ("question", "fires"),
    [
        (asked(LOADED, ARCH, "D"), True),
        (asked(LOADED, ARCH, "A"), False),
        (asked(LOADED, ARCH, "D", "Stones get warm."), False),
        (asked("What does the load of an arch NOT become?", ARCH, "D"), False),
        (asked(LOADED, [*ARCH[:3], "None of the above"], "D"), False),
        (asked("What holds a tent?", ["Pegs", "Rope", "Luck"], "C"), False),
    ],
)
def test_a_card_that_speaks_for_another_option(question: dict[str, Any], fires: bool) -> None:
    said = findings("KEY019", cards=CARDS, questions=[question])
    assert bool(said) is fires
    for each in said:
        assert "speaks for option A" in each.message
        assert each.notes[0].message == "what the card says"


def test_numbers_that_must_be_computed_are_left_alone() -> None:
    cards = [
        {"front": "What is a share?", "back": "A part of a whole: 3 of 12 eggs are 25 percent."},
        {"front": "What is a ratio?", "back": "It sets two amounts side by side."},
    ]
    question = asked("What share are 6 of 12 eggs?", ["25 percent", "50 percent"], "B")
    assert not findings("KEY019", cards=cards, questions=[question])


def test_many_cards_and_options_are_quickly_done() -> None:
    cards = [
        {"front": f"What is thing{n}?", "back": f"It is made of stuff{n} and water."}
        for n in range(400)
    ]
    questions = [
        asked(f"What is thing{n} made of?", [f"stuff{m}" for m in range(n, n + 4)], "A")
        for n in range(0, 390, 3)
    ]
    assert not findings("KEY019", cards=cards, questions=questions)


WORDED = [
    {"front": "What does yeast give off?", "back": "Yeast gives off a gas that lifts the dough."},
    {"front": "How warm should dough rest?", "back": "Dough rests at 24 to 28 degrees."},
    {"front": "What does salt do?", "back": "Salt slows the yeast and tightens the dough."},
]


@pytest.mark.parametrize(
    ("stem", "options", "answer"),
    [
        ("At what temperature is dough left?", ["26 degrees", "60 degrees", "5 degrees"], "B"),
        ("What raises the dough?", ["A gas of the yeast", "Plenty of sugar", "A hot oven"], "C"),
    ],
)
def test_a_card_speaks_in_other_words_too(stem: str, options: list[str], answer: str) -> None:
    (said,) = findings("KEY019", cards=WORDED, questions=[asked(stem, options, answer)])
    assert "speaks for option A" in said.message
    assert not findings("KEY019", cards=WORDED, questions=[asked(stem, options, "A")])


def test_a_distractor_that_says_the_same_as_the_key_is_no_contradiction() -> None:
    options = ["It slows the yeast", "It slows down the yeast", "It colours the crust"]
    question = asked("What does salt do in dough?", options, "B")
    assert not findings("KEY019", cards=WORDED, questions=[question])


@pytest.mark.parametrize(
    ("options", "answer", "explanation", "fires"),
    [
        (["113", "119", "211"], "A", "In this town 119 answers day and night.", True),
        (["113", "119", "211"], "A", "Neither 119 nor another number is free of charge.", False),
        (["It shrinks", "It swells"], "A", "Warm air makes it swell.", True),
        (["It shrinks", "It swells"], "A", "It swells no more, and becomes smaller.", False),
        (
            ["A large fee", "A small fee"],
            "A",
            "A small fee would cost less than the big one.",
            False,
        ),
        (["All of the above", "Iron", "Tin"], "A", "Iron rusts.", False),
        (["`x = 1`", "`y = 2`"], "A", "y is bound to 2.", False),
    ],
)
def test_few_words_of_another_option_suffice_if_nothing_is_of_the_key(
    options: list[str], answer: str, explanation: str, fires: bool
) -> None:
    question = asked("What is right here?", options, answer, explanation)
    assert bool(findings("KEY007", questions=[question])) is fires
