"""Articles by sound, and number by form."""

import pytest

from quizlint.language.agreement import article_for, phrase_number, plural, singular


@pytest.mark.parametrize(
    ("article", "phrases"),
    [
        (
            "an",
            (
                "hour|honest man|umbrella|apple|enzyme|X-ray|8-bit bus|11|18,000 people|80|8th day|"
                "11th|FBI agent|MRI|HTML page|mRNA|S|RNA virus|AI|e-mail|heir|oligomer|ATP molecule"
            ),
        ),
        (
            "a",
            (
                "university|European union|one-way street|user|cell|hydrogen bond|110|10|DNA|"
                "cDNA|USB stick|UV lamp|T cell|hotel|u-turn|unicorn|yellow leaf|table"
            ),
        ),
        (None, "herb|SQL|1800|1,100|historic|é|µ|NATO|...||zzq|a"),
    ],
)
def test_articles(article: str | None, phrases: str) -> None:
    for phrase in phrases.split("|"):
        assert article_for(phrase) == article, phrase


def test_plurals() -> None:
    pairs = {
        "cells": "cell",
        "classes": "class",
        "boxes": "box",
        "countries": "country",
        "processes": "process",
        "mice": "mouse",
        "analyses": "analysis",
        "mitochondria": "mitochondrion",
        "genes": "gene",
    }
    for many, one in pairs.items():
        assert plural(many) is True
        assert singular(many) == one
        assert plural(one) is False
        assert singular(one) is None


def test_neither_singular_nor_plural() -> None:
    for word in ("species", "series", "data", "sheep", "physics"):
        assert plural(word) is None
    for word in ("glass", "virus", "bus", "analysis", "gas", "lens", "pancreas", "DNA"):
        assert plural(word) is False


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("a pair of shoes", "singular"),
        ("cells of the liver", "plural"),
        ("the cells that line the gut", "plural"),
        ("the wall and the membrane", "plural"),
        ("two cells", "plural"),
        ("2 cells", "plural"),
        ("each of the cells", "singular"),
        ("photosynthesis", "singular"),
        ("these deer", "plural"),
        ("species", None),
        ("RNA and DNA", None),
        ("", None),
        ("?!", None),
    ],
)
def test_phrases(phrase: str, number: str | None) -> None:
    assert phrase_number(phrase) == number
