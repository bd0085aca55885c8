"""What teachers upload to Blackboard, Brightspace and Google Forms, and what those refuse."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import whole

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import FormatTrap, MissingField, NothingToCheck
from quizlint.engine.read import read
from quizlint.formats import load, pick
from quizlint.formats.googleforms import A_SURVEY
from quizlint.text import Source
from telling import words

BLACKBOARD = """\
MC\tWhich bird cannot fly?\tWren\tincorrect\tOstrich\tcorrect\tSwift\tincorrect
MA\tWhich are mammals?\tBat\tcorrect\tTrout\tincorrect\tWhale\tCorrect
TF\tA spider is an insect.\tfalse
FIB\tThe young of a goat is a\tkid\tKid
NUM\tHow many legs has a spider?\t8\t0.5
MAT\tMatch the young.\tgoat\tkid\tcow\tcalf
ORD\tPut in order.\tegg\tlarva\tpupa
ESS\tWhy do birds sing?\tTo be heard.
FIB_PLUS\t[a] lay eggs, [b] do not.\ta\tHens\tDucks\t\tb\tCows
"""

BRIGHTSPACE = """\
//made by hand,,,,
NewQuestion,MC,,,
ID,BIO-1,,,
Title,Birds,,,
QuestionText,"Which bird, if any, cannot fly?",,,
Option,100,Ostrich,,Its wings are small.
Option,0,Wren,,
Option,25,"A ""young"" wren",,
Hint,Think of weight.,,,
Feedback,It runs.,,,
,,,,
NewQuestion,TF,,,
QuestionText,A spider is an insect.,,,
TRUE,0,It has eight legs.,,
FALSE,100,,,
NewQuestion,MS,,,
QuestionText,Which are mammals?,,,
Option,1,Bat,,
Option,0,Trout,,
Option,1,Whale,,
NewQuestion,SA,,,
QuestionText,What is the young of a goat?,,,
InputBox,3,40,,
Answer,100,kid,,
Answer,50,lamb,regexp,
NewQuestion,M,,,
QuestionText,Match the young.,,,
Choice,1,goat,,
Choice,2,cow,,
Match,2,calf,,
Match,1,kid,,
NewQuestion,O,,,
QuestionText,Put in order.,,,
Item,egg,NOT HTML,,
Item,larva,,,
NewQuestion,WR,,,
QuestionText,Why do birds sing?,,,
"""


def questions(reading: Reading) -> list[Question]:
    return [question for document in reading.documents for question in document.questions]


def placed(reading: Reading) -> None:
    """Every text stands where it says."""
    for question in questions(reading):
        for text in question.texts:
            start, end = text.at(0, len(text.value))
            shown = reading.source.text[start:end]
            assert shown.replace('""', '"').strip('"') == text.value or shown in ("true", "false")


def test_every_type_of_blackboard() -> None:
    reading = read("birds.txt", BLACKBOARD.encode())
    found = questions(reading)
    assert reading.format == "blackboard"
    assert not reading.problems
    placed(reading)
    assert [each.interaction.value for each in found] == [
        *("choice", "multiple", "true-false", "text", "numeric"),
        *("match", "order", "text", "cloze"),
    ]
    assert [each.key.indices for each in found[:3]] == [(1,), (0, 2), (1,)]
    assert [k.text.value for k in found[3].key.written] == ["kid", "Kid"]
    (eight,) = found[4].responses
    assert (eight.text.value, eight.tolerance) == ("8", 0.5)
    assert [option.text.value for option in found[5].options] == ["goat", "cow"]
    assert [k.text.value for k in found[5].key.written] == ["kid", "calf"]
    assert [option.text.value for option in found[6].options] == ["egg", "larva", "pupa"]
    assert found[7].key.state is KeyState.ABSENT
    assert [k.text.value for k in found[8].key.written] == ["Hens", "Cows"]
    ostrich = found[0].options[1].text
    assert BLACKBOARD[slice(*ostrich.span)] == "Ostrich"


def test_every_type_of_brightspace() -> None:
    reading = read("birds.csv", BRIGHTSPACE.encode())
    found = questions(reading)
    assert reading.format == "brightspace"
    assert not reading.problems
    placed(reading)
    assert [each.interaction.value for each in found] == [
        *("choice", "true-false", "multiple", "text", "match", "order", "text"),
    ]
    assert [each.key.indices for each in found[:3]] == [(0,), (1,), (0, 2)]
    first = found[0]
    assert first.id is not None
    assert first.rationale is not None
    assert (first.id.value, first.rationale.value) == ("BIO-1", "It runs.")
    assert first.stem.value == "Which bird, if any, cannot fly?"
    assert first.options[2].text.value == 'A "young" wren'
    assert [each.weight for each in first.options] == [100, 0, 25]
    told = first.options[0].feedback
    assert told is not None
    assert reading.source.position(told.span.start) == (6, 21)
    assert [(each.text.value, each.weight) for each in found[3].responses] == [
        ("kid", 100),
        ("lamb", 50),
    ]
    assert [k.text.value for k in found[4].key.written] == ["kid", "calf"]
    assert [each.text.value for each in found[5].options] == ["egg", "larva"]


def test_semicolons_and_a_mark_before_the_text() -> None:
    data = BRIGHTSPACE.replace(",", ";").encode("utf-8-sig")
    assert len(questions(read("birds.csv", data))) == 7


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        ("MCQ\tWhich?\ta\tcorrect", "MCQ", "'MCQ' is no type of question"),
        ("MC\tWhich?\ta\trichtig\tb\tincorrect", "richtig", "correct or incorrect, in English"),
        ("MC\tWhich?\ta\tcorrect\tb", "b", "correct or incorrect"),
        ("TF\tIs it?\twahr", "wahr", "true or false"),
    ],
)
def test_what_blackboard_refuses(line: str, place: str, told: str) -> None:
    text = BLACKBOARD + line + "\n"
    reading = read("birds.txt", text.encode())
    (trap,) = reading.problems
    assert isinstance(trap, FormatTrap)
    assert told in words(trap)
    assert text[slice(*trap.span)] == place
    assert text.index(line) <= trap.span.start
    assert len(questions(reading)) >= 9


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        ("NewQuestion,MCQ\nQuestionText,Which?", "MCQ", "'MCQ' is no type"),
        ("NewQuestion,MC\nQuestionText,Which?\nOption,yes,a\nOption,100,b", "yes", "no number"),
    ],
)
def test_what_brightspace_refuses(line: str, place: str, told: str) -> None:
    text = BRIGHTSPACE + line + "\n"
    reading = read("birds.csv", text.encode())
    (trap,) = reading.problems
    assert isinstance(trap, FormatTrap)
    assert told in words(trap)
    assert text[slice(*trap.span)] == place
    assert len(questions(reading)) == 8


def test_a_question_without_a_text_is_told() -> None:
    without = {
        "a.txt": f"{BLACKBOARD}MC\t\ta\tcorrect\tb\tincorrect\n",
        "a.csv": f"{BRIGHTSPACE}NewQuestion,MC\nOption,100,a\nOption,0,b\n",
    }
    for name, text in without.items():
        assert [type(each) for each in read(name, text.encode()).problems] == [MissingField]


def form(*items: object) -> str:
    return json.dumps({"info": {"title": "Birds"}, "items": items}, indent=1)


def asked(title: str, options: list[str], right: list[str], kind: str = "RADIO") -> object:
    question = {
        "questionId": "1",
        "grading": {
            "pointValue": 1,
            "correctAnswers": {"answers": [{"value": each} for each in right]},
            "whenRight": {"text": "Well done, it runs."},
        },
        "choiceQuestion": {
            "type": kind,
            "options": [{"value": each} for each in options],
            "shuffle": True,
        },
    }
    return {"itemId": "a1", "title": title, "questionItem": {"question": question}}


NAME = {"title": "Your name", "questionItem": {"question": {"textQuestion": {}}}}


def test_a_graded_form() -> None:
    text = form(
        NAME,
        asked("Which bird cannot fly?", ["Wren", "Ostrich"], ["Ostrich"]),
        asked("Which are mammals?", ["Bat", "Trout", "Whale"], ["Whale", "Bat"], "CHECKBOX"),
        asked("Which letter?", ["B", "A"], ["A"], "DROP_DOWN"),
        {"title": "A page", "pageBreakItem": {}},
    )
    reading = read("form.json", text.encode())
    assert reading.format == "googleforms"
    assert not reading.problems
    found = questions(reading)
    assert [each.key.indices for each in found] == [(1,), (0, 2), (1,)]
    assert [each.interaction for each in found] == [
        *(Interaction.CHOICE, Interaction.MULTIPLE, Interaction.CHOICE),
    ]
    assert all(each.shuffle for each in found)
    assert found[0].rationale is not None
    (document,) = reading.documents
    assert document.title is not None
    assert document.title.value == "Birds"
    ostrich = found[0].options[1].text
    assert text[slice(*ostrich.span)] == '"Ostrich"'


def test_a_form_that_asks_for_opinions_is_left_alone() -> None:
    assert read("form.json", form(NAME).encode()).skipped == A_SURVEY


def test_a_graded_question_without_a_right_answer_has_no_key() -> None:
    (question,) = questions(read("f.json", form(asked("Which?", ["a", "b"], [])).encode()))
    assert question.key.state is KeyState.ABSENT


def test_an_answer_that_is_no_option_stays_as_written() -> None:
    (question,) = questions(read("f.json", form(asked("Which?", ["a", "b"], ["B"])).encode()))
    assert question.key.indices == ()
    assert [each.text.value for each in question.key.written] == ["B"]


def test_requests_that_make_a_form_are_one() -> None:
    text = json.dumps({"requests": [{"createItem": {"item": asked("Which?", ["a", "b"], ["b"])}}]})
    (question,) = questions(read("requests.json", text.encode()))
    assert question.key.indices == (1,)


def test_a_form_that_is_cut_off_keeps_what_stands_before() -> None:
    text = form(asked("Which?", ["a", "b"], ["b"]), asked("Who?", ["c", "d"], ["c"]))
    cut = text[: text.index("Who?")]
    first, *_ = questions(read("form.json", cut.encode()))
    assert first.key.indices == (1,)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", "MC\tand\ttabs\n"),
        ("notes.txt", "TF stands for true or false\n"),
        ("a.csv", "name,kind\nNewQuestion,a button\n"),
        ("a.json", '{"questionItem": "a name"}'),
    ],
)
def test_what_only_looks_alike_is_another_format(name: str, text: str) -> None:
    chosen = pick(name, text)
    assert chosen is None or chosen.name not in ("blackboard", "brightspace", "googleforms")


SHREDS = st.lists(
    st.sampled_from(
        ["MC", "TF", "NUM", "FIB_PLUS", "NewQuestion", "QuestionText", "Option", "Choice", "Match",
         "TRUE", "100", "-1", "\t", ",", "\n", '"', "correct", "true", "Answer", "Item", "1e999",
         '{"questionItem": {"question": ', "[", "]", "}", '"choiceQuestion": {', ":", "null"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(SHREDS, st.sampled_from(["blackboard", "brightspace", "googleforms"]))
def test_shreds_are_read_without_a_failure(text: str, kind: str) -> None:
    reading = whole(load(kind), Source("a", text))
    for question in questions(reading):
        assert 0 <= question.span.start <= question.span.end <= len(text)
    if not questions(reading) and reading.skipped is None:
        assert reading.problems


def test_nothing_in_a_file_is_said() -> None:
    (problem,) = whole(load("blackboard"), Source("a.txt", "\n")).problems
    assert isinstance(problem, NothingToCheck)


TABLE = "Question\tOption A\tOption B\tAnswer\r\nWhich bird cannot fly?\tWren\tOstrich\tB\r\n"


@pytest.mark.parametrize("name", ["birds.txt", "birds.csv"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig"])
def test_unicode_text_of_a_spreadsheet(name: str, encoding: str) -> None:
    reading = read(name, TABLE.encode(encoding))
    (question,) = questions(reading)
    assert question.key.indices == (1,)
    assert reading.source.position(question.options[1].text.span.start) == (2, 29)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\0\0\0\x08\0_rels/.rels" + b"\0" * 20 + b"xl/workbook.xml", "kind .xlsx"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "kind .docx"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 90, "older office program"),
        (b"\x89PNG\0", "it is binary, not text"),
    ],
)
def test_a_file_of_an_office_program_under_another_name_is_called_what_it_is(
    data: bytes, told: str
) -> None:
    skipped = read("quiz.csv", data).skipped
    assert skipped is not None
    assert told in skipped
