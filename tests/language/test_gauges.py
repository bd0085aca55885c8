"""The formulas of each language against textstat's own, the limits, and what counts as known."""

import random
from collections.abc import Callable
from itertools import permutations

import pytest

from quizlint.language import _textstat
from quizlint.language.correlation import Pairs, chance_of_falling, ranks
from quizlint.language.gauges import GAUGES, Gauge, gauge, position
from quizlint.language.known import KNOWN_WORD, familiar, known_stems, unfamiliar_share
from quizlint.language.readability import pooled, readability
from quizlint.text import Prose

TEXTS = {
    "en": "The tide comes in twice a day. Estuarine organisms tolerate remarkable fluctuations.",
    "de": "Die Flut kommt zweimal am Tag. Zahlreiche Lebewesen vertragen Schwankungen im "
    "Salzgehalt.",
    "es": "La marea sube dos veces al día. Numerosos organismos toleran fluctuaciones notables.",
    "it": "La marea sale due volte al giorno. Numerosi organismi tollerano notevoli fluttuazioni.",
    "fr": "La marée monte deux fois par jour. De nombreux organismes tolèrent ces fluctuations.",
}
FORMULAS: dict[str, tuple[str, ...]] = {
    "en": (
        "flesch_kincaid_grade",
        "automated_readability_index",
        "coleman_liau_index",
        "gunning_fog",
    ),
    "de": ("1", "2", "3", "4"),
    "es": ("fernandez_huerta", "szigriszt_pazos"),
    "it": ("gulpease_index",),
    "fr": ("flesch_reading_ease",),
}


@pytest.fixture
def textstat_in() -> object:
    textstat = _textstat.load()

    def choose(language: str) -> object:
        textstat.set_lang("en_US" if language == "en" else language)
        return textstat

    yield choose
    textstat.set_lang("en_US")


@pytest.mark.parametrize("language", GAUGES)
def test_the_formulas_are_textstats(language: str, textstat_in: Callable[[str], object]) -> None:
    text = TEXTS[language]
    textstat = textstat_in(language)
    load = readability(text, language)
    theirs = [
        textstat.wiener_sachtextformel(text, int(name))  # type: ignore[attr-defined]
        if name.isdigit()
        else getattr(textstat, name)(text)
        for name in FORMULAS[language]
    ]
    assert [formula(load) for formula in GAUGES[language].formulas] == pytest.approx(theirs)


def test_bands_rise_and_margins_fall() -> None:
    for own in GAUGES.values():
        ends = [own.end(at / 4) * own.easier for at in range(5)]
        assert ends == sorted(set(ends))
        assert own.margin(20) > own.margin(60) > own.margin(10_000) >= own.error
    english = GAUGES["en"]
    assert english.end(0.5) == english.ends[1]
    assert round(english.margin(20), 1) == 2.7
    assert gauge("fi") is None


def test_points_of_ease_are_the_other_way_round() -> None:
    ease: Gauge = GAUGES["es"]
    assert ease.over(30.0, 55.0) == 25.0
    assert GAUGES["en"].over(30.0, 8.0) == 22.0
    assert ease.shown(30.0) == "reading ease 30"


def test_a_label_stands_where_its_scale_says() -> None:
    assert position("Medium", ("easy", "medium", "hard")) == 0.5
    assert position("C2", ("a1", "a2", "b1", "b2", "c1", "c2")) == 1.0
    assert position("only", ("only",)) == 0.5
    assert position("else", ("easy", "hard")) is None


def test_known_words_count_as_short_ones() -> None:
    stems = known_stems(
        [Prose("Photosynthesis")],
        [
            Prose("What is chlorophyll?"),
            Prose("Which considerations influence the distribution of leaves on trees?"),
        ],
        [
            [Prose("A stoma opens.")],
            [Prose("Each stoma closes immediately.")],
            [Prose("immediately")],
        ],
    )
    assert familiar(stems)("Photosynthesis and chlorophyll!") == f"{KNOWN_WORD} and {KNOWN_WORD}!"
    assert familiar(stems)("immediately considerations") == "immediately considerations"
    assert familiar(stems)("stomas") == KNOWN_WORD
    assert familiar(stems)("It met Aristotle. Aristotle's") == f"It met {KNOWN_WORD}. Aristotle's"
    assert familiar(stems, "de")("Es traf Aristoteles") == "Es traf Aristoteles"


def test_a_rewritten_text_has_its_sentences_and_words() -> None:
    text = "Photosynthesis feeds plants. Do plants (photosynthesis!) eat? They do."
    stems = known_stems([Prose("Photosynthesis")], [], [])
    before, after = readability(text), pooled([Prose(text)], plain=familiar(stems))
    assert (before.words, before.full_sentences) == (after.words, after.full_sentences)
    assert after.syllables < before.syllables


def test_inflections_of_familiar_words_are_familiar() -> None:
    assert unfamiliar_share([Prose("The dogs were barking at two cats.")]) == 0.0
    assert unfamiliar_share([Prose("Osmotic dogs")]) == 0.5
    assert unfamiliar_share([Prose("42 !")]) == 0.0


def brute(strata: list[Pairs]) -> float:
    """By going through every way of dealing the labels."""
    sums = [0.0]
    for pairs in strata:
        own = [
            sum(level * rank for level, rank in zip(dealt, ranks(pairs.values), strict=True))
            for dealt in permutations(pairs.levels)
        ]
        sums = [a + b for a in sums for b in own]
    observed = sum(
        level * rank
        for pairs in strata
        for level, rank in zip(pairs.levels, ranks(pairs.values), strict=True)
    )
    return sum(each <= observed + 1e-9 for each in sums) / len(sums)


def test_the_chance_is_that_of_every_way_of_dealing() -> None:
    rng = random.Random(14)
    for _ in range(30):
        strata = [
            Pairs(
                [*range(3), *rng.choices(range(3), k=rng.randint(0, 1))],
                rng.choices(range(5), k=0),
            )
            for _ in range(2)
        ]
        strata = [Pairs(p.levels, [rng.randint(1, 4) for _ in p.levels]) for p in strata]
        assert chance_of_falling(strata) == pytest.approx(brute(strata))


def test_large_documents_have_the_normal_distributions_chance() -> None:
    rng = random.Random(15)
    levels = [n % 3 for n in range(45)]
    values = [rng.random() - 0.2 * level for level in levels]
    exact = chance_of_falling([Pairs(levels, values)])
    many = chance_of_falling([Pairs(levels * 8, values * 8)])
    assert 0 < many < exact < 0.5
    assert chance_of_falling([Pairs([1] * 300, list(range(300)))]) == 1.0
