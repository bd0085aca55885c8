"""Audiences and their grades; reading time."""

import pytest

from quizlint.content import Card, Interaction, Item, Option, Prompt, Question
from quizlint.language.audience import BANDS, band_for, names
from quizlint.language.reading_time import item_minutes, reading_minutes, thinking_minutes
from quizlint.text import Span, Text


@pytest.mark.parametrize(
    ("audience", "low", "high"),
    [
        ("grade 5", 4.51, 7.73),
        ("5th grade", 4.51, 7.73),
        ("5th graders", 4.51, 7.73),
        ("Grades 6-8", 6.51, 10.34),
        ("grades 2 to 5", 1.98, 7.73),
        ("year 7", 6.51, 10.34),
        ("grade 12", 10.34, 14.2),
        ("Middle-School", 6.51, 10.34),
        ("high school students", 8.32, 14.2),
        ("Undergraduate", 10.34, 16.0),
        ("college", 10.34, 16.0),
        ("professional", 10.34, 18.0),
        ("Plain language", 0.0, 8.0),
        ("plain_language", 0.0, 8.0),
    ],
)
def test_known_audiences(audience: str, low: float, high: float) -> None:
    band = band_for(audience)
    assert band is not None
    assert (band.low, band.high) == (low, high)


@pytest.mark.parametrize("audience", ["", "martians", "grade 13", "grades 8-6", "grade", "5", "-"])
def test_unknown_audiences(audience: str) -> None:
    assert band_for(audience) is None


def test_every_name_finds_its_band() -> None:
    assert [band_for(name) for name in names() if not name.startswith("grades")] == [
        band for band in BANDS if not band.name.startswith("grades")
    ]
    for band in BANDS:
        found = band_for(band.name)
        assert found is not None
        assert (found.low, found.high) == (band.low, band.high)
        assert 0 <= band.low < band.high


def text(value: str) -> Text:
    return Text(value, Span(0, len(value)), value)


def test_reading_time_is_words_and_thought() -> None:
    span = Span(0, 1)
    words = text("word " * 238)
    card = Card(span=span, route="cards[0]", front=words, back=text("b"))
    question = Question(
        span=span, route="questions[0]", stem=words, options=(Option(text("b"), span),)
    )
    truth = Question(
        span=span, route="questions[1]", stem=words, interaction=Interaction.TRUE_FALSE
    )
    prompt = Prompt(span=span, route="prompts[0]", prompt=words, concepts=(words,))
    assert reading_minutes(238) == 1.0
    items: list[Item] = [card, truth, question, prompt]
    thought = [thinking_minutes(item) for item in items]
    assert thought == sorted(thought)
    assert thought[0] > 0
    assert item_minutes(card) == pytest.approx(239 / 238 + thought[0])
    assert item_minutes(question) == pytest.approx(239 / 238 + thought[2])
    assert item_minutes(prompt) == pytest.approx(1 + thought[3])
