"""Native files: what is read, where it stands, and what is said about mistakes."""

import subprocess
import sys
from typing import TypeVar

import pytest

from quizlint import formats
from quizlint.content import Document, Interaction, KeyState, Problem, Reading
from quizlint.content.problems import (
    ChangedByYaml,
    KeysDisagree,
    LabelOrder,
    NothingToCheck,
    UnknownField,
    WrongType,
)
from quizlint.formats.base import Files
from quizlint.text import Source, Span

Kind = TypeVar("Kind", bound=Problem)


SHEET = """\
kind: cheat-sheet
title: Tides in one page
topic: Geography / Sea
minutes: 4
language: en
audience: secondary school
cards:
  - difficulty: beginner
    front: What makes the tides?
    back: The pull of the moon and, less so, of the sun.
questions:
  - id: spring
    difficulty: intermediate
    question: When does a spring tide come?
    options: [At full moon, At half moon, In May, At noon]
    answer: A
    explanation: Sun and moon then pull along one line.
prompts:
  - prompt: Explain why most coasts have two high tides a day.
    hint: Think of both sides of the earth.
    concepts: [bulge, rotation, moon]
"""


def read(text: str, name: str = "x.quiz.yaml") -> Reading:
    chosen = formats.pick(name, text[:4096])
    assert chosen is not None
    return chosen.read(Source(name, text), Files())


def only(text: str, name: str = "x.quiz.yaml") -> Document:
    (document,) = read(text, name).documents
    return document


def kinds(reading: Reading) -> list[type[Problem]]:
    return [type(problem) for problem in reading.problems]


def problem(text: str, kind: type[Kind], name: str = "x.quiz.yaml") -> Kind:
    found = [each for each in read(text, name).problems if isinstance(each, kind)]
    assert len(found) == 1, found
    return found[0]


def at(text: str, span: Span | None) -> str:
    assert span is not None
    return text[span.start : span.end]


def test_everything_in_a_sheet_is_read_with_its_place() -> None:
    reading = read(SHEET, "tides.yaml")
    assert reading.problems == ()
    (document,) = reading.documents
    assert document.native
    assert document.kind == "cheat-sheet"
    head = (document.title, document.topic, document.minutes, document.language, document.audience)
    assert [text.value for text in head if text] == [
        *("Tides in one page", "Geography / Sea", "4", "en", "secondary school"),
    ]
    assert [item.route for item in document.items] == ["cards[0]", "questions[0]", "prompts[0]"]
    (card,), (question,), (prompt,) = document.cards, document.questions, document.prompts
    assert at(SHEET, card.front.span) == "What makes the tides?"
    assert card.difficulty is not None
    assert card.difficulty.value == "beginner"
    assert question.name == "spring"
    assert [at(SHEET, option.span) for option in question.options] == [
        *("At full moon", "At half moon", "In May", "At noon"),
    ]
    assert question.key.indices == (0,)
    assert at(SHEET, question.key.span) == "A"
    assert question.interaction is Interaction.CHOICE
    assert question.rationale is not None
    assert [concept.value for concept in prompt.concepts] == ["bulge", "rotation", "moon"]
    assert prompt.hint is not None
    assert at(SHEET, prompt.hint.span) == prompt.hint.value


QUESTION = """\
kind: quiz
questions:
  - question: Which planet is the largest?
    options: {options}
    answer: {answer}
"""


@pytest.mark.parametrize(
    ("options", "answer", "indices"),
    [
        ("[Mars, Jupiter, Venus]", "B", (1,)),
        ("[Mars, Jupiter, Venus]", "b)", (1,)),
        ("[Mars, Jupiter, Venus]", "Jupiter", (1,)),
        ("[Mars, Jupiter, Venus]", "'  Jupiter '", (1,)),
        ("[Mars, Jupiter, Venus]", "[C, A]", (0, 2)),
        ("[Mars, Jupiter, Venus]", "A, C", (0, 2)),
        ("[Mars, Jupiter, Venus]", "B) Jupiter", (1,)),
        ("{a: Mars, b: Jupiter}", "b", (1,)),
        ("{x: Mars, y: Jupiter}", "y", (1,)),
        ("['A) Mars', 'B) Jupiter', 'C) Venus']", "B", (1,)),
        ("['A) Mars', 'B) Jupiter', 'C) Venus']", "Jupiter", (1,)),
        ("['A) Mars', 'B) Jupiter', 'C) Venus']", "B) Jupiter", (1,)),
        ("[2, 4, 8]", "4", (1,)),
        ("[O, A, B, AB]", "A", ()),  # option A by text, option O by letter
        ("[A, B, C]", "B", (1,)),
        ("[Mars, Jupiter, Venus]", "2", ()),  # an integer is a text here
        ("[Mars, Jupiter, Venus]", "D", ()),
        ("[Mars, Jupiter, Venus]", "Saturn", ()),
    ],
)
def test_an_answer_is_a_text_or_a_letter(
    options: str, answer: str, indices: tuple[int, ...]
) -> None:
    (question,) = only(QUESTION.format(options=options, answer=answer)).questions
    assert question.key.state is KeyState.PRESENT
    assert question.key.origin == "answer"
    assert question.key.indices == indices


def test_flags_mark_the_key() -> None:
    text = """\
questions:
  - question: Which are prime?
    options:
      - {text: 4}
      - {text: 5, correct: true, feedback: Right.}
      - {text: 7, correct: "TRUE"}
"""
    (question,) = only(text).questions
    assert question.key.origin == "flags"
    assert question.key.indices == (1, 2)
    assert question.interaction is Interaction.MULTIPLE
    assert [option.text.value for option in question.options] == ["4", "5", "7"]
    feedback = question.options[1].feedback
    assert feedback is not None
    assert at(text, feedback.span) == "Right."


def test_flags_and_answer_that_differ_are_noted() -> None:
    text = """\
kind: quiz
questions:
  - question: Which is prime?
    options: [{text: Four}, {text: Five, correct: true}]
    answer: A
"""
    noted = problem(text, KeysDisagree)
    assert (noted.here, noted.there, noted.place) == ("A", "B", None)
    assert at(text, noted.span) == "A"


@pytest.mark.parametrize(
    ("declared", "interaction"),
    [("choice", Interaction.CHOICE), ("multiple", Interaction.MULTIPLE)],
)
def test_a_declared_type_decides(declared: str, interaction: Interaction) -> None:
    text = QUESTION.format(options="[Mars, Jupiter, Venus]", answer="[A, B]")
    (question,) = only(text + f"    type: {declared}\n").questions
    assert question.interaction is interaction
    assert question.key.indices == (0, 1)


def test_a_short_answer_needs_no_options() -> None:
    text = "kind: quiz\nquestions:\n- {question: Name a gas., type: text, answer: [Neon, Argon]}\n"
    (question,) = only(text).questions
    assert question.interaction is Interaction.TEXT
    assert [written.text.value for written in question.key.written] == ["Neon", "Argon"]


def test_two_truths_make_a_true_false_question() -> None:
    (question,) = only(QUESTION.format(options="[True, False]", answer="true")).questions
    assert question.interaction is Interaction.TRUE_FALSE
    assert question.key.indices == (0,)


def test_shuffle_of_the_document_holds_unless_a_question_says_otherwise() -> None:
    text = """\
kind: quiz
shuffle: true
questions:
  - {question: One, options: [a1, b1], answer: A}
  - {question: Two, options: [a2, b2], answer: A, shuffle: false}
"""
    assert [question.shuffle for question in only(text).questions] == [True, False]


BAD = """\
kind: quiz
questions:
  - {questoin: What, options: [red, blue], answer: A}
  - question: Where?
    options: [here, there]
    answer: A
    anser: B
  - question: [a, list]
    options: [red, blue]
  - not a question
  - {question: Why}
  - question: Who?
    options: [me, {text: you, corect: true}, [them]]
"""


def test_one_bad_item_never_hides_the_others() -> None:
    reading = read(BAD)
    (document,) = reading.documents
    assert [question.stem.value for question in document.questions] == ["Where?"]
    noted = [(type(p).__name__, p.route, getattr(p, "field", None)) for p in reading.problems]
    assert sorted(noted, key=lambda each: each[:2]) == [
        ("MissingField", "questions[0]", "question"),
        ("MissingField", "questions[4]", "options"),
        ("UnknownField", "questions[0]", "questoin"),
        ("UnknownField", "questions[1]", "anser"),
        ("UnknownField", "questions[5].options[1]", "corect"),
        ("WrongType", "questions[2]", "question"),
        ("WrongType", "questions[3]", "question"),
        ("WrongType", "questions[5].options[2]", "options"),
    ]
    for each in reading.problems:
        assert each.span.start < each.span.end <= len(BAD)


def test_an_unknown_field_comes_with_the_known_ones() -> None:
    noted = problem(
        "kind: quiz\ntitel: x\nquestions: [{question: q, options: [a, b]}]\n",
        UnknownField,
    )
    assert (noted.field, noted.owner) == ("titel", "document")
    assert "title" in noted.known


@pytest.mark.parametrize(
    "text",
    ["", "# only a comment\n", "kind: quiz\n", "kind: quiz\nquestions: []\n", "title: Empty\n"],
)
def test_a_claimed_file_without_items_says_so(text: str) -> None:
    reading = read(text)
    assert reading.skipped is None
    assert kinds(reading) == [NothingToCheck]


def test_a_kind_that_is_none_is_refused() -> None:
    text = "kind: quizz\nquestions: [{question: q, options: [a, b], answer: A}]\n"
    noted = problem(text, WrongType)
    assert at(text, noted.span) == "quizz"
    assert noted.expected == ("quiz", "cheat-sheet")


def test_values_that_yaml_tools_change_are_noted_where_text_is_meant() -> None:
    text = """\
kind: quiz
minutes: 010
questions:
  - question: How much is a half more than one?
    options: [1.50, 12, No, "No", '1:30']
    answer: 1.50
"""
    noted = [p for p in read(text).problems if isinstance(p, ChangedByYaml)]
    assert [(at(text, p.span), p.route) for p in noted] == [
        ("1.50", "questions[0].options[0]"),
        ("No", "questions[0].options[2]"),
        ("1.50", "questions[0].answer"),
    ]


def test_several_documents_in_one_file_have_routes() -> None:
    one = "kind: quiz\nquestions: [{question: q, options: [a, b], answer: A}]\n"
    documents = read(f"{one}---\n{one}", "two.yaml").documents
    assert [document.route for document in documents] == ["[0]", "[1]"]


def test_an_empty_stem_has_a_place() -> None:
    text = "kind: quiz\nquestions:\n  - question:\n    options: [a, b]\n    answer: A\n"
    (question,) = only(text).questions
    assert not question.stem
    assert at(text, question.stem.span) == "question"


@pytest.mark.parametrize(
    ("labels", "label", "expected"),
    [
        ("A) x|C) y|D) z", "C", "B"),
        ("(a) x|(a) y|(c) z", "a", "b"),
        ("B. x|A. y|C. z|D. w", "B", "A"),
    ],
)
def test_labels_out_of_order_are_noted(labels: str, label: str, expected: str) -> None:
    options = "[" + ", ".join(f"'{each}'" for each in labels.split("|")) + "]"
    noted = problem(QUESTION.format(options=options, answer="A"), LabelOrder)
    assert (noted.label, noted.expected) == (label, expected)


@pytest.mark.parametrize(
    "options",
    ["[E. coli, C. elegans, S. aureus]", "[1.5, 2.5]", "['f(x)', 'g(x)']", "['A) x', y, z]"],
)
def test_initials_and_numbers_are_no_labels(options: str) -> None:
    (question,) = only(QUESTION.format(options=options, answer="A")).questions
    assert all(option.label is None for option in question.options)


def test_a_file_with_typos_and_no_claim_is_native_but_not_one_with_another_vocabulary() -> None:
    item = "  - {question: Q, options: [red, blue], answer: A, %s: because}\n"
    slip = read("questions:\n" + item % "explanaton", "a.yaml")
    assert kinds(slip) == [UnknownField]
    other = read("questions:\n" + item % "stage", "a.yaml")
    assert kinds(other) == []
    assert not other.documents[0].native


def test_naming_the_formats_loads_no_parser() -> None:
    code = (
        "import sys, quizlint.formats as f; assert f.claims('a.YML') and not f.claims('a.rb');"
        "print([m for m in sys.modules if m.startswith(('ruamel.yaml', 'pyromark', 'rapidfuzz'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "head", "format_"),
    [
        ("a.yaml", "", "yaml"),
        ("A.YML", "", "yaml"),
        ("a.json", "", "json"),
        ("a.jsonl", "", "jsonl"),
        ("a.toml", "", "toml"),
        ("-", "kind: quiz\nquestions:\n", "yaml"),
        ("-", '{"kind": "quiz",\n"questions": []}', "json"),
        ("-", '{"q": 1}\n{"q": 2}\n', "jsonl"),
        ("-", "[[questions]]\nquestion = 'a'\n", "toml"),
    ],
)
def test_a_suffix_decides_and_else_the_beginning(name: str, head: str, format_: str) -> None:
    chosen = formats.pick(name, head)
    assert chosen is not None
    assert chosen.name == format_


def test_routes_are_unique_in_a_file_of_several_documents() -> None:
    one = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b]\n    answer: A\n"
    wild = "quiz:\n  - {question: Which?, options: [a, b], correct: 0}\n"
    for text in (f"{one}---\n{one}", f"{wild}---\n{wild}"):
        source = Source("bank.yaml", text)
        reading = formats.load("yaml").read(source, Files())
        routes = [item.route for document in reading.documents for item in document.items]
        assert len(set(routes)) == 2
        assert [route[:3] for route in routes] == ["[0]", "[1]"]
