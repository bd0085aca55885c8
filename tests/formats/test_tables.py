"""Tables: cells and their places, templates of games, and tables of something else."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from conftest import Quizlint
from quizlint import formats
from quizlint.content import Card, Interaction, KeyState, Problem, ProblemKind, Question, Reading
from quizlint.formats import table
from quizlint.formats.base import Files
from quizlint.formats.table.scan import rows
from quizlint.text import Source

PLAIN = """\
Question;Option A;Option B;Option C;Answer;Explanation;Difficulty
Which river flows through Vienna?;The Rhine;The Danube;The Elbe;B;It rises in a forest.;easy
"Which is ""the"" longest; of these?";The Nile;The Congo;The Po;A;;hard
"""
QUIZIZZ = """\
Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Correct Answer,Time in seconds
Text of the question,Question Type (default is Multiple Choice),Text for option 1,,,,,
"Which two are
rivers?",Checkbox,Nile,Alps,Danube,Sahara,"1,3",30
Which is a mountain?,Multiple Choice,Nile,Everest,,,2,30
"""
BLOOKET = (
    '"Blooket\nImport Template",,,,,,,,\n"Question #","Question Text","Answer 1","Answer 2",'
    '"Answer 3\n(Optional)","Answer 4\n(Optional)","Time Limit (sec)\n(Max: 300 seconds)",'
    '"Correct Answer(s)\n(Only include Answer #)"\n1,Which is a bird?,Wren,Pike,,,20,1,,,\n'
    '2,Which are fish?,Wren,Pike,Perch,,20,"2,3",,,\n'
)
KAHOOT = """\
Kahoot quiz template,,,,,,
,,,,,,
,Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,\
Answer 3 - max 75 characters,Time limit (sec) - 5,Correct answer(s) - choose at least one
1,Which is a planet?,Mars,The Moon,The Sun,20,1
2,Which of them is a star?,Mars,The Moon,The Sun,25,3
"""
GIMKIT = """\
Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)
What is 2 + 2?,4,5,3
What is 2 + 3?,5,4,6
"""
MMLU = """\
"What is the capital of France?",Lyon,Paris,Nice,Lille,B
"What is the capital of Italy?",Milan,Turin,Rome,Naples,C
"""


def read(text: str, name: str = "x.csv") -> Reading:
    return table.read(Source(name, text), Files())


def questions(text: str) -> list[Question]:
    (document,) = read(text).documents
    return list(document.questions)


def keys(text: str) -> list[tuple[int, ...]]:
    return [question.key.indices for question in questions(text)]


def test_a_plain_table() -> None:
    first, second = questions(PLAIN)
    assert second.stem.value == 'Which is "the" longest; of these?'
    assert [option.text.value for option in first.options] == [
        "The Rhine",
        "The Danube",
        "The Elbe",
    ]
    assert keys(PLAIN) == [(1,), (0,)]
    assert first.rationale is not None
    assert second.rationale is None
    assert second.difficulty is not None
    at = second.stem.at(second.stem.value.index("the"), second.stem.value.index("the") + 3)
    assert PLAIN[slice(*at)] == "the"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (QUIZIZZ, [(0, 2), (1,)]),
        (BLOOKET, [(0,), (1, 2)]),
        (KAHOOT, [(0,), (2,)]),
        (MMLU, [(1,), (2,)]),
        (PLAIN.replace(";", "\t").replace("longest\t", "longest;"), [(1,), (0,)]),
        (PLAIN.replace("\n", "\r\n"), [(1,), (0,)]),
    ],
)
def test_keys_of_templates(text: str, expected: list[tuple[int, ...]]) -> None:
    assert keys(text) == expected


def test_answers_told_apart_have_no_order() -> None:
    first, _ = questions(GIMKIT)
    assert not first.order_meaningful
    assert [option.text.value for option in first.keyed] == ["4"]
    assert len(first.distractors) == 2


def test_several_keys_and_types() -> None:
    first, second = questions(QUIZIZZ)
    assert first.interaction is Interaction.MULTIPLE
    assert second.interaction is Interaction.CHOICE
    assert second.key.state is KeyState.PRESENT


def test_what_kahoot_does_not_take() -> None:
    long = KAHOOT.replace("Which is a planet?", "Which is a planet " + "of ours " * 20)
    traps = [p for p in read(long).problems if p.kind is ProblemKind.FORMAT_TRAP]
    assert [trap.data["trap"] for trap in traps] == [
        "Kahoot takes 120 characters for a question, and this has 177",
        "Kahoot knows no limit of 25 seconds",
    ]


def test_cards() -> None:
    (document,) = read("front,back,tags\nWhat is a fjord?,A drowned valley,geo\n").documents
    (card,) = document.items
    assert isinstance(card, Card)
    assert card.back.value == "A drowned valley"


@pytest.mark.parametrize(
    "text",
    [
        "id,name,answer,price\n1,Widget,yes,3\n2,Gadget,no,4\n",
        "question,answer\nHow do I log in?,With your name.\nHow do I pay?,By card.\n",
        "a,b,c,d,e,f\n1,2,3,4,5,6\n7,8,9,10,11,12\n",
        "timestamp,Question 1,Question 2\n2026,yes,no\n",
        "time,answer1,answer2\n1,2,3\n",
        "name,grade,school,city,country,class\nAnn,1,x,y,z,A\nBob,2,x,y,z,B\n",
        "",
        "\n\n,,,\n",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    chosen = formats.pick("x.csv", text)
    reading = read(text)
    assert chosen is None or chosen.name != "table" or reading.skipped
    assert not any(document.items for document in reading.documents)


def test_broken_quotes_hide_nothing_else() -> None:
    broken = PLAIN + '"Which lake is deepest?;Baikal;Como;Garda;A;;\n'
    reading = read(broken)
    assert len(reading.documents[0].items) == 3
    (problem,) = (p for p in reading.problems if p.kind is ProblemKind.SYNTAX)
    assert broken[problem.span.start] == '"'
    behind = PLAIN.replace('these?"', 'these?"x')
    (problem,) = (p for p in read(behind).problems if p.kind is ProblemKind.SYNTAX)
    assert behind[problem.span.start] == "x"
    assert len(read(behind).documents[0].items) == 2


def test_an_empty_cell_is_shown_in_its_own_row(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text("front,back\nWhat is a fjord?,A valley\n,A hill\n")
    ran = quizlint("check", ".", "--format", "concise", cwd=tmp_path)
    assert ran.out.startswith("cards.csv:3:1: error STR007 ")


def test_a_workbook_names_row_and_cell(quizlint: Quizlint, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in csv.reader(StringIO(KAHOOT.replace("The Moon", "Mars"))):
        sheet.append(row)
    stored = BytesIO()
    book.save(stored)
    (tmp_path / "game.xlsx").write_bytes(stored.getvalue())
    ran = quizlint("check", "game.xlsx", "--format", "concise", "--select", "KEY", cwd=tmp_path)
    assert ran.code == 1, ran.out
    assert "game.xlsx!Sheet:4:4: error KEY006" in ran.out


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), st.sampled_from(",;\t"))
def test_cells_read_back_and_spell_their_characters(
    written: list[list[str]], separator: str
) -> None:
    file = StringIO()
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(written)
    text = file.getvalue()
    problems: list[Problem] = []
    found = list(rows(text, separator, problems))
    assert problems == []
    assert [[cell.value for cell in row.cells] for row in found] == written
    for row in found:
        for cell in row.cells:
            leaf = cell.text(text)
            for at, char in enumerate(cell.value):
                spelt = text[slice(*leaf.at(at, at + 1))]
                assert spelt in (char, char * 2)


@given(st.text(alphabet='",;\t\n\rab ', max_size=40))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for separator in table.SEPARATORS:
        found = list(rows(text, separator, []))
        assert [row.start for row in found] == sorted(row.start for row in found)
    assert read("Question,Option A,Option B,Answer\n" + text) is not None
