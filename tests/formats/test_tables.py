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
from quizlint.content import Card, Interaction, KeyState, Problem, Question, Reading
from quizlint.content.problems import FormatTrap, NothingToCheck, Syntax, UnreadQuestion
from quizlint.formats import table
from quizlint.formats.base import Files
from quizlint.formats.table.scan import rows
from quizlint.text import Source
from telling import words

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
    traps = [p for p in read(long).problems if isinstance(p, FormatTrap)]
    assert [words(trap).split("; ")[0] for trap in traps] == [
        "Kahoot takes 120 characters for a question, and this has 177",
        "Kahoot knows no limit of 25 seconds",
    ]


def test_rows_that_a_template_has_ready_are_no_questions() -> None:
    assert len(questions(KAHOOT + "3,,,,,20,\n4,,,,,,\n")) == 2
    assert read(KAHOOT + "3,,,,,20,\n").problems == read(KAHOOT).problems


def test_types_of_templates() -> None:
    more = "Why?,Open-Ended,,,,,,30\nFill?,Fill-in-the-Blank,sea,lake,,,,30\n"
    more += "Like it?,Poll,yes,no,,,,30\nDraw it,Draw,,,,,,30\n"
    reading = read(QUIZIZZ + more)
    assert reading.problems == ()
    why, fill, poll, draw = reading.documents[0].questions[2:]
    assert why.interaction is Interaction.TEXT
    assert [written.text.value for written in fill.key.written] == ["sea", "lake"]
    assert not poll.scored
    assert draw.interaction is Interaction.UNSUPPORTED


HEAD = "question,option a,option b,option c,answer\n"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("b", (1,)),
        ("sea", (1,)),
        ("Option B", (1,)),
        ("option_c", (2,)),
        ('"A, C"', (0, 2)),
        ("A;C", (0, 2)),
        ("A | C", (0, 2)),
        ("A and C", (0, 2)),
        ("lake; hill", (0, 2)),
        ('"lake, sea"', (0, 1)),
        ("0", (0,)),
        ("3", (2,)),
        ("D", ()),
        ("dale", ()),
    ],
)
def test_ways_to_write_a_key(cell: str, expected: tuple[int, ...]) -> None:
    assert keys(f"{HEAD}Which?,lake,sea,hill,{cell}\n") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "prompt,A,B,C,D,E,answer\nWhich?,lake,sea,hill,dale,wood,B\n",
        ",Question,A,B,C,D,Answer\n0,Which?,lake,sea,hill,dale,B\n",
        "题目,选项A,选项B,选项C,答案\nWhich?,lake,sea,hill,B\n",
        "question|opt1|opt2|opt3|correct\nWhich?|lake|sea|hill|sea\n",
        "sep=;\nquestion;choice1;choice2;correct_answer\nWhich?;lake;sea;sea\n",
        "question,options,answer\nWhich?,lake|sea|hill,sea\n",
        'question,options,answer\nWhich?,"lake\nsea\nhill",sea\n',
        'question,choices,answer\nWhich?,"[""lake"", ""sea""]",sea\n',
        "question,choices,answer\nWhich?,\"['lake', 'sea']\",sea\n",
    ],
)
def test_headings_of_plain_tables(text: str) -> None:
    chosen = formats.pick("x.csv", text)
    assert chosen is not None
    assert chosen.name == "table"
    (question,) = questions(text)
    assert question.stem.value == "Which?"
    assert [option.text.value for option in question.keyed] == ["sea"]
    for option in question.options:
        assert text[slice(*option.text.at(0, len(option.text.value)))] == option.text.value


def test_numbers_of_a_plain_table_are_settled_by_the_file() -> None:
    open_ = read(HEAD + "Which?,lake,sea,hill,1\n")
    assert (open_.index_base, open_.index_base_open) == (None, True)
    full = read(HEAD + "Which?,lake,sea,hill,1\nWhich?,lake,sea,hill,3\n")
    assert full.index_base == 1
    (document,) = full.documents
    assert [question.key.indices for question in document.questions] == [(0,), (2,)]


def test_a_template_proves_nothing_of_the_files_beside_it() -> None:
    for text in (KAHOOT, BLOOKET, QUIZIZZ):
        reading = read(text)
        assert (reading.index_base, reading.index_base_open) == (None, False)


def test_distractors_listed_in_a_cell() -> None:
    (question,) = questions("question,correct answer,wrong answers\nWhich?,sea,lake; hill\n")
    assert [option.text.value for option in question.distractors] == ["lake", "hill"]
    assert not question.order_meaningful


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
        "Ann Lee,7,5,6,8,A\nBob Fox,4,5,6,8,B\n",
        "car,front,back\nT1,2.1,2.4\nT2,2.2,2.3\n",
        "question,count,share\nQ1,12,0.3\n",
        "option,choice,value\na,b,1\n",
        "key,en,de,fr\nanswer,answer,Antwort,réponse\n",
        "text,label\nIt was good,1\nIt was bad,0\n",
        "id,title,body,answer,score\n1,How?,I try to,Like so,4\n",
        "context,question,answer,start\nA b c,What?,b,2\n",
        "name,a,b,c,answer\nx,1,2,3,y\n",
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
    (problem,) = (p for p in reading.problems if isinstance(p, Syntax))
    assert broken[problem.span.start] == '"'
    behind = PLAIN.replace('these?"', 'these?"x')
    (problem,) = (p for p in read(behind).problems if isinstance(p, Syntax))
    assert behind[problem.span.start] == "x"
    assert len(read(behind).documents[0].items) == 2


@pytest.mark.parametrize("lost", range(4))
def test_a_quote_that_nothing_closes_costs_one_row(lost: int) -> None:
    lines = [f'"Which is {n}, then?",lake {n},"sea, {n}",hill {n},B' for n in range(4)]
    broken = [
        *lines[:lost],
        lines[lost].replace(f'sea, {lost}"', f"sea {lost}"),
        *lines[lost + 1 :],
    ]
    reading = read(HEAD + "\n".join(broken) + "\n")
    (problem,) = reading.problems
    text = HEAD + "\n".join(broken)
    assert text[problem.span.start :].startswith(f'"sea {lost}')
    (document,) = reading.documents
    assert [len(question.options) for question in document.questions] == [3] * 4
    assert [question.key.indices for question in document.questions] == [(1,)] * 4


def test_commas_without_quotes_push_no_cell_into_a_wrong_column() -> None:
    text = HEAD + "Which, of all, is it?,lake,sea,hill,B\nWhich?,lake,sea,hill,B,my note\n"
    reading = read(text)
    (problem,) = reading.problems
    assert isinstance(problem, Syntax)
    assert text[slice(*problem.span)].startswith("Which, of all")
    (document,) = reading.documents
    assert [question.stem.value for question in document.questions] == ["Which?"]


def test_a_quiz_without_a_question_is_no_quiz_left_alone() -> None:
    (problem,) = read(HEAD).problems
    assert isinstance(problem, NothingToCheck)


def test_many_wrong_quotes_are_noted_up_to_a_number() -> None:
    wrong = [p for p in read(HEAD + '"a\n' * 5000).problems if isinstance(p, Syntax)]
    assert len(wrong) == 100


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
                assert spelt == ('""' if char == '"' else char)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), max_size=6), st.sampled_from(",;\t|"))
def test_cells_with_as_few_quotes_as_can_be_read_back(
    written: list[list[str]], separator: str
) -> None:
    file = StringIO()
    csv.writer(file, delimiter=separator).writerows(written)
    found = list(rows(file.getvalue(), separator, []))
    values = [[cell.value.strip() for cell in row.cells] for row in found]
    assert values == [[cell.strip() for cell in row] for row in written]


@given(st.lists(st.text(alphabet='ab"|, é', min_size=1, max_size=6), min_size=2, max_size=4))
def test_members_of_a_list_in_a_cell_stand_where_they_say(members: list[str]) -> None:
    wanted = [part.strip() for member in members for part in member.split("|") if part.strip()]
    file = StringIO()
    csv.writer(file).writerows([("question", "options", "answer"), ("Q?", "|".join(members), "A")])
    text = file.getvalue()
    if len(wanted) < 2:
        return
    (question,) = questions(text)
    assert [option.text.value for option in question.options] == wanted
    for option in question.options:
        for at, char in enumerate(option.text.value):
            assert text[slice(*option.text.at(at, at + 1))] == ('""' if char == '"' else char)


@given(st.text(alphabet='",;\t\n\rab ', max_size=40))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for separator in table.SEPARATORS:
        found = list(rows(text, separator, []))
        assert [row.start for row in found] == sorted(row.start for row in found)
    assert read("Question,Option A,Option B,Answer\n" + text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "question,answer\nWhich gas do plants take in?,Carbon dioxide\nAnd give off?,Oxygen\n",
        "Word;Meaning\nder Hund;dog\ndie Katze;cat\n",
        "Wort;Übersetzung;Kapitel\nder Hund;dog;1\ndie Katze;cat;1\n",
        "id,question,answer,category\n1,Which gas?,Oxygen,air\n2,Which metal?,Iron,ground\n",
    ],
)
def test_two_columns_of_sides_are_a_deck(text: str) -> None:
    assert len(read(text).documents[0].cards) == 2


@pytest.mark.parametrize("words", ["Word,Count,Date", "word,meaning,frequency", "answer,question2"])
def test_other_columns_beside_the_sides_are_data(words: str) -> None:
    assert formats.pick("x.csv", f"{words}\na,b,c\nd,e,f\n") is None


def test_options_in_one_cell_are_told_by_letters_and_by_the_answer_among_commas() -> None:
    lettered = "question,options,answer\nWhich gas?,A) Neon B) Oxygen C) Argon,B\n"
    (question,) = read(lettered).documents[0].questions
    assert [option.text.value for option in question.options] == ["Neon", "Oxygen", "Argon"]
    assert question.key.indices == (1,)
    commas = 'question,options,answer\nWhich gas?,"Neon, Oxygen, Argon",Oxygen\n'
    (question,) = read(commas).documents[0].questions
    assert [option.text.value for option in question.options] == ["Neon", "Oxygen", "Argon"]
    assert question.key.indices == (1,)


def test_numbered_columns_of_options_are_counted_from_one() -> None:
    text = "Question,Option 1,Option 2,Option 3,Answer\nWhich gas?,Neon,Oxygen,Argon,2\n"
    (question,) = read(text).documents[0].questions
    assert question.key.indices == (1,)


@pytest.mark.parametrize(
    ("text", "shape", "fields", "count"),
    [
        ("Qestion,A,B,Answer\nWhich gas?,Neon,Oxygen,B\nOr?,x,y,A\n", "field", ("Qestion",), 2),
        ("Question,Optoins,Answer\nWhich gas?,Neon|Oxygen,Oxygen\n", "field", ("Optoins",), 1),
        ("question,choices,answer\nWhich gas?,Neon,Neon\nOr?,Argon,x\n", "few", ("options",), 2),
    ],
)
def test_a_heading_of_a_quiz_that_cannot_be_read_is_told(
    text: str, shape: str, fields: tuple[str, ...], count: int
) -> None:
    assert formats.pick("x.csv", text) is not None
    (problem,) = read(text).problems
    assert isinstance(problem, UnreadQuestion)
    assert problem.shape == shape
    assert problem.fields == fields
    assert problem.count == count


def test_a_file_named_for_cards_needs_no_heading() -> None:
    text = 'the tide,la marea\n"the ebb, slowly",el reflujo\n'
    reading = read(text, "spanish/flashcards.csv")
    first, second = reading.documents[0].cards
    assert (first.front.value, first.back.value) == ("the tide", "la marea")
    assert second.front.value == "the ebb, slowly"
    assert text[slice(*second.front.at(0, 3))] == "the"
    assert read(text, "tides.csv").skipped is not None
    chosen = formats.pick("vocab.txt", "the tide\tla marea\nthe ebb\tel reflujo\n")
    assert chosen is not None
    assert chosen.name == "table"


@pytest.mark.parametrize(
    ("text", "fronts"),
    [
        ("5+5,10\n(3 * 4) - 2,10\n", ["5+5", "(3 * 4) - 2"]),
        ("What is ebb?;low water\nAnd flood?;high water\n", ["What is ebb?", "And flood?"]),
        ("Name the tide that is lowest,neap\n", ["Name the tide that is lowest"]),
    ],
)
def test_a_file_named_for_questions_may_have_them_and_their_answers(
    text: str, fronts: list[str]
) -> None:
    found = read(text, "quiz.csv").documents[0].cards
    assert [card.front.value for card in found] == fronts


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quiz.csv", "15840,cGp\n16465,cmW\n17941,cX3\n"),
        ("questions.csv", "tired easily,spleen\nsighs often,liver\ncold feet,kidney\n"),
        ("questions.csv", "How do I log in?,login\nHow do I pay?,pay\nWhere is my bill?,pay\n"),
        ("questions.csv", "".join(f"Is it a tide {n} then?,{n % 2}\n" for n in range(8))),
        ("flashcards.csv", "filename,answer\n1.png,image1\n2.png,image2\n"),
        ("cards.csv", "ace,spades\nace,hearts\nace,clubs\n"),
        ("vocab.csv", "the,1\nof,2\nand,3\n"),
        ("quiz.csv", "a,b,c,d\n1,2,3,4\n"),
    ],
)
def test_what_only_bears_the_name_is_left_alone(name: str, text: str) -> None:
    chosen = formats.pick(name, text)
    assert chosen is None or chosen.name != "table"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lowest tide;neap;spring;ebb;A;moon\nHighest tide;neap;spring;ebb;B;moon\n", [0, 1]),
        ('"What is ebb?","low","high",1,"water"\n"And flood?","low","high",2,"sea","x"\n', [0, 1]),
        ("What is ebb?,low,high,0\nAnd flood?,low,high,1\n", [0, 1]),
    ],
)
def test_rows_with_options_need_no_heading_in_a_file_named_for_questions(
    text: str, expected: list[int]
) -> None:
    (document,) = read(text, "data/questions.csv").documents
    assert [question.key.indices for question in document.questions] == [(at,) for at in expected]
    assert formats.pick("tides.csv", text) is None


@pytest.mark.parametrize(
    "text",
    [
        'question,answers,correct\nWhich?,"lake,sea,hill",B\n',
        "question,answers,correct\nWhich?,lake|sea|hill,sea\n",
        ",MCQ,Choices,Correct\n0,Which?,a-> lake || b-> sea || c-> hill,b\n",
        ",MCQ,Choices,Correct\n0,Which?,a: lake | b: sea | c: hill,b\n",
        "question,options,answer\nWhich?,\"{'a': 'lake', 'b': 'sea'}\",b\n",
    ],
)
def test_options_listed_in_a_cell(text: str) -> None:
    (question,) = read(text).documents[0].questions
    assert question.stem.value == "Which?"
    assert [option.text.value for option in question.keyed] == ["sea"]
    for option in question.options:
        assert text[slice(*option.text.at(0, len(option.text.value)))] == option.text.value


def test_rows_without_options_in_a_table_of_them_are_answered_in_words() -> None:
    text = "question,options,answer\nWhich?,lake|sea,sea\nWho?,,Ada\nWhen?,,in 1815\n"
    which, who, when = read(text).documents[0].questions
    assert which.interaction is Interaction.CHOICE
    assert [each.interaction for each in (who, when)] == [Interaction.TEXT] * 2
    assert [written.text.value for written in who.key.written] == ["Ada"]


def test_more_may_stand_beside_the_sides_of_a_card() -> None:
    text = "question_id,question_text,difficulty_level,correct_answer,is_open,image_url\n"
    text += "1,Which ebb is lowest?,easy,the spring ebb,True,x.png\n"
    (card,) = read(text).documents[0].cards
    assert (card.front.value, card.back.value) == ("Which ebb is lowest?", "the spring ebb")


@pytest.mark.parametrize(
    ("name", "heading", "row"),
    [
        ("flashcards.csv", "korean,english,example,page", "x,tide,y,z"),
        ("vocab.csv", "gender,word,translation,weight", "f,x,tide,1"),
        ("flashcards.csv", "Word,German explanation,English translation", "x,y,tide"),
        ("vocab.csv", "語句,意味", "x,tide"),
    ],
)
def test_in_a_file_of_cards_anything_may_stand_beside_their_sides(
    name: str, heading: str, row: str
) -> None:
    (card,) = read(f"{heading}\n{row}\n", name).documents[0].cards
    assert (card.front.value, card.back.value) == ("x", "tide")


def test_in_any_other_file_only_what_orders_cards_may() -> None:
    assert formats.pick("x.csv", "gender,word,translation,weight\nf,x,tide,1\n") is None


def test_questions_without_a_heading_may_have_a_topic() -> None:
    rows = [f"What is tide {n} called?,{'sea' if n % 2 else 'moon'},name {n}\n" for n in range(4)]
    found = read("".join(rows), "questions.csv").documents[0].cards
    assert [card.back.value for card in found] == [f"name {n}" for n in range(4)]
