"""What the examples in the rules about stems cannot show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Document, Key, KeyState, Option, Question
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.text import Span, Text

RULES = {rule.code: rule() for rule in all_rules() if rule.code.startswith("STM")}


def ask(stem: str, *options: str, key: int = 0) -> Question:
    texts = [Text(option, Span(0, len(option)), option) for option in options or ("a", "b", "c")]
    return Question(
        span=Span(0, len(stem)),
        route="questions[0]",
        stem=Text(stem, Span(0, len(stem)), stem),
        options=tuple(Option(text, text.span) for text in texts),
        key=Key(KeyState.PRESENT, (key,)),
    )


def places(code: str, question: Question) -> list[str]:
    context = Context(Document((question,), Span(0, 1)))
    if not RULES[code].is_about(question):
        return []
    return [
        question.stem.value[finding.span.start : finding.span.end]
        for finding in RULES[code].check(question, context)
    ]


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Which gas does a leaf not give off?", "not"),
        ("Root hairs do not take part in:", "not"),
        ("Which statement about glass is false?", "false"),
        ("All of these are metals except", "except"),
        ("Sources of fresh water include all but", "all but"),
        ("Which drug would be least likely to help?", "least"),
        ("Select the animal that isn't a mammal.", "isn't"),
        ("It is incorrect to say that", "incorrect"),
        ("Choose the false statement.", "false"),
        ("A stack does not support which operation?", "not"),
        ("Which event did not lead to the war?", "not"),
        ("If the lamp stays dark, which part cannot be broken?", "cannot"),
        ("A cell has no nucleus. Which of these is not in it? (Choose two.)", "not"),
    ],
)
def test_a_negative_word_of_the_asking_clause_counts(stem: str, word: str) -> None:
    assert places("STM002", ask(stem)) == [word]


@pytest.mark.parametrize(
    "stem",
    [
        "Which code is returned when the file does not parse?",
        "What does the first method catch that the others do not?",
        "Which layers learn from the first loss but not from the second?",
        "Which of these is an outer failure, not an inner one?",
        "What is the probability of not rolling a six?",
        "Which of these is spread by water and not by air?",
        "Which of these are true and which are false?",
        "Which particle weighs the least?",
        "Which number is at least seven?",
        'Which poem begins with "Do not go gentle"?',
        "What does the 'don't repeat yourself' rule ask for?",
        "Which fix meets these demands: 1. it compiles, 2. it does not leak?",
        "Why does iron not float?",
        "The valve is not open. Which pump runs?",
        "Which value has `not x` here?",
    ],
)
def test_a_negative_word_elsewhere_does_not(stem: str) -> None:
    assert places("STM002", ask(stem)) == places("STM014", ask(stem)) == []


@pytest.mark.parametrize("written", ["NOT", "**not**", "<b>not</b>", "_not_"])
def test_an_emphasised_negative_is_one_thing_and_a_plain_one_another(written: str) -> None:
    stem = f"Which of these is {written} a metal?"
    assert not places("STM002", ask(stem))
    assert len(places("STM014", ask(stem))) == 1


def test_an_option_that_repeats_the_question_is_no_second_negation() -> None:
    stem = "What are you not allowed to carry on a plane?"
    assert not places("STM003", ask(stem, "You are not allowed to carry fire.", "Water."))
    assert places("STM003", ask(stem, "A thing that does not fit.", "Water.")) == []
    assert places("STM003", ask(stem, "It does not matter.", "Water.")) == ["not"]


@pytest.mark.parametrize(
    ("stem", "blank"),
    [
        ("Frogs have a _-chambered heart.", "_"),
        ("It is a________ firm.", "________"),
        ("The [blank] pumps blood.", "[blank]"),
        ("The heart pumps .......", "......."),
    ],
)
def test_blanks_are_written_in_many_ways(stem: str, blank: str) -> None:
    assert places("STM004", ask(stem)) == [blank]


@pytest.mark.parametrize(
    "stem", ["What is `a____b`?", "What does __init__ do?", "Which is it in snake_case...?"]
)
def test_an_underscore_in_a_name_is_no_blank(stem: str) -> None:
    assert places("STM004", ask(stem)) == []


def test_a_blank_at_the_end_is_not_in_the_middle() -> None:
    assert places("STM015", ask("The heart pumps ____.")) == []
    assert places("STM015", ask("Blood is moved by the ____. Choose one.")) == []
    assert places("STM015", ask("The ____ pumps blood.")) == ["____"]


@pytest.mark.parametrize(
    "stem",
    [
        "Which of the following diagrams is a tree?",
        "What does the following program print: ten times the word yes?",
        "What does the following program print?\nprint(3)",
        "Which of the tables below has a key? ![two tables](tables.png)",
    ],
)
def test_what_is_shown_is_not_missing(stem: str) -> None:
    assert places("STM010", ask(stem)) == []


def test_code_that_nobody_marked_asks_no_questions() -> None:
    stem = "What does it print?\nx = a ? b : c;\nIs it fast and is it small?"
    assert places("STM012", ask(stem)) == []


HOSTILE = [
    "is true " * 12_000,
    "what is " * 12_000,
    "not which " * 10_000,
    "“" * 100_000,
    " 'a" * 30_000,
    "the following " * 7_000,
    "(" * 100_000,
    "_ " * 50_000,
    "? " * 50_000,
    "ما هو البروتين؟ ليس " * 5_000,
]


@pytest.mark.parametrize("stem", HOSTILE, ids=range(len(HOSTILE)))
def test_a_pasted_book_is_read_to_its_end(stem: str) -> None:
    question = ask(stem)
    for code in RULES:
        places(code, question)  # a pattern that takes quadratic time would not end here


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            "Which What of the following is not except true false ____ ( ) “ ? . : II I this "
            "figure below choose you your opinion NOT `x` **not** $x$ 2. \n".split(" ")
        )
    ).map(" ".join)
)
def test_places_lie_in_the_stem(stem: str) -> None:
    question = ask(stem, "It is not I.", "I and II", "true")
    context = Context(Document((question,), Span(0, 1)))
    for rule in filter(lambda rule: rule.is_about(question), RULES.values()):
        for finding in rule.check(question, context):
            assert 0 <= finding.span.start <= finding.span.end <= len(stem)
            assert "\n" not in finding.message
            assert len(finding.message) <= 240


@pytest.mark.parametrize(
    "stem",
    [
        "The ------- is red",
        "The . . . . . is red",
        "The – – – is red",
        "The ( ) is red",
        "The BLANK is red",
        "The [blank] is red",
    ],
)
def test_a_blank_is_seen_however_it_is_drawn(stem: str) -> None:
    assert places("STM004", ask(stem))


@pytest.mark.parametrize(
    "stem",
    ["What does f( ) return?", "Wait... what is it?", "The point-blank shot", "Is it 3 - - 2?"],
)
def test_dots_dashes_and_brackets_are_no_blank_by_themselves(stem: str) -> None:
    assert not places("STM004", ask(stem))


@pytest.mark.parametrize(
    ("stem", "options", "found"),
    [
        ("Regarding the French Revolution:", ("It began in 1789.", "It began in 1815."), True),
        ("The mean", ("is robust to outliers", "is the middle value"), True),
        ("Tuberculosis", ("is caused by a virus", "has no cure"), True),
        ("The capital of Peru:", ("Lima", "Quito"), False),
        ("The mean is", ("has a value", "is a value"), False),
        ("Verification asks:", ("Is it right?", "Are they built?"), False),
    ],
)
def test_a_topic_with_statements_about_it_asks_nothing(
    stem: str, options: tuple[str, ...], found: bool
) -> None:
    assert bool(places("STM001", ask(stem, *options))) is found
