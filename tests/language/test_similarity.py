"""Likeness of short texts, and stems."""

from hypothesis import given
from hypothesis import strategies as st

from quizlint.language.lemmas import content_stems, stem
from quizlint.language.similarity import one_edit, ratio, same_words

SHORT = st.text("abc ", max_size=8)


@given(SHORT, SHORT)
def test_ratio_is_symmetric_and_a_share(a: str, b: str) -> None:
    value = ratio(a, b)
    assert 0.0 <= value <= 1.0
    assert value == ratio(b, a)
    assert (value == 1.0) == (a == b)
    assert ratio(a, b, 0.7) == (value if value >= 0.7 else 0.0)


def edits(text: str) -> set[str]:
    found = set()
    for at in range(len(text) + 1):
        found |= {text[:at] + char + text[at:] for char in "abc "}
        if at < len(text):
            found.add(text[:at] + text[at + 1 :])
            found |= {text[:at] + char + text[at + 1 :] for char in "abc "}
        if at + 1 < len(text):
            found.add(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    return found - {text}


@given(SHORT, SHORT)
def test_one_edit_is_one_edit(a: str, b: str) -> None:
    assert one_edit(a, b) == (b in edits(a))
    assert all(one_edit(a, other) for other in edits(a))


def test_same_words() -> None:
    assert same_words(["salt", "and", "water"], ["water", "and", "salt"])
    assert not same_words(["salt", "water"], ["salt", "water"])
    assert not same_words(["salt", "salt", "water"], ["salt", "water", "water"])


def test_stems() -> None:
    for one, other in (
        ("enzymes", "Enzyme"),
        ("mutation", "mutated"),
        ("mice", "mouse"),
        ("diagnoses", "diagnosis"),
        ("running", "runs"),
    ):
        assert stem(one) == stem(other)
    assert stem("cell") != stem("celery")
    assert stem("Zellen", "de") == stem("Zelle", "de")
    assert stem("Word", "xx") == "word"
    assert stem("x" * 1000) == "x" * 1000


def test_content_stems() -> None:
    found = content_stems("Which of the enzymes is the cell’s catalyst in 1984".split())
    assert found == {stem("enzyme"), stem("cell"), stem("catalyst")}
