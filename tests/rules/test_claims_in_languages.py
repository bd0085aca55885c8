"""What explanations claim of options, in every language with a pack."""

from pathlib import Path

import pytest

from quizlint.engine.session import check

QUIZ = """\
kind: quiz
language: {language}
questions:
  - question: {stem}
    options: [Venus, Mars, Saturn]
    answer: B
    explanation: "{told}"
"""
STEMS = {
    "en": "Which planet looks red?",
    "de": "Welcher Planet sieht rot aus?",
    "fr": "Quelle planète paraît rouge ?",
    "es": "¿Qué planeta parece rojo?",
    "pt": "Qual planeta parece vermelho?",
}
AGAINST = [
    ("en", "Option B is wrong, as it is white."),
    ("en", "Options A and B are both incorrect."),
    ("en", "The correct answer is C."),
    ("de", "Antwort B ist falsch, denn sie ist weiß."),
    ("de", "Die Antworten A und B sind nicht richtig."),
    ("de", "Die richtige Antwort ist C, denn er hat Ringe."),
    ("fr", "La réponse B est fausse."),
    ("fr", "Les réponses A et B sont incorrectes."),
    ("fr", "La bonne réponse est C."),
    ("es", "La opción B es incorrecta."),
    ("es", "Las opciones A y B son falsas."),
    ("es", "La respuesta correcta es la C."),
    ("pt", "A opção B está errada."),
    ("pt", "As alternativas A e B são falsas."),
    ("pt", "A resposta correta é C."),
]
FOR = [
    ("en", "Options A and C are incorrect."),
    ("de", "Die Antworten A und C sind falsch, B ist richtig."),
    ("fr", "Les réponses A et C sont fausses ; B est juste."),
    ("es", "Las opciones A y C son incorrectas. B es correcta."),
    ("pt", "As alternativas A e C são falsas. A opção B está certa."),
]


def told(folder: Path, language: str, words: str) -> list[str]:
    text = QUIZ.format(language=language, stem=STEMS[language], told=words)
    (folder / "a.quiz.yaml").write_text(text, "utf-8")
    found = check([str(folder)]).diagnostics
    return [each.code for each in found if each.code == "KEY007"]


@pytest.mark.parametrize(("language", "words"), AGAINST)
def test_a_claim_against_the_key(tmp_path: Path, language: str, words: str) -> None:
    assert told(tmp_path, language, words) == ["KEY007"]


@pytest.mark.parametrize(("language", "words"), FOR)
def test_a_claim_for_the_key(tmp_path: Path, language: str, words: str) -> None:
    assert told(tmp_path, language, words) == []
