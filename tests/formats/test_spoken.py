"""Answers as people write them, brought to the names of options."""

import pytest

from quizlint.content import Option
from quizlint.formats.kit.keys import Choices
from quizlint.formats.kit.spoken import spoken
from quizlint.text import Span, Text


def parts(answer: str, *texts: str) -> list[str]:
    whole = Text(answer, Span(0, len(answer)), answer)
    options = [Option(Text(text, Span(0, 1), text), Span(0, 1)) for text in texts]
    found = spoken(whole, Choices(options))
    assert all(answer[slice(*part.span)] == part.value for part in found)
    return [part.value for part in found]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("B", ["B"]),
        ("B — Rome", ["B — Rome"]),
        ("B — a city", ["B"]),
        ("**B**", ["B"]),
        ("Option B", ["B"]),
        ("The correct answer is B. It lies in Italy.", ["B"]),
        ("It lies in Italy, so the answer is B", ["B"]),
        ("A and C", ["A", "C"]),
        ("A, B, C", ["A", "B", "C"]),
        ("AC", ["A", "C"]),
        ("Rome.", ["Rome"]),
        ("Rome, Oslo", ["Rome", "Oslo"]),
        ("A town in Italy", ["A town in Italy"]),
        ("all of them", ["all of them"]),
        ("CA", ["CA"]),
        ("", [""]),
    ],
)
def test_spoken(answer: str, found: list[str]) -> None:
    assert parts(answer, "Paris", "Rome", "Oslo") == found


def test_what_is_the_text_of_an_option_is_no_list_of_letters() -> None:
    assert parts("A and B", "O", "A and B", "AB") == ["A and B"]
    assert parts("AB", "O", "A and B", "AB") == ["AB"]


def test_marks_around_code_are_part_of_it() -> None:
    assert parts("`a` or `b`", "`a` or `b`", "c") == ["`a` or `b`"]
