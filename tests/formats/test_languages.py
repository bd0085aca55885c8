"""Quizzes whose labels, headings and field names are in another language are read all the same."""

import json

import pytest

from quizlint.content import Card, Question
from quizlint.engine.read import read

CHOICES = {
    "de": ("Welches Gerät misst die Temperatur?", "Barometer", "Thermometer", "Hygrometer"),
    "fr": ("Quel appareil mesure la température ?", "baromètre", "thermomètre", "hygromètre"),
    "es": ("¿Qué aparato mide la temperatura?", "barómetro", "termómetro", "higrómetro"),
    "pt": ("Que aparelho mede a temperatura?", "barômetro", "termômetro", "higrômetro"),
}
LINES = {
    "de": "**Richtige Antwort:** B|Antwort: B|Lösung: b|Richtig ist: B|**Antwort: b)**",
    "fr": "**Bonne réponse :** B|Réponse : B|Réponse\xa0: B|La bonne réponse est : b|Corrigé : B",
    "es": "**Respuesta correcta:** B|Respuesta: B|Solución: b|Opción correcta: B",
    "pt": "**Resposta correta:** B|Resposta: B|Gabarito: B|Resposta: letra B",
}


def questions(name: str, text: str) -> list[Question]:
    reading = read(name, text.encode())
    assert not reading.problems
    return [each for document in reading.documents for each in document.questions]


def cards(name: str, text: str) -> list[tuple[str, str]]:
    items = [each for document in read(name, text.encode()).documents for each in document.items]
    return [(each.front.value, each.back.value) for each in items if isinstance(each, Card)]


@pytest.mark.parametrize(
    ("language", "line"),
    [(language, line) for language, lines in LINES.items() for line in lines.split("|")],
)
def test_answer_lines(language: str, line: str) -> None:
    stem, *options = CHOICES[language]
    listed = "\n".join(f"{letter}) {text}" for letter, text in zip("abc", options, strict=True))
    (question,) = questions("w.md", f"# Quiz\n\n### 1. {stem}\n\n{listed}\n\n{line}\n")
    assert question.stem.value == stem
    assert [option.text.value for option in question.options] == options
    assert question.key.indices == (1,)


@pytest.mark.parametrize(
    ("language", "word", "reason"),
    [
        ("de", "Erklärung", "Weil es Wärme misst."),
        ("fr", "Explication ", "Parce qu'il mesure la chaleur."),
        ("es", "Explicación", "Porque mide el calor."),
        ("pt", "Justificativa", "Porque mede o calor."),
    ],
)
def test_explanations(language: str, word: str, reason: str) -> None:
    stem, *options = CHOICES[language]
    listed = "\n".join(f"- [{'x' if at == 1 else ' '}] {text}" for at, text in enumerate(options))
    (question,) = questions("w.md", f"# Quiz\n\n## {stem}\n\n{listed}\n\n**{word}:** {reason}\n")
    assert question.rationale is not None
    assert question.rationale.value == reason


@pytest.mark.parametrize(
    ("title", "number"),
    [
        *(("Lösungen", "Frage"), ("Réponses", "Question")),
        *(("Respuestas", "Pregunta"), ("Gabarito", "Questão")),
    ],
)
def test_keys_at_the_end(title: str, number: str) -> None:
    asked = "".join(
        f"**{number} {at}.** Wie 3 + {at}?\n\nA) {at + 2}\nB) {at + 3}\nC) {at + 9}\n\n"
        for at in (1, 2)
    )
    found = questions("w.md", f"# Test\n\n{asked}## {title}\n\n1. B\n2. B\n")
    assert [question.key.indices for question in found] == [(1,), (1,)]


HEADINGS = {
    "de": "Frage,Antwort A,Antwort B,Antwort C,Richtige Antwort,Erklärung",
    "fr": "Question,Réponse A,Réponse B,Réponse C,Bonne réponse,Explication",
    "es": "Pregunta,Opción A,Opción B,Opción C,Respuesta correcta,Explicación",
    "pt": "Pergunta,Alternativa A,Alternativa B,Alternativa C,Gabarito,Justificativa",
}


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_of_tables(language: str) -> None:
    row = ",".join((*CHOICES[language], "B", "darum"))
    (question,) = questions("w.csv", f"{HEADINGS[language]}\n{row}\n")
    assert [option.text.value for option in question.options] == [*CHOICES[language][1:]]
    assert question.key.indices == (1,)
    assert question.rationale is not None
    assert question.rationale.value == "darum"


NAMES = {
    "de": ("frage", "antworten", "richtigeAntwort", "erklaerung", "schwierigkeit"),
    "fr": ("question", "réponses", "bonne_reponse", "explication", "difficulté"),
    "es": ("pregunta", "opciones", "respuesta_correcta", "explicacion", "dificultad"),
    "pt": ("pergunta", "alternativas", "respostaCorreta", "justificativa", "dificuldade"),
}


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("suffix", ["json", "yaml", "jsonl"])
def test_names_of_fields(language: str, suffix: str) -> None:
    stem, *options = CHOICES[language]
    values = (stem, options, options[1], "darum", "beginner")
    item = dict(zip(NAMES[language], values, strict=True))
    text = json.dumps(item if suffix == "jsonl" else [item], ensure_ascii=False)
    (question,) = questions(f"w.{suffix}", text + "\n")
    assert question.stem.value == stem
    assert question.key.indices == (1,)
    assert question.rationale is not None
    assert question.rationale.value == "darum"
    assert question.difficulty is not None


def test_options_with_flags() -> None:
    item = {
        "frage": "Was ist rot?",
        "antworten": [
            {"text": "Blut", "richtig": True},
            {"text": "Gras", "richtig": False},
        ],
    }
    (question,) = questions("w.json", json.dumps([item]))
    assert question.key.indices == (0,)


def test_numbered_fields() -> None:
    item = {"pregunta": "¿Qué es rojo?", "respuesta1": "la sangre", "respuesta2": "la hierba"}
    item["correcta"] = "la sangre"
    (question,) = questions("w.json", json.dumps([item]))
    assert [option.text.value for option in question.options] == ["la sangre", "la hierba"]
    assert question.key.indices == (0,)


@pytest.mark.parametrize(
    "heading",
    [
        *("Begriff,Definition", "Vorderseite,Rückseite", "Terme,Définition", "Recto,Verso"),
        *("Término,Definición", "Anverso,Reverso", "Termo,Definição", "Frente,Verso"),
    ],
)
def test_tables_of_cards(heading: str) -> None:
    assert cards("cards.csv", f"{heading}\nTau,Wasser am Morgen\nReif,Eis am Morgen\n") == [
        ("Tau", "Wasser am Morgen"),
        ("Reif", "Eis am Morgen"),
    ]


@pytest.mark.parametrize(
    ("title", "front", "back"),
    [
        ("Karteikarten", "Frage", "Antwort"),
        ("Fiches de révision", "Question ", "Réponse "),
        ("Tarjetas", "Pregunta", "Respuesta"),
        ("Cartões", "Pergunta", "Resposta"),
    ],
)
def test_decks(title: str, front: str, back: str) -> None:
    text = f"# {title}\n\n" + "".join(f"{front}: Wort {n}\n{back}: Sinn {n}\n\n" for n in "12")
    assert cards("w.md", text) == [("Wort 1", "Sinn 1"), ("Wort 2", "Sinn 2")]


@pytest.mark.parametrize(
    "text",
    [
        '[{"titel": "Faust", "autor": "Goethe", "sprache": "de"}]',
        '[{"nombre": "Ana", "tema": "mar", "nivel": 2}]',
        '[{"texte": "Bonjour", "réponse": "Salut"}]',
        '[{"frage": "Wann?", "antwort": "Heute."}]',
    ],
)
def test_other_data_stays_unread(text: str) -> None:
    assert read("w.json", text.encode()).skipped is not None


WORDS = {
    "it": ("Domanda", "Risposta corretta", "Risposte", "Risposta"),
    "nl": ("Vraag", "Juiste antwoord", "Antwoorden", "Antwoord"),
    "pl": ("Pytanie", "Poprawna odpowiedź", "Odpowiedzi", "Odpowiedź"),
    "cs": ("Otázka", "Správná odpověď", "Odpovědi", "Odpověď"),
    "sv": ("Fråga", "Rätt svar", "Facit", "Svar"),
    "tr": ("Soru", "Doğru cevap", "Cevaplar", "Cevap"),
    "id": ("Soal", "Jawaban benar", "Kunci jawaban", "Jawaban"),
    "ru": ("Вопрос", "Правильный ответ", "Ответы", "Ответ"),
    "uk": ("Питання", "Правильна відповідь", "Відповіді", "Відповідь"),
    "zh": ("问题", "正确答案", "答案", "答案"),
    "ja": ("問題", "正解", "解答", "答え"),
    "ko": ("문제", "정답", "정답", "정답"),
}
"""Of languages without a pack: a question, the right answer, the title of a list of them, and the
other side of a card."""


@pytest.mark.parametrize("language", WORDS)
def test_text_in_languages_without_a_pack(language: str) -> None:
    _, right, title, _ = WORDS[language]
    asked = [f"{at}. 3 + {at} = ?\n\nA. {at + 2}\nB. {at + 3}\nC. {at + 9}\n\n" for at in (1, 2)]
    lines = "".join(f"{each}**{right}: B.** 1 + 1 + 1 + 1\n\n" for each in asked)
    listed = f"# Test\n\n{''.join(asked)}\n## {title}\n\n1. B\n2. B\n"
    for text in (f"# Test\n\n{lines}", listed):
        assert [each.key.indices for each in questions("w.md", text)] == [(1,), (1,)]


@pytest.mark.parametrize("language", WORDS)
def test_data_in_languages_without_a_pack(language: str) -> None:
    asked, right, _, answer = WORDS[language]
    rows = [f"3 + {at} = ?,{at + 2},{at + 3},{at + 9},B" for at in (1, 2)]
    table = "\n".join([f"{asked},A,B,C,{right}", *rows]) + "\n"
    records = [
        {asked: f"3 + {at} = ?", "options": [str(at + 2), str(at + 3)], right: str(at + 3)}
        for at in (1, 2)
    ]
    lines = [f"- {asked}: 3 + {at} = ?\n  options: [x, y]\n  {right}: y\n" for at in (1, 2)]
    for name, text in (
        ("w.csv", table),
        ("w.json", json.dumps(records, ensure_ascii=False)),
        ("w.yaml", "".join(lines)),
    ):
        assert [each.key.indices for each in questions(name, text)] == [(1,), (1,)], name
    pairs = [("one two three?", "four"), ("five six seven?", "eight")]
    deck = f"{asked};{answer}\n" + "".join(f"{front};{back}\n" for front, back in pairs)
    assert cards("w.csv", deck) == pairs


@pytest.mark.parametrize(
    "record",
    [
        {"domanda": "2 + 2?", "rispostaCorretta": "4", "risposteErrate": ["3", "5"]},
        {
            "domanda": "2 + 2?",
            "opzioni": [{"testo": "3", "corretta": False}, {"testo": "4", "corretta": True}],
        },
        {"Domanda": "2 + 2?", "A": "3", "B": "4", "C": "5", "Esatta": "B"},
        {"pytanie": "2 + 2?", "opcje": {"a": "3", "b": "4"}, "poprawna": "b"},
        {"Pytanie": "2 + 2?", "odpA": "3", "odpB": "4", "odpC": "5", "poprawna": "B"},
        {"pregunta": "2 + 2?", "opciones": ["4", "3"], "correctaIdx": 0},
        {
            "вопрос": "2 + 2?",
            "ответы": [{"текст": "4", "правильный": True}, {"текст": "5", "правильный": False}],
        },
        {"spravnaOdpoved": "4", "otazka": "2 + 2?", "moznosti": ["4", "3"]},
    ],
    ids=lambda record: ",".join(record),
)
def test_fields_in_the_wild(record: dict[str, object]) -> None:
    other = {**record, next(name for name in record if str(record[name]) == "2 + 2?"): "1 + 3?"}
    found = questions("w.json", json.dumps([record, other], ensure_ascii=False))
    assert [[o.text.value for o in q.options if o.text.value == "4"] for q in found] == [
        ["4"],
        ["4"],
    ]
    assert [[q.options[at].text.value for at in q.key.indices] for q in found] == [["4"], ["4"]]
