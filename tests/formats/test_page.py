"""The text of a published page."""

import pytest
from reading import whole

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import MissingField
from quizlint.formats import load, page
from quizlint.formats.base import Files
from quizlint.text import Source

PAGE = """\
0
0
Sea / Coastsc~7 mins

Tides and waves in Sea / Coast - Cheat Sheet & Quick Revision

Choose your learning style9 modes available
Recall & Review
beginner
What pulls the tides?
A moon, mostly.
Click to reveal answer
advanced
Why is a neap tide weak?
Because Sun and Moon stand at a right angle.
Their pulls do not add up.
Click to reveal answer
Which tide is strong?
AThe spring tide
BThe neap tide
CThe ebb
DNone of them
Tides come once a week.
ATrue
BFalse
Explain tides to a child.
Think of a bath.
You got /3 concepts.
    Say where tides are highest.
    Think of a funnel.
    You got /4 concepts.
"""


def read(text: str, **beside: bytes) -> Reading:
    return whole(load("page"), Source("tides.txt", text), Files(beside.get))


def summary(reading: Reading) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for item in reading.documents[0].items:
        found.append((item.route, *(text.value for text in item.texts)))
    return found


def test_reads_everything_on_the_page() -> None:
    reading = read(PAGE)
    (document,) = reading.documents
    assert reading.problems == ()
    assert document.title is not None
    assert document.topic is not None
    assert document.minutes is not None
    assert document.title.value == "Tides and waves in Sea / Coast"
    assert document.topic.value == "Sea / Coast"
    assert document.minutes.value == "7"
    assert document.kind == "cheat-sheet"
    assert summary(reading) == [
        ("cards[0]", "What pulls the tides?", "A moon, mostly."),
        (
            "cards[1]",
            "Why is a neap tide weak?",
            "Because Sun and Moon stand at a right angle.\nTheir pulls do not add up.",
        ),
        (
            *("questions[0]", "Which tide is strong?", "The spring tide", "The neap tide"),
            *("The ebb", "None of them"),
        ),
        ("questions[1]", "Tides come once a week.", "True", "False"),
        ("prompts[0]", "Explain tides to a child.", "Think of a bath."),
        ("prompts[1]", "Say where tides are highest.", "Think of a funnel."),
    ]
    levels = [card.difficulty.value for card in document.cards if card.difficulty]
    assert levels == ["beginner", "advanced"]
    assert [prompt.stated_concepts for prompt in document.prompts] == [3, 4]


def test_keys_stand_elsewhere() -> None:
    (document,) = read(PAGE).documents
    assert document.keys_elsewhere
    assert document.sidecar == "tides.answers.yaml"
    assert {question.key.state for question in document.questions} == {KeyState.ELSEWHERE}


def test_a_sidecar_supplies_the_keys() -> None:
    (document,) = read(PAGE, **{"tides.answers.yaml": b"[A, B]\n"}).documents
    assert [question.key.indices for question in document.questions] == [(0,), (1,)]


def test_options_are_labelled_by_their_letter() -> None:
    first, second = read(PAGE).documents[0].questions
    assert [option.label.value for option in first.options if option.label] == list("ABCD")
    assert first.interaction is Interaction.CHOICE
    assert second.interaction is Interaction.TRUE_FALSE


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n \n"),
        lambda text: text.replace("\n", "\n   "),
        lambda text: text.replace("0\n0\n", ""),
        lambda text: text.replace("Recall & Review\n", "Recall & Review\n12\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("Choose your learning style9 modes available\n", ""),
        lambda text: text.replace("AT", "A) T").replace("BThe", "B) The").replace("BF", "B) F"),
    ],
)
def test_small_changes_of_the_capture_do_not_matter(change: object) -> None:
    assert callable(change)
    changed = summary(read(change(PAGE)))
    kept = [tuple(" ".join(each.split()) for each in row) for row in summary(read(PAGE))]
    assert [tuple(" ".join(each.split()) for each in row) for row in changed] == kept


def test_prose_that_begins_like_options_is_none() -> None:
    text = PAGE.replace("Explain tides to a child.", "All seas have them.\nBut why?")
    assert len(read(text).documents[0].questions) == 2
    text = "A cat sat here.\nBut nobody saw it.\nClick to reveal answer\n"
    (document,) = read(text).documents
    assert [type(item).__name__ for item in document.items] == ["Card"]


def test_parts_may_be_missing() -> None:
    text = "beginner\nAlone\nClick to reveal answer\nWhich?\nAOne\nBTwo\nYou got /2 concepts.\n"
    reading = read(text)
    lacks = [each for each in reading.problems if isinstance(each, MissingField)]
    assert len(lacks) == len(reading.problems)
    assert [(each.owner, each.field) for each in lacks] == [("card", "back"), ("prompt", "prompt")]
    (question,) = reading.documents[0].items
    assert isinstance(question, Question)
    assert question.stem.value == "Which?"


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("tides.txt", PAGE, True),
        ("notes.txt", "Dear all,\nA thing.\nBut no more.\n", False),
        ("quiz.txt", "Which?\nA. one\nB. two\nANSWER: A\n", False),
        ("list.txt", "beginner\nintermediate\nadvanced\n", False),
        ("tides.md", PAGE, False),
        ("empty.txt", "", False),
    ],
)
def test_only_such_pages_are_claimed(name: str, head: str, claimed: bool) -> None:
    assert (page.sniff(name, head) > 0) is claimed


def test_other_text_is_left_alone() -> None:
    assert read("Dear all,\n\nnothing here.\n").skipped
