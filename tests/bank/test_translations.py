"""Files that are translations of each other, by their paths."""

from pathlib import Path

import pytest

from quizlint.bank.translations import translated_files
from quizlint.engine.session import check
from quizlint.facts import QuestionFacts

QUIZ = "kind: quiz\nquestions:\n{}"
ITEM = "  - question: {}\n    options: [{}]\n    answer: {}\n"
ENGLISH = ITEM.format("Which planet looks red?", "Venus, Mars, Saturn", "B")
GERMAN = ITEM.format("Welcher Planet sieht rot aus?", "Venus, Mars, Saturn", "{}")


@pytest.mark.parametrize(
    ("source", "other", "languages"),
    [
        ("quiz.yaml", "quiz.de.yaml", ("en", "de")),
        ("a/quiz.md", "a/quiz-fr.md", ("en", "fr")),
        ("quiz.quiz.yaml", "quiz.pt-BR.quiz.yaml", ("en", "pt")),
        ("en/a.json", "de/a.json", ("en", "de")),
        ("docs/en/x/a.json", "docs/es/x/a.json", ("en", "es")),
        ("de/a.json", "fr/a.json", ("de", "fr")),
    ],
)
def test_paths_that_belong_together(source: str, other: str, languages: tuple[str, str]) -> None:
    (pair,) = translated_files({source: QuestionFacts(), other: QuestionFacts()})
    assert (pair.source, pair.other, pair.languages) == (source, other, languages)


@pytest.mark.parametrize(
    ("one", "other"),
    [("quiz.yaml", "other.de.yaml"), ("a/quiz.yaml", "b/quiz.yaml"), ("v1.yaml", "v1.xx.yaml")],
)
def test_paths_that_do_not(one: str, other: str) -> None:
    assert list(translated_files({one: QuestionFacts(), other: QuestionFacts()})) == []


def told(folder: Path, english: str, german: str) -> list[tuple[str, str]]:
    (folder / "planets.quiz.yaml").write_text(QUIZ.format(english), "utf-8")
    (folder / "planets.de.quiz.yaml").write_text(QUIZ.format(german), "utf-8")
    found = check([str(folder)]).diagnostics
    return [(each.code, each.message) for each in found if each.code.startswith("TRN")]


def test_a_key_that_drifted(tmp_path: Path) -> None:
    assert told(tmp_path, ENGLISH, GERMAN.format("B")) == []
    ((code, message),) = told(tmp_path, ENGLISH, GERMAN.format("C"))
    assert code == "TRN001"
    assert "has B as its key, not C" in message


def test_options_that_are_missing(tmp_path: Path) -> None:
    ((_, message),) = told(tmp_path, ENGLISH, GERMAN.format("B").replace(", Saturn", ""))
    assert "has 3 options, not 2" in message


def test_a_translation_that_is_behind(tmp_path: Path) -> None:
    more = ITEM.format("Which planet has rings?", "Venus, Mars, Saturn", "C")
    ((code, message),) = told(tmp_path, ENGLISH + more, GERMAN.format("C"))
    assert code == "TRN002"
    assert "has 1 more question than this translation" in message


def test_questions_with_ids_are_paired_by_them(tmp_path: Path) -> None:
    more = ITEM.format("Which planet has rings?", "Venus, Mars, Saturn", "C")
    one, two = (
        text.replace("- question", f"- id: {i}\n    question")
        for i, text in enumerate((ENGLISH, more))
    )
    german = GERMAN.format("C").replace("- question", "- id: 0\n    question")
    found = dict(told(tmp_path, two + one, german))
    assert set(found) == {"TRN001", "TRN002"}
