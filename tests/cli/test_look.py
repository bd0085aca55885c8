"""How a report names items, and how wide and safe its text is."""

import pytest

from quizlint.reports.look import item_name, plural, safe, width


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("eviction", "eviction"),
        ("questions[2]", "question 3"),
        ("cards[0]", "card 1"),
        ("sections[1].questions[0]", "question 1"),
        ("[4]", "item 5"),
        ("q[uestion]", "q[uestion]"),
    ],
)
def test_items_are_named_as_people_do(item: str, name: str) -> None:
    assert item_name(item) == name


def test_widths_are_those_of_a_terminal() -> None:
    assert [width(text) for text in ("abc", "日本", "e\u0301", "🎓", "👩\u200d🔬")] == [
        3,
        4,
        1,
        2,
        4,
    ]


def test_what_could_drive_a_terminal_is_shown() -> None:
    assert safe("a\x1b[2J\u202eb\n") == "a\\u001b[2J\\u202eb\\u000a"
    assert plural(1, "item") == "1 item"
    assert plural(1200, "item") == "1,200 items"
