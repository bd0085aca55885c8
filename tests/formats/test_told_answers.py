"""Answers told in a sentence: the letter is read, and what follows explains it."""

import json

import pytest

from quizlint import read

OPTIONS = ["copper", "iron", "silver", "gold"]
STEM = "Which of these metals sticks to a magnet?"
LINES = "\n".join(f"{'ABCD'[at]}. {text}" for at, text in enumerate(OPTIONS))


def files(answer: str) -> dict[str, str]:
    made = {"question": STEM, "options": OPTIONS, "answer": answer}
    return {
        "told.json": json.dumps([made]),
        "told.jsonl": json.dumps(made) + "\n",
        "told.quiz.json": json.dumps({"kind": "quiz", "questions": [made]}),
        "told.csv": f'question,A,B,C,D,answer\n"{STEM}",{",".join(OPTIONS)},"{answer}"\n',
        "told.md": f"# Quiz\n\n1. {STEM}\n\n{LINES}\n\n**Answer:** {answer}\n",
        "told.txt": f"{STEM}\n{LINES}\n{answer}\n",
    }


@pytest.mark.parametrize("name", sorted(files("")))
@pytest.mark.parametrize(
    ("answer", "letter", "why"),
    [
        ("The correct answer is B. Its electrons line up.", "B", "Its electrons line up."),
        ("The correct answer is B. IRON. Its atoms line up.", "B", "IRON. Its atoms line up."),
        ("The answer is B.", "B", None),
        ("The correct answer is B. Iron.", "B", None),
    ],
)
def test_the_letter_is_the_key_and_the_rest_explains(
    name: str, answer: str, letter: str, why: str | None
) -> None:
    (document,) = read(name, files(answer)[name].encode()).documents
    (question,) = document.questions
    assert question.key.indices == ("ABCD".index(letter),)
    assert (question.rationale.plain if question.rationale else None) == why


def test_a_text_that_is_no_sentence_of_that_kind_stays_whole() -> None:
    made = {"question": STEM, "options": OPTIONS, "answer": "B movies are bad"}
    (document,) = read("told.json", json.dumps([made]).encode()).documents
    (question,) = document.questions
    assert question.key.indices == ()
    assert question.key.written[0].text.value == "B movies are bad"


@pytest.mark.parametrize(
    "lead", ["Die richtige Antwort ist", "La bonne réponse est", "La respuesta correcta es"]
)
def test_other_languages_tell_their_answers_too(lead: str) -> None:
    made = {"question": STEM, "options": OPTIONS, "answer": f"{lead} B. Ferrum ferrum ferrum."}
    (document,) = read("told.json", json.dumps([made]).encode()).documents
    (question,) = document.questions
    assert question.key.indices == (1,)
    assert question.rationale is not None
    assert question.rationale.plain == "Ferrum ferrum ferrum."
