"""What the examples in the rules about options and keys cannot show."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Document, Interaction, Key, KeyState, Option, Question, WrittenKey
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.text import Span, Text

RULES = {
    rule.code: rule()
    for rule in all_rules()
    if rule.code[:3] in ("OPT", "KEY") and Question in rule.subjects()
}
SAME = ("OPT001", "OPT002", "OPT003", "OPT004", "KEY006")


def text(value: str) -> Text:
    return Text(value, Span(0, len(value)), value)


def ask(options: Sequence[str], stem: str = "Which of these is it?", key: int = 0) -> Question:
    return Question(
        span=Span(0, len(stem)),
        route="questions[0]",
        stem=text(stem),
        options=tuple(
            Option(text(option), Span(0, len(option)), correct=at == key)
            for at, option in enumerate(options)
        ),
        key=Key(KeyState.PRESENT, (key,)),
    )


def typed(stem: str, *answers: tuple[str, float | None, float | None]) -> Question:
    """A question that takes typed numbers, each with its weight and tolerance."""
    responses = tuple(
        Option(text(value), Span(0, len(value)), None, True, None, weight, tolerance)
        for value, weight, tolerance in answers
    )
    written = tuple(WrittenKey(response.text) for response in responses)
    return Question(
        span=Span(0, len(stem)),
        route="questions[0]",
        stem=text(stem),
        key=Key(KeyState.PRESENT, (), written, "answer"),
        interaction=Interaction.NUMERIC,
        responses=responses,
    )


def messages(code: str, question: Question) -> list[str]:
    if not RULES[code].is_about(question):
        return []
    context = Context(Document((question,), Span(0, 1)))
    return [finding.message for finding in RULES[code].check(question, context)]


def codes(question: Question, among: Sequence[str] = SAME) -> list[str]:
    return [code for code in among if messages(code, question)]


@pytest.mark.parametrize(
    "options",
    [
        ("true", "True", "TRUE"),
        ("backgroundColor", "backgroundcolor", "BackgroundColor"),
        ("M", "m", "μ"),
        ("the matrix M", "the vector m", "the number n"),
        ("2", "-2", "±2"),
        ("x = 2", "x = -2", "x = 0"),
        ("10^-3", "10^3", "10^{-3} m"),
        ("a < b", "a > b", "a = b"),
        ("<b>bold</b>", "<i>bold</i>", "bold"),
        ("<p>", "</p>", "<p/>"),
        ("`let x = 1;`", "`const x = 1;`", "`let x = 1`"),
        ("`a.b`", "`a .b`", "`a. b`"),
        ("This code:\n\n```\nprint(1)\n```", "This code:\n\n```\nprint(2)\n```", "Neither runs"),
        ("![](a.png)", "![](b.png)", "![](c.png)"),
        ("H2O", "H₂O2", "H2O2"),
        ("$x_1$", "$x^1$", "$x1$"),
        ("/usr/bin", "\\usr\\bin", "usr/bin"),
        ("its", "it's", "its'"),
        ("CO", "Co", "co-"),
    ],
)
def test_what_differs_in_a_sign_that_counts_is_no_duplicate(options: tuple[str, ...]) -> None:
    assert codes(ask(options)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("iron  ore", "iron ore"), (" iron ore", "iron ore\n"), ("caf\u00e9", "cafe\u0301")],
)
def test_spaces_and_compositions_do_not_make_another_option(one: str, other: str) -> None:
    assert "OPT001" in codes(ask((one, "a stone", other)))
    assert "KEY006" in codes(ask((one, "a stone", other)))


def test_capitals_alone_are_near_and_never_an_error() -> None:
    assert codes(ask(("the red planet", "The Red Planet", "the sun"))) == ["OPT002"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
def test_no_rule_falls_over_odd_options(options: list[str]) -> None:
    question = ask(options, "Which one?", len(options) - 1)
    for code in RULES:
        messages(code, question)


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("All of the above", "OPT009"),
        ("all three", "OPT009"),
        ("a, b and c", "OPT009"),
        ("Everything listed above.", "OPT009"),
        ("None of the following", "OPT010"),
        ("All of the above are wrong", "OPT010"),
        ("Two of the above", "OPT012"),
        ("more than one of these", "OPT012"),
        ("Options a and b", "OPT012"),
        ("Both a lake and a river", "OPT012"),
        ("either b or c", "OPT012"),
    ],
)
def test_an_option_about_the_others_is_seen_in_any_wording(last: str, found: str) -> None:
    options = ("a lake", "a river", "a canal", last)
    assert codes(ask(options), ("OPT009", "OPT010", "OPT012")) == [found]


@pytest.mark.parametrize(
    "last",
    [
        "all of the fish",
        "none of the fish",
        "all three rivers of the plain",
        "both banks",
        "two",
        "two of the bridges",
        "a combination of rain and wind",
        "vitamin A and B",
    ],
)
def test_an_answer_of_its_own_says_nothing_about_the_others(last: str) -> None:
    options = ("a lake", "a river", "a canal", last)
    assert codes(ask(options), ("OPT009", "OPT010", "OPT012")) == []


def test_a_share_is_no_catch_all() -> None:
    question = ask(("one", "two", "all of them"), "How many of the lamps are lit?")
    assert codes(question, ("OPT009", "OPT010")) == []


@pytest.mark.parametrize(
    "options",
    [
        ("Type 2", "Type 1", "Type 3"),
        ("x = 5", "x = 3", "x = 9"),
        ("It takes 5 days.", "It takes 3 days.", "It takes 9 days."),
        ("p < .05", "p < .001", "p < .01"),
        ("Stage III", "Stage I", "Stage IV"),
        ("one", "three", "two"),
        ("the first one", "the third one", "the second one"),
        ("March", "January", "June"),
        ("5:1", "3:1", "9:1"),
        ("42 km/h", "41 km/h", "43 km/h"),
        ("50 nmol min -1", "10 nmol min -1", "15nmol min-1"),
    ],
)
def test_options_that_differ_in_one_number_are_put_in_order(options: tuple[str, ...]) -> None:
    assert messages("OPT011", ask(options))
    in_order = messages("OPT011", ask(options))[0].split("sort them: ")[1]
    assert not messages("OPT011", ask(in_order.replace(" and ", ", ").split(", ")))


@pytest.mark.parametrize(
    "options",
    [
        ("H2O", "CO2", "N2"),
        ("vitamin B12", "vitamin B6", "vitamin B1"),
        ("192.168.0.1", "10.0.0.1", "172.16.0.1"),
        ("3x + 5", "2x + 7", "4x + 1"),
        ("5 apples", "3 pears", "9 plums"),
        ("5 cats and 2 dogs", "3 cats and 4 dogs", "9 cats and 1 dog"),
        ("`range(5)`", "`range(3)`", "`range(9)`"),
        ("the king of May", "a king of March", "no king of June"),
    ],
)
def test_numbers_in_names_and_code_have_no_order(options: tuple[str, ...]) -> None:
    assert not messages("OPT011", ask(options))


@pytest.mark.parametrize(
    ("stem", "answer", "tolerance", "found"),
    [
        ("How long is the rope, in metres?", "3.14", None, True),
        ("How long is the rope, in metres?", "3,14", 0.0, True),
        ("How long is the rope, in metres?", "6.02e23", None, True),
        ("How long is the rope, in metres?", "3.14", 0.01, False),
        ("How long is the rope, to the nearest centimetre?", "3.14", None, False),
        ("Round to two decimal places: how long is it?", "3.14", None, False),
        ("How many legs has an insect?", "6", None, False),
        ("Estimate the number of stars that can be seen.", "6000", None, True),
        ("What share of them is blue?", "0.5", None, False),
        ("How long is it?", "abc", None, False),
    ],
)
def test_a_measured_number_needs_a_tolerance(
    stem: str, answer: str, tolerance: float | None, found: bool
) -> None:
    assert bool(messages("KEY017", typed(stem, (answer, None, tolerance)))) is found


@pytest.mark.parametrize(
    ("weights", "found"),
    [
        ((50.0, 50.0, -50.0), 0),
        ((33.333, 33.333, 33.333), 0),
        ((100.0, -100.0, 0.0), 0),
        ((50.0, 25.0, 0.0), 1),
        ((50.0, 50.0, 50.0), 1),
        ((33.33, 33.33, 33.34), 0),
        ((None, None, None), 0),
    ],
)
def test_shares_add_up_to_all_points(weights: tuple[float | None, ...], found: int) -> None:
    options = tuple(
        Option(text(name), Span(at, at + 1), None, (weight or 0) > 0, None, weight)
        for at, (name, weight) in enumerate(zip("abc", weights, strict=True))
    )
    right = tuple(at for at, option in enumerate(options) if option.correct)
    question = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text("Which of these?"),
        options=options,
        key=Key(KeyState.PRESENT, right),
        interaction=Interaction.MULTIPLE,
    )
    assert len(messages("KEY011", question)) == found


def test_the_best_typed_answer_earns_all_points() -> None:
    question = typed("How many?", ("6", 50.0, None), ("7", 25.0, None))
    assert ["50 %" in message for message in messages("KEY011", question)] == [True]
    assert not messages("KEY011", typed("How many?", ("6", None, None), ("7", 50.0, None)))


@pytest.mark.parametrize(
    ("stem", "options", "found"),
    [
        ("In which year was the bridge built?", ("by monks", "1784", "of stone"), True),
        ("In which year was the bridge built?", ("1783", "1784", "of stone"), False),
        ("How many arches has the bridge?", ("of stone", "seven", "by monks"), True),
        ("How many arches has the bridge?", ("a few", "seven", "none"), False),
        ("Which two rivers meet here?", ("the Inn", "Inn and Ilz", "the Isar"), True),
        ("Which two of these are rivers?", ("the Inn", "Inn and Ilz", "the Isar"), False),
        ("Who built the bridge?", ("of stone", "seven", "by monks"), False),
    ],
)
def test_only_the_key_is_what_was_asked_for(
    stem: str, options: tuple[str, ...], found: bool
) -> None:
    assert bool(messages("OPT023", ask(options, stem, key=1))) is found
