"""The word that was probably meant."""

import pytest

from quizlint.text.nearest import LONGEST, nearest

LEVELS = ("beginner", "intermediate", "advanced")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("begginer", LEVELS, "beginner"),
        ("ADVANCD", LEVELS, "advanced"),
        ("hard", LEVELS, None),
        ("expert", LEVELS, None),
        ("KEY0I0", ("KEY001", "KEY010", "KEY100"), "KEY010"),
        ("the Adriatik", ("the Baltic", "the Adriatic"), "the Adriatic"),
        ("Adriatic", ("the Adriatic Sea", "the Baltic Sea"), "the Adriatic Sea"),
        ("dupilcate-option", ("duplicate-option", "duplicate-id"), "duplicate-option"),
        ("", LEVELS, None),
        ("x", (), None),
    ],
)
def test_it_is_found(word: str, known: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_only_the_beginning_of_a_long_text_is_compared() -> None:
    known = ["a" * LONGEST + "b" * 100_000, "c" * 100_000]
    assert nearest("a" * LONGEST + "d" * 100_000, known) == known[0]


def test_the_first_of_two_that_are_alike_is_taken() -> None:
    assert nearest("optoin", ["Option", "option"]) == "Option"
