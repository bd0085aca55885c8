"""Marks of emphasis go, and operators stay."""

import pytest

from quizlint.text.emphasis import emphasis
from quizlint.text.marks import Marks
from quizlint.text.prose import Prose


def left(value: str) -> str:
    """What is left when emphasis alone is taken away."""
    marks = Marks(value)
    emphasis(marks)
    return "".join(char for at, char in enumerate(value) if not marks.is_dropped(at))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**bold** and *italic*, __so strong__, ~~gone~~", "bold and italic, so strong, gone"),
        ("_one_ ***two*** **_three_** **a *b* c**", "one two three a b c"),
        ("(*x*), “*y*”; is __not__ z?", "(x), “y”; is not z?"),
        ("这是**重点**内容", "这是重点内容"),
        ("snake_case_name and 2*3*4 and a * b", "snake_case_name and 2*3*4 and a * b"),
        ("*args, **kwargs", "*args, **kwargs"),
        ("f(*args, **kwargs)", "f(*args, **kwargs)"),
        ("SELECT *, count(*) FROM t", "SELECT *, count(*) FROM t"),
        ("(a)*(b)*(c)", "(a)*(b)*(c)"),
        ("char *p, *q;", "char *p, *q;"),
        ("*.txt and *.md", "*.txt and *.md"),
        ("`__init__` and __init__", "__init__ and __init__"),
        ("_name_", "_name_"),
        ("__name__", "__name__"),
        ("The ___ of (___) and ____.", "The ___ of (___) and ____."),
        ("*one\n\ntwo*", "*one two*"),
        ("an * alone", "an * alone"),
    ],
)
def test_emphasis_goes_and_operators_stay(written: str, seen: str) -> None:
    assert Prose(written).text == seen


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("***x***", "x"),
        ("****x****", "****x****"),  # up to three
        ("___x___ y", "x y"),
        ("____x____ y", "____x____ y"),
        ("~~x~~", "x"),
        ("~~~x~~~", "~~~x~~~"),  # up to two
        ("~x~", "~x~"),
        ("**x*", "**x*"),  # as many on both sides
        ("*x\n \ny*", "*x\n \ny*"),  # within a paragraph
        ("*x\ny*", "x\ny"),
    ],
)
def test_how_many_marks_there_may_be(value: str, seen: str) -> None:
    assert left(value) == seen


@pytest.mark.parametrize(
    "value",
    ["a * b * c", "2*3*4", "(a) *, (b) *", "* x*", "*x *", "a_b_c", "f(*a, *b)", "x **= y ** z"],
)
def test_what_multiplies_or_points_stays(value: str) -> None:
    assert left(value) == value


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("call __init__ first", "call __init__ first"),
        ("call __never__ first", "call never first"),
        ("__init__", "__init__"),
        (" _x_\n", " _x_\n"),  # a whole answer is an identifier
        ("_x y_", "x y"),
        ("_é_", "é"),
    ],
)
def test_names_keep_their_underscores(value: str, seen: str) -> None:
    assert left(value) == seen


@pytest.mark.parametrize("value", ["漢*字*漢", "한*국*어", "（*字*）"])
def test_scripts_without_spaces_have_emphasis_inside_words(value: str) -> None:
    assert left(value) == value.replace("*", "")


def test_what_is_literal_neither_opens_nor_closes() -> None:
    marks = Marks("*a *b* c*")
    marks.keep(0, 3)
    emphasis(marks)
    assert [at for at in range(9) if marks.is_dropped(at)] == [3, 5]
