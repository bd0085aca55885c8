"""Decks that other tools make into cards of Anki or drill themselves: mdanki, Org, brain brew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Quizlint
from quizlint.content import Card, Reading
from quizlint.content.leaves import leaves
from quizlint.content.problems import MissingField, UnreadQuestion
from quizlint.engine.read import read
from quizlint.text import Text

MDANKI = """\
# Tides

## What is an ebb?

Water that falls.

```sh
# no heading
```

[#water](water.md) [#moon]()

## A spring tide

When does it come?

%

At new moon,
and at full moon.

### Why

Sun and moon pull together.

## Nothing yet
"""
ORG = """\
#+TITLE: Tides
* Tides
** Ebb                                                    :drill:
SCHEDULED: <2026-11-28 Sat>
:PROPERTIES:
:ID:       1
:END:

What is water called
that falls?

*** Answer

the ebb

*** Notes

More of it.

# about the next
** Hidden                                                 :water:drill:
The [lowest|how low] tide is the [neap] tide; see [[moon.org][the moon]] [2/3].

** Sides                                                  :drill:
:PROPERTIES:
:DRILL_CARD_TYPE: twosided
:END:
Translate.
*** English
tide
*** Spanish
marea
*** Use
La marea sube.
**** Inner                                                :drill:
Said of [water].

** Verb                                                   :drill:
:PROPERTIES:
:DRILL_CARD_TYPE: conjugate
:END:
| yo | subo |

** Nothing yet                                            :drill:
Tell of tides.
* No card
Text with [brackets].
"""
EDITOR = """\
* Tides
:PROPERTIES:
:ANKI_DECK: sea
:END:
** ebb
:PROPERTIES:
:ANKI_NOTE_TYPE: Basic
:END:
*** Front
What is falling water?
*** Back
the ebb
** What is rising water?
:PROPERTIES:
:ANKI_NOTE_TYPE: Basic
:END:
the flood
** neap
:PROPERTIES:
:ANKI_NOTE_TYPE: Cloze
:END:
*** Text
The lowest is the {{c1::neap::n}} tide.
"""
TEXTS = {"tides.md": MDANKI, "tides.org": ORG, "editor.org": EDITOR}


def cards(name: str, text: str) -> list[Card]:
    reading = read(name, text.encode())
    assert reading.skipped is None, reading.skipped
    return [card for document in reading.documents for card in document.cards]


def sides(name: str, text: str) -> list[tuple[str, str]]:
    return [(card.front.value, card.back.value) for card in cards(name, text)]


def test_sections_of_mdanki_are_cards() -> None:
    first, second = cards("tides.md", MDANKI)
    assert first.front.value == "What is an ebb?"
    assert first.back.value.startswith("Water that falls.")
    assert "[#water]" not in first.back.value
    assert second.front.value.split() == "A spring tide When does it come?".split()
    assert second.back.value.endswith("pull together.")
    (missing,) = read("tides.md", MDANKI.encode()).problems
    assert isinstance(missing, MissingField)
    assert MDANKI[slice(*missing.span)] == "## Nothing yet"


def test_headings_without_a_sign_are_no_deck() -> None:
    plain = MDANKI.replace("%\n", "").replace("[#water](water.md) [#moon]()", "")
    assert read("tides.md", plain.encode()).documents == ()


def test_headings_of_org_drill_are_cards() -> None:
    assert sides("tides.org", ORG) == [
        ("What is water called\nthat falls?", "the ebb"),
        (
            "The [lowest|how low] tide is the [neap] tide; see [[moon.org][the moon]] [2/3].",
            "lowest",
        ),
        ("tide", "marea"),
        ("Said of [water].", "water"),
    ]


def test_what_makes_no_card_is_told() -> None:
    made, empty = read("tides.org", ORG.encode()).problems
    assert isinstance(made, UnreadQuestion)
    assert (made.shape, ORG[slice(*made.span)]) == ("computed", "Verb")
    assert isinstance(empty, MissingField)
    assert ORG[slice(*empty.span)] == "Nothing yet"


def test_notes_of_anki_editor() -> None:
    assert sides("editor.org", EDITOR) == [
        ("What is falling water?", "the ebb"),
        ("What is rising water?", "the flood"),
        ("The lowest is the {{c1::neap::n}} tide.", "neap"),
    ]
    assert read("editor.org", EDITOR.encode()).problems == ()


@pytest.mark.parametrize("name", TEXTS)
def test_sides_stand_where_they_are_written(name: str) -> None:
    text = TEXTS[name]
    for card in cards(name, text):
        for _, leaf in leaves(card):
            for at, char in enumerate(leaf.value):
                assert text[slice(*leaf.at(at, at + 1))] == char


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", TEXTS)
def test_lines_may_end_in_two_ways(name: str, newline: str) -> None:
    found = sides(name, TEXTS[name].replace("\n", newline))
    assert [[" ".join(side.split()) for side in pair] for pair in found] == [
        [" ".join(side.split()) for side in pair] for pair in sides(name, TEXTS[name])
    ]


def test_an_org_file_without_cards_is_left_alone(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "notes.org").write_text("* Notes\n** What is an ebb?\nWater that falls.\n")
    ran = quizlint("check", ".")
    assert "notes.org" not in ran.out


def test_the_table_of_brain_brew() -> None:
    text = (
        "guid,english,danish,picture,danish audio,tags\n"
        'a#1,tide,tidevand,"<img src=""t.png"">",[sound:t.mp3],sea\nb#2,ebb,ebbe,,,\n'
    )
    assert sides("words.csv", text) == [("tide", "tidevand"), ("ebb", "ebbe")]


@pytest.mark.parametrize("name", TEXTS)
def test_cut_off_anywhere_it_is_read_as_far_as_it_goes(name: str) -> None:
    text = TEXTS[name]
    for end in range(0, len(text), 7):
        reading = read(name, text[:end].encode())
        assert not reading.failed, (end, reading.failed)
        for leaf in _leaves(reading):
            assert leaf.span.end <= end


@given(st.sampled_from(sorted(TEXTS)), st.data())
@settings(max_examples=100)
def test_damage_brings_nothing_down(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.sampled_from(["*", "[", "]", ":", "%", "#", "\n", "{{c1::", "😀", "\0"]))
    assert not read(name, f"{text[:at]}{put * 3}{text[at:]}".encode()).failed


@pytest.mark.parametrize("name", TEXTS)
def test_another_encoding_is_read_or_told(name: str) -> None:
    text = TEXTS[name].replace("ebb", "ébb")
    for encoding in ("utf-16", "latin-1", "utf-8-sig"):
        reading = read(name, text.encode(encoding))
        assert not reading.failed
        assert reading.documents or reading.skipped or reading.problems


@pytest.mark.parametrize(
    "text",
    [
        "* a :drill:\n" + "\n" * 200_000 + "b",
        "* a" + " " * 200_000 + "x :drill:\nb\n",
        "* a :drill:\n" + "[" * 200_000,
        "* a :drill:\n:PROPERTIES:\n" * 20_000,
        "* a :drill:\n** b\nc\n" * 20_000,
        "".join("*" * depth + " a :drill:\n" for depth in range(1, 600)),
        "* a\n:PROPERTIES:\n:ANKI_NOTE_TYPE: Cloze\n:END:\n" + "{{c1::" * 50_000,
    ],
)
def test_much_of_it_is_read_in_bounded_steps(text: str) -> None:
    assert not read("a.org", text.encode()).failed


def test_many_sections_are_read_in_bounded_steps() -> None:
    assert len(cards("a.md", "## a\n\nb\n\n%\n\nc\n\n" * 5_000)) == 5_000


def _leaves(reading: Reading) -> Iterator[Text]:
    for document in reading.documents:
        for card in document.cards:
            for _, leaf in leaves(card):
                yield leaf
