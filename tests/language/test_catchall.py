"""Options that speak of the other options, in the words that authors use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.language import catch_all, combines_options

ALL = (
    "all of the above|All of the Above.|All the above|all above|all of above|ALL OF THE ABOVE|"
    "All of the above are correct|all are correct|All are true.|All of these|all of them|"
    "All of the options|All the options are correct|all answers are correct|Both of the above|"
    "both of these|Both are correct|D. All of the above|(d) all of these|"
    "All of the above statements are true|All of the mentioned|all of the given options|"
    "everything above|any of the above|All three statements are correct|all three are true|"
    "They are all correct|These are all true|All of the listed options|Each of the above|"
    "All of the above (a, b and c)|none of the above is false|All of the above diseases|"
    "All of these factors|all of the above-mentioned|all options above|"
    "All of the other answers|all the answer choices|All of the above can cause it|both above|"
    "All of the above; each adds to it|all of them are falsy|“All of the above”|all of the  above"
).split("|")
NONE = (
    "None of the above|none of these|None of them|None of the options|none of the above.|"
    "None are correct|none is correct|No correct answer|no option is correct|No answer is correct|"
    "Neither of the above|neither of these|neither is correct|None of the mentioned|"
    "none of the other options|All of the above are incorrect|all are false|None above|"
    "not any of the above|none of the given answers|none of the others|not listed|"
    "There is no correct answer|The correct answer is not listed|none listed|None of the choices|"
    "None of the above options are correct|none of those|none of the listed|"
    "(d) none of the above|None of the statements are true|no one of the above|"
    "none of these programs|None of the above; the call fails"
).split("|")
NEITHER = (
    "all of the electrons|none of the enzymes|all|none|both|neither|both A and B|both strands|"
    "All of the above except C|all of the above-ground parts of a plant|neither strand|"
    "not given enough water|all true mammals|no|nothing|all of the time|all right|no effect|"
    "All but one of the above|none of the DNA|each chromosome|all of it is absorbed|any object|"
    "all statements in the block run|either parent|no change|both alleles are dominant|"
    "none of the above ground biomass|every statement is executed|all but A|The above|"
    "all answer keys|no statements about death are made|all points above the line|"
    "all temperatures above zero|neither correct nor useful|overall|nonetheless|above|"
    "all cells have a membrane|None => other|both fields use tools|"
).split("|")


@pytest.mark.parametrize("text", ALL)
def test_all(text: str) -> None:
    assert catch_all(text) == "all"


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert catch_all(text) == "none"


@pytest.mark.parametrize("text", NEITHER)
def test_answers_that_only_begin_so(text: str) -> None:
    assert catch_all(text) is None


@pytest.mark.parametrize(
    ("text", "kind"), [("All", "all"), ("both.", "all"), ("None", "none"), ("B) Neither", "none")]
)
def test_single_words_count_where_the_caller_says_so(text: str, kind: str) -> None:
    assert catch_all(text) is None
    assert catch_all(text, bare=True) == kind


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("both A and B", "AB"),
        ("A and B", "AB"),
        ("A, B and C", "ABC"),
        ("A, B, and C", "ABC"),
        ("B & A only", "AB"),
        ("only A and B", "AB"),
        ("Both (a) and (c)", "AC"),
        ("a) and c)", "AC"),
        ("both a and b", "AB"),
        ("either A or B", "AB"),
        ("neither A nor B", "AB"),
        ("Options A and C", "AC"),
        ("option a and option c", "AC"),
        ("All but A", "A"),
        ("All of the above except C", "C"),
        ("A and B but not C", "ABC"),
        ("A and B are correct.", "AB"),
        ("Only A", "A"),
        ("B alone", "B"),
        ("A/B", "AB"),
        ("A+C", "AC"),
    ],
)
def test_combinations(text: str, labels: str) -> None:
    assert combines_options(text, "ABCD") == tuple(labels)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I and II", ("I", "II")),
        ("I, II, and III", ("I", "II", "III")),
        ("II only", ("II",)),
        ("(i) and (ii)", ("I", "II")),
        ("statements I and III are true", ("I", "III")),
    ],
)
def test_numbered_statements(text: str, labels: tuple[str, ...]) -> None:
    assert combines_options(text, ("I", "II", "III", "IV")) == labels


def test_figures_as_labels() -> None:
    assert combines_options("1 and 3 only", "123") == ("1", "3")
    assert combines_options("2 and 4", "123") is None


@pytest.mark.parametrize(
    "text",
    "A|a and b|A lot of B|A and E|A and A|AB|vitamin A and vitamin B|A and B cells|D|".split("|"),
)
def test_no_combinations(text: str) -> None:
    assert combines_options(text, "ABCD") is None


@given(st.text("allnoefthbvABC ,.()-;&/1", max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert catch_all(text) in ("all", "none", None)
    found = combines_options(text, "ABC")
    assert found is None or set(found) <= set("ABC")


def test_hostile_texts_take_no_time() -> None:
    for text in ("all of the above" + "-a" * 50, "all of the above" + " a" * 50, "all " * 29):
        catch_all(text)
    for text in ("A, " * 39, "A/" * 59, "both " * 20 + "A", "((((" * 29):
        combines_options(text, "ABCD")
