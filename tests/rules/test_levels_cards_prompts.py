"""What the examples of LVL, CRD, PRM, MED and STR023 cannot show."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.engine.result import Diagnostic
from quizlint.rules.base import Example
from quizlint.rules.registry import all_rules, find
from quizlint.rules.structure._misspellings import corrections
from quizlint.testing import check_example, found

RULES = {
    rule
    for rule in all_rules()
    if rule.code[:3] in {"LVL", "CRD", "PRM", "MED"} or rule.code == "STR023"
}


def findings(code: str, sheet: dict[str, object], **config: object) -> list[Diagnostic]:
    rule = find(code)
    assert rule is not None
    options = {"rules": {rule.name: config}} if config else {}
    report = check_example(Example(json.dumps(sheet), "sheet.quiz.json", options), [rule])
    assert not report.failures
    return found(report)


def cards(*sides: tuple[str, str], **more: object) -> dict[str, object]:
    made = [{"front": front, "back": back, **more} for front, back in sides]
    return {"kind": "cheat-sheet", "cards": made}


@given(
    st.text(max_size=200),
    st.text(max_size=200),
    st.sampled_from(
        ["", "![", "<img src=", "{{c1", "is a ", "? and why ", "5 minutes", "1) ", "teh "]
    ),
)
def test_no_text_makes_a_rule_fail(one: str, other: str, piece: str) -> None:
    text, back = one + piece + other, other + piece + one
    sheet = {
        "kind": "cheat-sheet",
        "audience": text,
        "minutes": back,
        "title": text,
        "cards": [{"front": text, "back": back, "difficulty": back}],
        "questions": [
            {
                "question": text,
                "stimulus": back,
                "options": [text, back, "c"],
                "answer": "B",
                "difficulty": "advanced",
            }
        ],
        "prompts": [{"prompt": text, "hint": back, "concepts": [one, other, piece]}],
    }
    report = check_example(Example(json.dumps(sheet), "sheet.quiz.json"), RULES)
    assert not report.failures


def test_a_huge_text_is_checked() -> None:
    heavy = "a (b) is the process of <img src='x'> ![ {{c1: and why " * 1000
    assert not check_example(
        Example(json.dumps(cards((heavy, heavy))), "s.quiz.json"), RULES
    ).failures


@pytest.mark.parametrize(
    ("audience", "fires"), [("grade 5", True), ("graduate", False), ("us", False)]
)
def test_reading_load_is_measured_against_what_is_declared(audience: str, fires: bool) -> None:
    back = (
        "Comprehensive documentation substantially facilitates collaborative maintenance activities"
    )
    plain = "It helps us all to keep the house in good order and to find what we want to find"
    sheet = cards(
        *[(f"{plain} in the room on floor {n}.", f"{back} of number {n}.") for n in range(8)]
    )
    assert bool(findings("LVL004", {**sheet, "audience": audience})) is fires


def test_reading_load_needs_a_hundred_words() -> None:
    back = "Comprehensive documentation substantially facilitates collaborative maintenance."
    sheet = cards(*[("Why?", back)] * 12)
    assert not findings("LVL004", {**sheet, "audience": "grade 5"})


def test_an_item_of_the_highest_label_that_reads_far_below_is_an_outlier() -> None:
    heavy = (
        "Characterise the physiological mechanisms that stabilise intracellular acidity.",
        "Differentiate between compensatory vasoconstriction and passive redistribution of volume.",
        "Explain quantitatively how hyperventilation modifies cerebral perfusion within minutes.",
        "Derive the relationship between alveolar pressure and arterial oxygenation at altitude.",
        "Evaluate whether erythropoietin administration jeopardises circulatory equilibrium.",
        (
            "Formulate a hypothesis concerning thermoregulatory adaptation among marathon "
            "participants."
        ),
        "Discuss the contribution of mitochondrial inefficiency to metabolic acceleration.",
        "Justify the administration of bicarbonate during prolonged resuscitation attempts.",
    )
    simple = (
        "Say why the cat sat on the mat and the dog lay on the log. Then the cow ate up all of the "
        "hay that he had put by the old gate."
    )
    names = "alpha beta gamma delta epsilon zeta eta theta".split()
    texts = [
        f"{text} Consider {name} twice, then thrice, in several subsequent comparisons with "
        f"its counterpart."
        for text, name in zip(heavy, names, strict=True)
    ] + [simple]
    sheet = cards(*[(text, "Yes.") for text in texts], difficulty="advanced")
    (only,) = findings("LVL010", sheet)
    assert "far below" in only.message


def test_the_minutes_that_the_fix_writes_are_those_of_the_words() -> None:
    items = [
        {"prompt": f"Explain the rule of number {n}.", "concepts": ["a rule"]} for n in range(5)
    ]
    (only,) = findings("LVL007", {"kind": "cheat-sheet", "minutes": "~90 mins", "prompts": items})
    assert only.repair is not None
    assert [edit.text for edit in only.repair.edits] == [
        "10"
    ]  # five times two minutes and a little


def test_a_mix_that_is_none_is_left_alone() -> None:
    sheet = cards(*[(f"What is {n}?", "It.") for n in range(12)], difficulty="beginner")
    assert (
        len(findings("LVL005", sheet, mix="half of each")) == 1
    )  # then one label is still one label
    assert not findings("LVL005", sheet, mix="beginner 90, advanced 10")
    (skewed,) = findings("LVL005", sheet, mix="beginner: 50 %, advanced: 50 %")
    assert "100 % beginner instead of 50 %" in skewed.message


@pytest.mark.parametrize(
    ("front", "back", "fires"),
    [
        ("Which planet has the largest moon?", "Moon", True),
        ("Is the sun a star or a planet?", "a star", False),
        ("hotel", "hotel", False),
        ("Which stars are hottest?", "star", False),
        ("The capital of {{c1::France}} is Paris", "Paris", False),
        ("How many of the 1234 stars are seen?", "1234", False),
    ],
)
def test_a_front_reveals_its_back(front: str, back: str, fires: bool) -> None:
    assert bool(findings("CRD004", cards((front, back)))) is fires


@pytest.mark.parametrize(
    ("front", "back", "fires"),
    [
        ("Define sorting", "Sorting is the act of sorting.", True),
        ("What is a boolean?", "A Boolean is a boolean value.", True),
        ("What is a prime number?", "A prime number is a number with two divisors.", False),
        ("Photosynthesis", "Photosynthesis makes sugar from light.", False),
        ("Erosion", "The process of wearing away rock.", False),
        ("What are cats?", "Cats: small beasts of prey.", False),
    ],
)
def test_a_definition_is_circular(front: str, back: str, fires: bool) -> None:
    assert bool(findings("CRD005", cards((front, back)))) is fires


@pytest.mark.parametrize(
    ("image", "fires"),
    [
        ("![](a.png)", True),
        ("![photo](a.png)", True),
        ("![][a]", True),
        ("<img src=a.png width=20> as seen", True),
        ("![a small bird](a.png)", False),
        ('![](a.png "a small bird")', False),
        ('![](a.png){fig-alt="a small bird"}', False),
        ("![](song.mp3)", False),
        ('<img alt="" src="a.png"> as seen', False),
        ("`<img src=a.png>` and more", False),
        ("Which HTML tag is <img src=a.png>?", False),
    ],
)
def test_an_image_has_a_text_alternative(image: str, fires: bool) -> None:
    assert bool(findings("MED001", cards((f"Look: {image}", "A wren.")))) is fires


@pytest.mark.parametrize(
    ("image", "fires"),
    [
        ("![three stripes](img/flagOfFrance_2.png)", True),
        ("![three stripes](france/17.png)", False),
        ("![Italy, Ireland, France](17.png)", False),
        ("![a frances](17.png)", False),
    ],
)
def test_an_image_names_the_key(image: str, fires: bool) -> None:
    question = {
        "question": f"Whose flag is it? {image}",
        "options": ["Italy", "Ireland", "France"],
        "answer": "C",
    }
    assert bool(findings("MED004", {"kind": "quiz", "questions": [question]})) is fires


def test_one_label_among_many_items_is_told_once() -> None:
    sheet = cards(*((f"What is {n} on this scale?", f"The note {n}.") for n in "abcde"))
    made = sheet["cards"]
    assert isinstance(made, list)
    made[0]["difficulty"] = "beginner"
    (finding,) = findings("LVL002", sheet)
    assert finding.message.startswith("only 1 of 5 of its kind have a level")
    made[1]["difficulty"] = made[2]["difficulty"] = "beginner"
    assert len(findings("LVL002", sheet)) == 2


@pytest.mark.parametrize(
    ("words", "fires"),
    [("the the rose", True), ("a dipole dipole attraction", False), ("It was was it", False)],
)
def test_what_acts_upon_its_like_is_no_slip(words: str, fires: bool) -> None:
    rule = find("STR021")
    assert rule is not None
    text = f"- {{question: Which is it?, options: [{words}, fern], answer: fern}}\n"
    report = check_example(Example(text, "a.yaml"), [rule])
    assert bool(found(report)) is fires


def test_no_correction_is_a_misspelling() -> None:
    known = corrections()
    assert len(known) > 200
    assert all(wrong == wrong.lower() and wrong.isalpha() for wrong in known)
    assert not [right for right in known.values() if set(right.split()) & known.keys()]


def test_a_correction_keeps_capitals() -> None:
    (one, two) = findings("STR023", cards(("Definately?", "It was DEFINATELY so.")))
    texts = [edit.text for d in (one, two) if d.repair is not None for edit in d.repair.edits]
    assert texts == ["Definitely", "DEFINITELY"]
