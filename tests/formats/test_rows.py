"""Rows of public data sets: trivia, science exams, many subjects."""

import json
from collections.abc import Mapping

from quizlint import formats
from quizlint.content import Interaction, Question
from quizlint.formats.base import Files
from quizlint.text import Source


def read(name: str, *rows: Mapping[str, object]) -> list[Question]:
    whole = json.dumps(list(rows)) if name.endswith(".json") else "\n".join(map(json.dumps, rows))
    chosen = formats.pick(name, whole[:4096])
    assert chosen is not None
    (document,) = chosen.read(Source(name, whole), Files()).documents
    return list(document.questions)


def test_open_trivia() -> None:
    first, second = read(
        "trivia.json",
        {
            "type": "multiple",
            "difficulty": "easy",
            "question": "Who wrote &quot;Emma&quot;?",
            "correct_answer": "Austen",
            "incorrect_answers": ["Bront&euml;", "Eliot"],
        },
        {
            "type": "boolean",
            "question": "Is ice cold?",
            "correct_answer": "True",
            "incorrect_answers": ["False"],
        },
    )
    assert first.stem.plain == 'Who wrote "Emma"?'
    assert [option.text.plain for option in first.options] == ["Austen", "Brontë", "Eliot"]
    assert first.interaction is Interaction.CHOICE
    assert second.interaction is Interaction.TRUE_FALSE
    assert not first.order_meaningful
    assert [question.key.indices for question in (first, second)] == [(0,), (0,)]


def test_science_exams_in_both_shapes() -> None:
    labelled = {
        "id": "a",
        "question": {
            "stem": "Which is hot?",
            "choices": [{"text": "ice", "label": "1"}, {"text": "fire", "label": "2"}],
        },
        "answerKey": "2",
    }
    columns = {
        "id": "b",
        "question": "Which is cold?",
        "choices": {"text": ["ice", "fire", "lava"], "label": ["A", "B", "C"]},
        "answerKey": "A",
    }
    (first,), (second,) = read("arc.jsonl", labelled), read("arc.jsonl", columns)
    assert [option.text.value for option in first.keyed] == ["fire"]
    assert [option.text.value for option in second.keyed] == ["ice"]
    assert first.order_meaningful


def test_many_subjects_count_from_zero() -> None:
    rows = [
        {"question": f"Which is {n}?", "subject": "art", "choices": list("uvwx"), "answer": n}
        for n in range(3)
    ]
    assert [question.key.indices for question in read("mmlu.jsonl", *rows)] == [(0,), (1,), (2,)]


def test_distractors_in_columns_with_a_passage() -> None:
    (question,) = read(
        "sciq.json",
        {
            "question": "What is hot?",
            "distractor1": "ice",
            "distractor2": "snow",
            "distractor3": "rain",
            "correct_answer": "fire",
            "support": "Fire is hot.",
        },
    )
    assert len(question.distractors) == 3
    assert question.stimulus is not None
    assert not question.order_meaningful


def test_open_books_name_the_stem_so() -> None:
    (question,) = read(
        "books.jsonl",
        {
            "id": "x",
            "question_stem": "Which is hot?",
            "choices": {"text": ["ice", "fire"], "label": ["A", "B"]},
            "answerKey": "B",
        },
    )
    assert [option.text.value for option in question.keyed] == ["fire"]


def test_the_numbers_of_science_exams_are_labels() -> None:
    (question,) = read(
        "arc.jsonl",
        {
            "question": "Which is hot?",
            "choices": {"text": ["ice", "fire", "snow"], "label": ["1", "2", "3"]},
            "answerKey": "2",
        },
    )
    assert question.key.indices == (1,)


def test_a_key_that_repeats_label_and_text() -> None:
    (question,) = read(
        "exam.jsonl",
        {"question": "Which is wet?", "options": ["(A) sand", "(B) sea"], "answer": "(B) sea"},
    )
    assert question.key.indices == (1,)
    assert [option.text.value for option in question.options] == ["sand", "sea"]
