"""All pairs of a question, in bounded time, and none out of nothing."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from questions import asked, pairs

from quizlint.language import equivalence
from quizlint.language.equivalence import Kind, alike, same_meaning
from quizlint.text import Prose

QUESTIONS = (
    ("It decreases.", "It goes down.", "It grows.", "It stays as it is."),
    ("SQL", "Structured Query Language", "HTML", "a language"),
    ("cancel it", "call it off", "put it off", "delay it"),
    ("not changed", "unchanged", "not heated", "hot"),
    ("a trout", "a fish", "a bird", "in Berlin"),
    ("Smoking is not allowed.", "Smoking is forbidden.", "Smoking is allowed.", "Nobody smokes."),
    ("The storm sank the ship.", "The ship was sunk by the storm.", "The crew sank the ship."),
    ("iron, tin and zinc", "zinc, iron and tin", "iron and tin", "gold"),
    ("to get rid of it", "to do away with it", "to give it away", "to keep it"),
    ("Anemometer", "Anemomiter", "Barometer", "the barometer"),
    ("It makes it faster", "It speeds it up", "It makes it slower", "It slows it down"),
)


@pytest.mark.parametrize("options", QUESTIONS)
def test_the_cheap_keys_lose_nothing(options: tuple[str, ...]) -> None:
    question = asked(options, keys=[0])
    slow = {
        (one, other)
        for one, other in combinations(range(len(options)), 2)
        if same_meaning(question.options[one], question.options[other], question) is not None
    }
    assert slow
    assert slow == {pair[:2] for pair in alike(question)}


def test_three_of_one_value_are_one_chain() -> None:
    found = pairs(["90 °C", "100 °C", "212 °F", "373 K"])
    assert {place for pair in found for place in pair[:2]} == {1, 2, 3}


def count_comparisons(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    counted: list[tuple[object, ...]] = []
    monkeypatch.setattr(equivalence, "_compared", lambda *args: counted.append(args))
    return counted


def test_many_options_are_not_compared_two_by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = count_comparisons(monkeypatch)
    found = pairs([f"the answer number {at}" for at in range(5000)] + ["The answer, number 7"])
    assert not counted
    assert [pair[:2] for pair in found] == [(7, 5000)]


def test_few_of_many_pairs_are_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = count_comparisons(monkeypatch)
    words = "lake river canal bridge tower castle garden market church mountain".split()
    pairs([f"{a} {b} {c}" for a, b, c in zip(words, words[3:], words[6:], strict=False)])
    assert not counted


def test_long_options_are_compared_as_a_whole() -> None:
    long = "word " * 25_000
    found = pairs([long + "end", long + "End", long])
    assert [pair.same.kind for pair in found] == [Kind.WRITTEN]


@pytest.mark.parametrize(
    "options",
    [
        ("", "", " "),
        ("…", "?", "!"),
        ("ממלכה", "מלוכה", "נסיך"),
        ("東京", "京都", "大阪"),
        ("🙂", "🙃", "🙂🙂"),
        ("()", "(", ")"),
    ],
)
def test_nothing_is_found_out_of_nothing(options: tuple[str, ...]) -> None:
    assert pairs(options) == ()


@given(st.lists(st.text(max_size=40), max_size=6), st.text(max_size=40))
def test_any_text_can_be_compared(options: list[str], stem: str) -> None:
    for pair in pairs(options, stem, [0]):
        assert pair.one < pair.other < len(options)


@pytest.mark.parametrize("language", ["de", "ja"])
def test_in_other_languages_only_spellings_and_values_are_compared(language: str) -> None:
    options = [Prose(text) for text in ("Paris", "paris", "400 m", "0.4 km", "a trout", "a fish")]
    question = equivalence.Asked(Prose("Was ist es?"), options, [4])
    assert {pair.same.kind for pair in alike(question, language)} <= {Kind.WRITTEN, Kind.VALUE}
