"""Word lists, their idioms, and where the words stand."""

from collections.abc import Callable

import pytest

from quizlint.language import Term, absolute_terms, negatives, vague_terms
from quizlint.text import Prose

Finder = Callable[[Prose], tuple[Term, ...]]


def strong(find: Finder, text: str) -> list[str]:
    return [term.word for term in find(Prose(text)) if term.strong]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It ALWAYS rains.", ["always"]),
        ("Every cell is completely dry, never wet.", ["every", "completely", "never"]),
        ("never-ending `always` code and “always” quoted", []),
        ("Not every cell; not always; every other day", []),
        ("Everything that everyone says", ["everything", "everyone"]),
    ],
)
def test_absolute_terms(text: str, words: list[str]) -> None:
    assert strong(absolute_terms, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "none at all",
        "Select all that apply",
        "all but one",
        "all of the above",
        "if and only if it rains",
        "the only child",
        "no longer valid",
        "not only this",
        "each of the following",
        "first of all",
        "read-only memory, an all-or-nothing law",
        "overall, anything, nonesuch",
    ],
)
def test_idioms_claim_nothing(text: str) -> None:
    terms = [term.word for term in absolute_terms(Prose(text))]
    assert [word for word in terms if word != "none"] == []


def test_quantifiers_are_weak() -> None:
    found = absolute_terms(Prose("All metals conduct; only gold shines at all times."))
    assert [(term.word, term.strong) for term in found] == [
        ("all", False),
        ("only", False),
        ("all", False),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It usually rains, sometimes often.", ["usually", "sometimes", "often"]),
        ("How often does it rain?", []),
        ("the usual case", []),
    ],
)
def test_vague_terms(text: str, words: list[str]) -> None:
    assert strong(vague_terms, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Which is the most common cause?",
        "Which is most likely?",
        "In May 2020 it began",
        "How many are there?",
        "three significant figures",
        "this rather than that",
    ],
)
def test_idioms_are_not_vague(text: str) -> None:
    assert vague_terms(Prose(text)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which is NOT a metal?", ["not"]),
        ("All are metals EXCEPT:", ["except"]),
        ("Which isn’t true?", ["isn't"]),
        ("Which statement is false?", ["false"]),
        ("Which is least likely?", ["least"]),
        ("At least one, not only two, whether or not", []),
        ("True or false: it is a false positive", []),
        ("What is wrong with it? Do not use a table.", []),
        ("a knot, a notice, nothing", []),
    ],
)
def test_negatives(text: str, words: list[str]) -> None:
    assert strong(negatives, text) == words


def test_terms_stand_where_they_say() -> None:
    prose = Prose("It is **never** `always` so, and isn’t *usually* so.")
    for find in (absolute_terms, vague_terms, negatives):
        for term in find(prose):
            assert prose.text[term.start : term.end].lower().replace("’", "'") == term.word
    assert [term.word for term in absolute_terms(prose)] == ["never"]
    assert [term.word for term in negatives(prose)] == ["never", "isn't"]
