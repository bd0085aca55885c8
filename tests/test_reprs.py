"""What content looks like to who debugs, in a failing test or a notebook."""

import quizlint

QUIZ = b"""\
kind: quiz
title: Rivers
questions:
  - id: longest
    question: Which of the rivers that flow into the North Sea is the longest?
    options: [Rhine, Elbe, Thames]
    answer: A
  - question: Which are in Europe?
    options:
      - {text: Rhine, correct: true}
      - {text: Nile, correct: false}
      - {text: Elbe, correct: true}
  - question: Which is missing a key?
    options: [Rhine, Elbe]
  - question: Which river runs through Rome?
    type: text
    answer: Tiber
cards:
  - {front: Source, back: Where a river begins}
prompts:
  - {prompt: Tell how a delta forms., concepts: [sediment, current]}
"""


def test_content_shows_what_it_is() -> None:
    reading = quizlint.read("rivers.quiz.yaml", QUIZ)
    (document,) = reading.documents
    assert repr(document) == "Document(quiz 'Rivers', 1 card, 4 questions, 1 prompt)"
    assert repr(reading) == f"Reading('rivers.quiz.yaml', yaml, {document!r})"
    assert repr(reading.source) == f"Source('rivers.quiz.yaml', {len(QUIZ)} characters)"
    assert [repr(question) for question in document.questions] == [
        "Question('Which of the rivers that flow into the …', 3 options, key A, longest, line 5)",
        "Question('Which are in Europe?', 3 options, key A C, questions[1], line 8)",
        "Question('Which is missing a key?', 2 options, key absent, questions[2], line 13)",
        "Question('Which river runs through Rome?', text, key 'Tiber', questions[3], line 15)",
    ]
    assert [repr(question.key) for question in document.questions] == [
        *("Key(A, by answer 'A')", "Key(A C, by flags)", "Key(absent)"),
        "Key(by answer 'Tiber')",
    ]
    assert repr(document.questions[1].options[0]) == "Option('Rhine', correct)"
    assert repr(document.questions[0].key.written[0]) == "WrittenKey('A': A)"
    assert repr(document.cards[0]) == "Card('Source', 'Where a river begins', cards[0], line 19)"
    assert (
        repr(document.prompts[0])
        == "Prompt('Tell how a delta forms.', 2 concepts, prompts[0], line 21)"
    )


def test_a_reading_of_nothing_says_why() -> None:
    assert repr(quizlint.read("a.json", b"[1]")).startswith("Reading('a.json', ")
    assert "skipped: " in repr(quizlint.read("a.bin", b"\0"))
