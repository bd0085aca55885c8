"""What speaks for an option: which words count, where, and how much."""

import pytest

from quizlint.language.evidence import Evidence, Support, passage, telling_words, words_said
from quizlint.text import Prose

TIDES = (
    ("What makes the tides?", "The pull of the Moon lifts the sea twice a day."),
    ("How do spring and neap tides differ?", "Spring tides are high, neap tides are low."),
    ("How fast does the water run?", "In a strait it runs at 5 to 9 knots."),
    ("Who watches the tide?", "A pilot brings a ship into harbour; he never sails alone."),
)


def weighed(stem: str, *options: str) -> tuple[Support, ...]:
    cards = [passage(Prose(front), [Prose(front), Prose(back)]) for front, back in TIDES]
    said = [words_said(Prose(option)) for option in options]
    return Evidence(cards).weigh(words_said(Prose(stem)), said, [False] * len(options))


@pytest.mark.parametrize(
    ("stem", "right", "others"),
    [
        ("What draws the ocean up?", "The Moon", ["The wind", "The clouds"]),
        ("What raises the sea?", "A pulling moon", ["A pushing wind", "A warm current"]),
        ("How quickly does a strait run?", "7 knots", ["12 knots", "30 knots"]),
        ("Who guides a vessel into port?", "A pilot", ["A cook", "A porter"]),
    ],
)
def test_the_option_of_the_card_is_ahead_in_other_words(
    stem: str, right: str, others: list[str]
) -> None:
    first, *rest = weighed(stem, right, *others)
    assert first.score > 0.2
    assert all(each.score < 0.8 * first.score for each in rest)


def test_a_clause_that_denies_hardly_counts() -> None:
    alone, pilot = weighed("How does a pilot sail?", "He sails alone", "He brings a ship")
    assert alone.score < pilot.score


def test_a_kind_of_thing_links_stems_but_tells_no_options_apart() -> None:
    evidence = Evidence([passage(None, [Prose("A trout hides under the bank.")])])
    assert evidence.likeness("fish", "fish", asked=True)
    assert not evidence.likeness("fish", "fish")


def test_synonyms_are_those_of_english() -> None:
    cards = [passage(None, [Prose("Das Boot wird rot.")], "de")]
    assert not Evidence(cards, "de").likeness("ship", "ship")


def test_ranges_are_words_of_their_own() -> None:
    assert "#5..9" in telling_words(Prose("It runs at 5 to 9 knots."))
    assert "#100..120" in telling_words(Prose("about 100–120 a minute"))
    evidence = Evidence([passage(None, [Prose("5 to 9 knots")])])
    assert set(evidence.likeness("#7", "7")) == {"#5..9"}
    assert not evidence.likeness("#12", "12")


def test_the_work_grows_with_the_words_not_with_their_pairs() -> None:
    cards = [passage(None, [Prose(f"word{n} thing{n} stuff{n}")]) for n in range(2_000)]
    evidence = Evidence(cards)
    found = evidence.weigh(
        words_said(Prose("thing7")), [words_said(Prose("word7"))] * 2, [False] * 2
    )
    assert found == (Support(0.0), Support(0.0))  # what all options say tells nothing
    assert len(evidence._likes) < 10  # only what was asked for was looked up
