"""Decks of Q:, A: and C: lines."""

import pytest

from quizlint.content import Reading
from quizlint.content.problems import MissingField
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source


def read(text: str, name: str = "deck.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def sides(text: str, name: str = "deck.md") -> list[tuple[str, str]]:
    reading = read(text, name)
    assert reading.skipped is None
    return [(card.front.value, card.back.value) for card in reading.documents[0].cards]


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("Q: Who?\nA: Me\n", [("Who?", "Me")]),
        ("Q: Who?\nA: Me\n---\nQ: Where?\nA: Here\n", [("Who?", "Me"), ("Where?", "Here")]),
        ("Q: Who?\n\n![](a.png)\n\nA:\n\n- me\n- you\n", [("Who?\n\n![](a.png)", "- me\n- you")]),
        ("C: The [Rhine] is a river.\n", [("The [Rhine] is a river.", "Rhine")]),
        ("C:\nOne [two]\n[three]\n", [("One [two]\n[three]", "two")]),
        ("# Rivers\n\nQ: Who?\nA: Me\n", [("Who?", "Me")]),
        ("<!-- note -->\nQ: Who?\nA: Me\n", [("Who?", "Me")]),
        ("Q: Code?\nA:\n```\nQ: no\nA: no\n```\n", [("Code?", "```\nQ: no\nA: no\n```")]),
    ],
)
def test_reads_cards(text: str, cards: list[tuple[str, str]]) -> None:
    assert sides(text) == cards
    assert read(text).documents[0].kind == "cheat-sheet"


def test_a_section_of_cards_may_be_a_deck() -> None:
    text = (
        "# T\n\n## Cards\n\nQ: Who?\nA: Me\n---\n\nC: The [Rhine].\n\n"
        "## Questions\n\n### Which?\n\n- [x] a\n- [ ] b\n"
    )
    assert sides(text, "t.sheet.md") == [("Who?", "Me"), ("The [Rhine].", "Rhine")]
    assert len(read(text, "t.sheet.md").documents[0].questions) == 1


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Q: Who?\nA: Me\n\nQ: Lost?\n", "back"),
        ("Q: Lost?\n\nQ: Who?\nA: Me\n", "back"),
        ("Q: Who?\nA: Me\n\nC: no deletion\n", "[deletion]"),
    ],
)
def test_halves_of_cards_are_noted(text: str, field: str) -> None:
    reading = read(text)
    (problem,) = reading.problems
    assert isinstance(problem, MissingField)
    assert problem.field == field
    assert len(reading.documents[0].cards) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("faq.md", "Q: Who?\nA: Me\n"),
        ("notes.md", "We met.\n\nQ: Who?\nA: Me\n"),
        ("notes.md", "Q: Which?\nA: one\nB: two\nC: [three]\nD: four\n"),
    ],
)
def test_questions_and_answers_that_are_no_deck(name: str, text: str) -> None:
    assert read(text, name).skipped
