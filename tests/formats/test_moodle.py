"""Moodle XML, read as Moodle imports it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import MissingField, NothingToCheck, Syntax, WrongType
from quizlint.formats import moodle, pick
from quizlint.formats.base import Files
from quizlint.text import Source

CORPUS = Path(__file__).resolve().parents[3] / "shared/corpora/one-of-each/test/datasets/moodle"

BANK = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <!-- quizlint: ignore[long-stem] -->
  <question type="category">
    <category><text>$course$/top/Rivers/Europe</text></category>
  </question>
  <question type="multichoice">
    <name><text>rhine</text></name>
    <questiontext format="html">
      <text><![CDATA[<p>Into which sea does the <b>Rhine</b> flow?</p>]]></text>
      <file name="map.png" encoding="base64">AAAA&amp;BBBB</file>
    </questiontext>
    <generalfeedback format="html"><text>It ends near Rotterdam.</text></generalfeedback>
    <defaultgrade>1.0</defaultgrade>
    <single>true</single>
    <shuffleanswers>0</shuffleanswers>
    <answer fraction="100"><text>North &amp; cold sea</text>
      <feedback><text>Yes, at Hook.</text></feedback></answer>
    <answer fraction="33.33333"><text><![CDATA[Wadden Sea]]></text></answer>
    <answer fraction="-50"><text>Baltic Sea</text><feedback><text/></feedback></answer>
  </question>
  <question type="multichoice">
    <name><text>same</text></name>
    <questiontext><text>Which two flow into the Danube?</text></questiontext>
    <single>false</single><shuffleanswers>true</shuffleanswers>
    <answer fraction="50"><text>a) Inn</text></answer>
    <answer fraction="-100"><text>b) Po</text></answer>
    <answer fraction="50"><text>c) Sava</text></answer>
  </question>
  <question type="truefalse">
    <name><text>same</text></name>
    <questiontext><text>The Volga is a river of Europe.</text></questiontext>
    <answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer>
  </question>
  <question type="category"><category><text>Lakes</text></category></question>
  <question type="shortanswer">
    <questiontext><text>Name the lake at Como.</text></questiontext>
    <answer fraction="100"><text>Como</text></answer>
    <answer fraction="50"><text>Lario</text></answer>
    <answer fraction="0"><text>*</text></answer>
  </question>
  <question type="numerical">
    <questiontext><text>How deep is it?</text></questiontext>
    <answer fraction="100"><text>425</text><tolerance>5</tolerance></answer>
  </question>
  <question type="matching">
    <questiontext><text>Match lakes and towns.</text></questiontext>
    <subquestion><text>Léman</text><answer><text>Geneva</text></answer></subquestion>
    <subquestion><text></text><answer><text>Bern</text></answer></subquestion>
    <subquestion><text>Garda</text><answer><text>Riva</text></answer></subquestion>
  </question>
  <question type="essay">
    <questiontext><text>Describe a glacial lake.</text></questiontext>
    <defaultgrade>2</defaultgrade>
    <graderinfo><text>Moraine, depth, shape.</text></graderinfo>
  </question>
  <question type="cloze">
    <questiontext><text><![CDATA[It lies at {1:MC:Bari#no~=Como#yes}, {:NM:=425:5} m.]]></text>
    </questiontext>
  </question>
  <question type="description">
    <questiontext><text>Now look at the map.</text></questiontext><defaultgrade>0</defaultgrade>
  </question>
  <question type="calculated">
    <questiontext><text>How long is {a} + {b}?</text></questiontext>
    <answer fraction="100"><text>{a}+{b}</text></answer>
  </question>
  <question type="stack"><name><text>s</text></name>
    <questiontext><text>Solve @p@.</text></questiontext></question>
  <question type="random"><name><text>Random (Lakes)</text></name>
    <questiontext><text>0</text></questiontext></question>
  <question type="coderunner"><questiontext><text>Write it.</text></questiontext></question>
</quiz>
"""


def read(text: str) -> Reading:
    return moodle.read(Source("bank.xml", text), Files())


def questions(reading: Reading) -> list[Question]:
    return [question for document in reading.documents for question in document.questions]


def of(body: str, kind: str = "multichoice") -> Question:
    stem = "<questiontext><text>Which?</text></questiontext>"
    text = f'<quiz><question type="{kind}">{stem}{body}</question></quiz>'
    (question,) = questions(read(text))
    return question


def test_reads_every_type() -> None:
    found = questions(read(BANK))
    assert [question.interaction.value for question in found] == [
        *("choice", "multiple", "true-false", "text", "numeric", "match", "text", "cloze"),
        *("unsupported", "numeric", "unsupported", "unsupported", "unsupported"),
    ]
    assert [q.dynamic for q in found] == [False] * 9 + [True] * 3 + [False]
    assert [q.scored for q in found] == [True] * 8 + [False] + [True] * 4
    assert [q.key.state.value for q in found] == [
        *["present"] * 6,
        *("absent", "present", "absent", "computed", "computed", "computed", "absent"),
    ]
    assert found[11].stem.value == "Random (Lakes)"


def test_reads_a_choice() -> None:
    reading = read(BANK)
    question = questions(reading)[0]
    assert reading.problems == ()
    assert question.stem.value == "<p>Into which sea does the <b>Rhine</b> flow?</p>"
    assert question.stem.plain == "Into which sea does the Rhine flow?"
    assert question.id is not None
    assert question.id.value == "rhine"
    assert question.rationale is not None
    assert question.rationale.value == "It ends near Rotterdam."
    assert [option.text.value for option in question.options] == [
        *("North & cold sea", "Wadden Sea", "Baltic Sea")
    ]
    assert [option.weight for option in question.options] == [100, 33.33333, -50]
    assert [option.correct for option in question.options] == [True, False, False]
    told = [option.feedback for option in question.options]
    assert [text and text.value for text in told] == ["Yes, at Hook.", None, None]
    assert question.key.indices == (0,)
    assert question.shuffle is False
    north = question.options[0].text
    assert BANK[slice(*north.at(6, 7))] == "&amp;"


def test_reads_what_several_answers_earn() -> None:
    question = questions(read(BANK))[1]
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 2)
    assert question.shuffle is True
    labels = [option.label.value for option in question.options if option.label is not None]
    assert labels == ["a", "b", "c"]
    assert [option.text.value for option in question.options] == ["Inn", "Po", "Sava"]


def test_a_name_that_two_questions_share_is_no_id() -> None:
    found = questions(read(BANK))
    assert [q.id is not None for q in found[:3]] == [True, False, False]


def test_a_category_begins_a_document() -> None:
    documents = read(BANK).documents
    assert [d.topic.value for d in documents if d.topic is not None] == ["Rivers/Europe", "Lakes"]
    assert [document.route for document in documents] == ["[0]", "[1]"]
    assert [len(document.items) for document in documents] == [3, 10]
    assert [item.route for item in documents[1].items][:2] == [
        "[1].questions[0]",
        "[1].questions[1]",
    ]


def test_reads_answers_that_are_typed_or_matched() -> None:
    found = questions(read(BANK))
    accepted = [[each.text.value for each in q.key.written] for q in found]
    assert accepted[3:8] == [*(["Como", "Lario"], ["425"], ["Geneva", "Riva"], [], ["Como", "425"])]
    assert [option.text.value for option in found[5].options] == ["Léman", "Garda"]
    assert found[6].rationale is not None
    assert found[6].rationale.value == "Moraine, depth, shape."


@pytest.mark.parametrize(
    ("told", "tolerance"),
    [
        ("<tolerance>0.05</tolerance>", 0.05),
        ("<tolerance>0</tolerance>", 0.0),
        ("<tolerance></tolerance>", None),
        ("<tolerance>some</tolerance>", None),
        ("", None),
    ],
)
def test_reads_what_a_typed_number_earns_and_how_far_it_may_be_off(
    told: str, tolerance: float | None
) -> None:
    answers = f"""<answer fraction="100"><text>9.81</text>{told}
        <feedback><text>Near the ground.</text></feedback></answer>
        <answer fraction="50"><text>10</text></answer>
        <answer fraction="0"><text>*</text></answer>"""
    question = of(answers, "numerical")
    first, second, rest = question.responses
    assert (first.text.value, first.weight, first.tolerance) == ("9.81", 100.0, tolerance)
    assert first.feedback is not None
    assert first.feedback.value == "Near the ground."
    assert (second.weight, second.correct, rest.correct) == (50.0, True, False)
    assert [written.text.value for written in question.key.written] == ["9.81", "10"]


def test_a_lure_belongs_to_nothing() -> None:
    pair = "<subquestion><text>{}</text><answer><text>{}</text></answer></subquestion>"
    body = pair.format("Vienna", "Danube") + pair.format("", "Ebro")
    question = of(body, "matching")
    assert [option.text.value for option in question.options] == ["Vienna"]
    assert [lure.text.value for lure in question.responses] == ["Ebro"]


def test_fractions_that_only_mark_the_right_options_are_no_weights() -> None:
    answers = answer("100", "a") + answer("100", "b") + answer("0", "c")
    question = of(answers, "multichoiceset")
    assert question.key.indices == (0, 1)
    assert [option.weight for option in question.options] == [None, None, None]


def test_gaps_are_shown_as_blanks_that_point_at_what_was_written() -> None:
    stem = questions(read(BANK))[7].stem
    assert stem.value == "It lies at _____, _____ m."
    assert BANK[slice(*stem.at(11, 16))] == "{1:MC:Bari#no~=Como#yes}"
    assert BANK[slice(*stem.at(24, 26))] == "m."


def test_comments_carry_suppressions() -> None:
    (comment,) = read(BANK).comments
    assert "ignore[long-stem]" in BANK[slice(*comment)]


def answer(fraction: str, text: str) -> str:
    return f'<answer fraction="{fraction}"><text>{text}</text></answer>'


@pytest.mark.parametrize(
    ("fractions", "single", "key"),
    [
        (["0", "100", "50"], "true", (1,)),
        (["90", "50", "0"], "1", (0,)),
        (["100", "100", "0"], "true", (0, 1)),
        (["33.33333", "33.33333", "33.33333"], "false", (0, 1, 2)),
        (["0", "0"], "true", ()),
        (["-10", "0"], "false", ()),
    ],
)
def test_the_key_is_what_earns_most_or_in_a_list_of_boxes_anything(
    fractions: list[str], single: str, key: tuple[int, ...]
) -> None:
    answers = "".join(answer(each, f"w{at}") for at, each in enumerate(fractions))
    question = of(f"<single>{single}</single>{answers}")
    assert question.key.indices == key
    assert question.key.state is (KeyState.PRESENT if key else KeyState.ABSENT)


def test_a_fraction_that_is_no_number_is_a_problem() -> None:
    text = BANK.replace('fraction="-50"', 'fraction="half"')
    (problem,) = read(text).problems
    assert isinstance(problem, WrongType)
    assert text[slice(*problem.span)] == '"half"'
    assert problem.route == "[0].questions[0]"


def test_a_question_without_a_text_is_a_problem() -> None:
    text = '<quiz><question type="multichoice"></question></quiz>'
    reading = read(text)
    (problem,) = reading.problems
    assert isinstance(problem, MissingField)
    assert text[slice(*problem.span)] == '<question type="multichoice">'
    assert len(questions(reading)) == 1


def test_a_broken_question_costs_no_other() -> None:
    text = BANK.replace("<single>true</single>", "<single>true", 1)
    reading = read(text)
    assert [type(problem) for problem in reading.problems] == [Syntax]
    assert len(questions(reading)) == len(questions(read(BANK))) - 1


def test_a_bank_without_questions() -> None:
    (problem,) = read("<quiz>\n</quiz>").problems
    assert isinstance(problem, NothingToCheck)
    assert read("<html><body/></html>").skipped is not None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<?xml version="1.0"?>\n<!-- <problem> -->\n<quiz>\n<question type="x">', "moodle"),
        ('<question type="essay">', "moodle"),
        ('<problem display_name="a">', "olx"),
        ("<!DOCTYPE problem [<!ENTITY x 'y>']>\n<problem>", "olx"),
        ("<library><problem>", "olx"),
        ('<quiz identifier="x" xmlns="http://canvas.example/xsd">', None),
        ("<project><modelVersion>4.0.0</modelVersion>", None),
        ("", None),
    ],
)
def test_is_told_apart_by_the_outermost_element(head: str, name: str | None) -> None:
    found = pick("a.xml", head)
    assert (None if found is None else found.name) == name


@given(st.data())
def test_line_ends_and_emoji_change_no_value_and_no_place(data: st.DataObject) -> None:
    text = BANK.replace("Rhine", "Rhine 😀")
    other = text.replace("\n", "\r\n") if data.draw(st.booleans()) else "\n\n" + text.lstrip()
    if other.startswith("\n"):
        other = other.replace('<?xml version="1.0" encoding="UTF-8"?>', "")
    for ours, theirs in zip(questions(read(text)), questions(read(other)), strict=True):
        for one, two in zip(ours.texts, theirs.texts, strict=True):
            assert one.value == two.value
            at = data.draw(st.integers(0, len(one.value) - 1))
            here, there = text[slice(*one.at(at, at + 1))], other[slice(*two.at(at, at + 1))]
            assert here == there.replace("\r\n", "\n")


@given(st.integers(0, len(BANK)), st.integers(0, 40), st.text("<>&;\"'=/q!-[]\x00é", max_size=6))
def test_any_damage_is_read(at: int, length: int, instead: str) -> None:
    text = BANK[:at] + instead + BANK[at + length :]
    reading = read(text)
    for question in questions(reading):
        for leaf in question.texts:
            if leaf.value:
                start, end = leaf.at(0, len(leaf.value))
                assert question.span.start <= start < end <= question.span.end
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real files is not here")
def test_real_files_lose_no_question() -> None:
    count = 0
    for path in sorted(CORPUS.glob("*.xml")):
        source = Source.from_bytes(path.name, path.read_bytes())
        reading = moodle.read(source, Files())
        expected = len(re.findall(r'<question type="(?!category")', source.text))
        assert reading.problems == (), path.name
        assert len(questions(reading)) == expected, path.name
        count += expected
    assert count > 40


@pytest.mark.parametrize(
    "part", ["{% for each in all %}<p/>{% endfor %}", "<a>{{ each.text }}</a>"]
)
def test_a_template_of_a_program_is_no_quiz(part: str) -> None:
    text = f'<quiz><question type="truefalse"><name><text>x</text></name>{part}</question></quiz>'
    assert read(text).skipped
    assert not read(text.replace(part, "")).skipped
