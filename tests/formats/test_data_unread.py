"""Entries with the fields of a question that were not read: told, at their places, once a kind."""

import json
from pathlib import Path

import pytest

from quizlint.engine.session import check

PLAIN = {"question": "Which gas do plants take in?", "options": ["Neon", "Argon"], "answer": "Neon"}


def said(path: Path, content: object) -> list[tuple[str, str]]:
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return [
        (each.message, each.marked) for each in check([str(path)]).findings if each.code == "STR024"
    ]


@pytest.mark.parametrize(
    ("entry", "marked", "words"),
    [
        (
            {"question": "Which gas?", "optoins": ["Neon", "Argon"], "answer": "Neon"},
            '"optoins"',
            "write 'options'",
        ),
        (
            {"qustion": "Which gas?", "options": ["Neon", "Argon"], "answer": "Neon"},
            '"qustion"',
            "write 'question'",
        ),
        (
            {"ask": "Which gas?", "possible": ["Neon", "Argon"], "correct": "Neon"},
            '"ask"',
            "write 'question' and 'options'",
        ),
        (
            {"prompt": "Which gas?", "choices": ["Neon", "Argon"], "solution": "The first of all"},
            '"The first of all"',
            "'solution' names none of the options",
        ),
        (
            {"question": "Which gas?", "options": ["Neon", ["Argon"]], "answer": "Neon"},
            '["Argon"]',
            "a member of 'options' is no text",
        ),
        ({"Which gas?": ["Neon", "Argon"]}, '"Which gas?"', "under the question itself"),
    ],
)
def test_what_does_not_fit_is_told(
    tmp_path: Path, entry: dict[str, object], marked: str, words: str
) -> None:
    ((message, place),) = said(tmp_path / "gases.json", [entry])
    assert words in message
    assert place == marked


def test_entries_alike_are_told_once_and_all_counted(tmp_path: Path) -> None:
    slip = {"question": "Which gas?", "optoins": ["Neon", "Argon"], "answer": "Neon"}
    path = tmp_path / "gases.json"
    ((message, _),) = said(path, [PLAIN, *[slip] * 5])
    assert message.startswith("this and 4 more look like questions")
    result = check([str(path)])
    assert (result.seen, result.item_count) == (6, 1)


@pytest.mark.parametrize(
    ("name", "rest", "severity"),
    [("a.json", [], "warning"), ("a.quiz.json", [], "error"), ("a.json", [PLAIN], "error")],
)
def test_it_is_an_error_where_the_file_is_a_quiz(
    tmp_path: Path, name: str, rest: list[object], severity: str
) -> None:
    slip = {"question": "Which gas?", "optoins": ["Neon", "Argon"], "answer": "Neon"}
    (tmp_path / name).write_text(json.dumps([slip, *rest]))
    found = [each for each in check([str(tmp_path)]).findings if each.code == "STR024"]
    assert [str(each.severity) for each in found] == [severity]


@pytest.mark.parametrize(
    "content",
    [
        [{"name": "size", "message": "Which size?", "choices": ["S", "M"], "default": "S"}],
        [{"text": "Where to?", "options": [{"text": "North", "next": 3}, {"text": "South"}]}],
        [{"title": "Size", "options": ["S", "M"], "key": "cup-1"}],
        [{"question": "How do I pay?", "answer": "By card."}],
        {"prompt": "Continue?", "choices": ["yes", "no"]},
        {"fields": [{"label": "Really?", "values": ["yes", "no"], "required": True}]},
    ],
)
def test_menus_forms_and_dialogues_are_none(tmp_path: Path, content: object) -> None:
    assert said(tmp_path / "a.json", content) == []


def test_a_question_among_other_things_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_text(
        "- text: Plants make sugar.\n- text: They need light.\n"
        "- {question: Which gas do plants take in?, options: [Neon, Argon], answer: Krypton}\n"
        "- text: The end.\n"
    )
    assert [each.code for each in check([str(path)]).findings] == ["KEY003"]


@pytest.mark.parametrize(
    "names",
    [
        ("frage", "antworten", "richtig"),
        ("pregunta", "opciones", "respuesta_correcta"),
        ("question", "réponses", "bonne réponse"),
        ("Вопрос", "Варианты", "Ответ"),
        ("問題", "選択肢", "正解"),
    ],
)
def test_fields_may_be_named_in_other_languages(tmp_path: Path, names: tuple[str, ...]) -> None:
    stem, options, key = names
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{stem: "X?", options: ["Neon", "Neon", "Argon"], key: "Argon"}]))
    assert "OPT001" in [each.code for each in check([str(path)]).findings]


def test_letters_of_a_map_are_letters_where_all_answers_of_the_file_are(tmp_path: Path) -> None:
    grades = {"question": "Which one?", "options": {"A": "B", "B": "C"}, "answer": "B"}
    gases = {"question": "Which gas?", "options": {"A": "Neon", "B": "Argon"}, "answer": "A"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([grades, gases]))
    assert check([str(path)]).findings == ()
    path.write_text(json.dumps([grades]))
    assert [each.code for each in check([str(path)]).findings] == ["KEY010"]
