"""GIFT, Moodle XML and QTI: read back by quizlint, and by readers that are not its own."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import (
    choices,
    document,
    matching,
    nasty,
    numeric,
    round_trip,
    short_answer,
    tame,
    text,
)

from conftest import TOOLS
from quizlint.content import Interaction, Key, KeyState, Option, Question, WrittenKey
from quizlint.formats.write import writer
from quizlint.text import Span

words = nasty.filter(lambda value: bool(value.strip()))
shares = st.sampled_from([100.0, 50.0, 33.33333, 16.66667])
numbers = st.tuples(
    st.integers(-1000, 1000).map(str) | st.sampled_from(["3.14", "-0.5", "6.02e23"]),
    st.sampled_from([0.0, 0.01, 2.0]),
    shares,
)
_QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@given(st.lists(choices(words), min_size=1, max_size=3))
def test_gift_holds_every_text(questions: list[Question]) -> None:
    losses, wrong = round_trip("gift", document(*questions))
    assert wrong == []
    assert [loss for loss in losses if loss.part != "ids"] == []


@given(st.lists(choices(words), min_size=1, max_size=3))
def test_moodle_holds_every_text(questions: list[Question]) -> None:
    losses, wrong = round_trip("moodle", document(*questions))
    lost = {id(loss.owner) for loss in losses if loss.part == "characters"}
    assert [loss for loss in wrong if id(loss.owner) not in lost] == []
    assert {loss.part for loss in losses} <= {"characters"}


@given(words, st.lists(words, min_size=1, max_size=3, unique_by=str.strip))
@pytest.mark.parametrize("target", ["gift", "moodle"])
def test_short_answers(target: str, stem: str, answers: list[str]) -> None:
    question = short_answer(stem, answers)
    losses, wrong = round_trip(target, document(question))
    if any("->" in answer for answer in answers) and target == "gift":
        assert [loss.part for loss in losses] == ["item"]
    elif not losses:
        assert wrong == []


@given(st.lists(numbers, min_size=1, max_size=3, unique_by=lambda each: float(each[0])))
@pytest.mark.parametrize("target", ["gift", "moodle"])
def test_numbers(target: str, answers: list[tuple[str, float, float]]) -> None:
    assert round_trip(target, document(numeric("How many?", answers))) == ([], [])


@given(st.lists(st.tuples(tame, tame), min_size=2, max_size=4, unique_by=lambda pair: pair[0]))
@pytest.mark.parametrize("target", ["gift", "moodle", "qti"])
def test_matching(target: str, pairs: list[tuple[str, str]]) -> None:
    question = matching("Match them.", pairs, ["none of those"])
    assert round_trip(target, document(question)) == ([], [])


@settings(max_examples=60)
@given(st.lists(choices(tame), min_size=1, max_size=3))
def test_qti_holds_usual_texts(questions: list[Question]) -> None:
    losses, wrong = round_trip("qti", document(*questions))
    assert wrong == []
    assert {loss.part for loss in losses} <= {"levels", "ids"}


@settings(max_examples=60)
@given(st.lists(choices(words), min_size=1, max_size=2))
def test_every_member_of_a_package_is_xml(questions: list[Question]) -> None:
    content = writer("qti").write([document(*questions)]).content
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = package.namelist()
        for name in files:
            ElementTree.fromstring(package.read(name))
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
    listed = {each.get("href") for each in manifest.iter() if each.tag.endswith("}file")}
    assert listed == set(files) - {"imsmanifest.xml"}


@given(choices(tame))
def test_another_reader_of_xml_finds_key_and_weights_in_moodle_xml(question: Question) -> None:
    content = writer("moodle").write([document(question)]).content
    assert isinstance(content, str)
    found = ElementTree.fromstring(content).findall("question")[-1]
    assert found.findtext("questiontext/text") == question.stem.value
    shares = [float(each.get("fraction") or 0) for each in found.findall("answer")]
    right = {at for at, share in enumerate(shares) if share > 0}
    assert right == set(question.key.indices)
    assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.01)
    if question.interaction is Interaction.MULTIPLE and len(right) < len(shares):
        assert sum(shares) == pytest.approx(0, abs=0.01)  # taking everything earns nothing


@given(choices(tame))
def test_another_reader_of_xml_finds_the_key_in_qti(question: Question) -> None:
    content = writer("qti").write([document(question)]).content
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        item = ElementTree.fromstring(package.read("items/0001.xml"))
    right = {each.text for each in item.iterfind(f".//{_QTI}correctResponse/{_QTI}value")}
    names = [each.get("identifier") for each in item.iter(f"{_QTI}simpleChoice")]
    assert {names.index(each) for each in right if each} == set(question.key.indices)
    assert len(names) == len(question.options)


def test_a_reader_of_moodle_xml_that_others_wrote() -> None:
    parser = pytest.importorskip("moodle_xml_parser.parser")
    quiz = document(
        _choice("Which & what < this?", ["a > b", "<b>c</b>"], (1,)),
        _choice("Which are prime?", ["2", "3", "4"], (0, 1)),
    )
    found = parser.parse_string(writer("moodle").write([quiz]).content)["multichoice"]
    assert [each.text_pre_parse for each in found] == ["Which & what < this?", "Which are prime?"]
    assert [each.answer for each in found[0].options] == ["a > b", "<b>c</b>"]
    assert [[each.score_fraction for each in q.options] for q in found] == [
        [0, 100],
        [50, 50, -100],
    ]
    assert [each.single for each in found] == [True, False]


def test_a_reader_of_qti_that_others_wrote(tmp_path: Path) -> None:
    pytest.importorskip("onyx2moodle")
    quiz = document(
        _choice("Which & what < this?", ["a ]]> b", "*not* `x < y`"], (1,)),
        _choice("Which are prime?", ["2", "3", "4"], (0, 1)),
        short_answer("Capital of Peru?", ["Lima", "La Lima"]),
        matching("Match.", [("one", "eins"), ("two", "zwei"), ("three", "drei")]),
    )
    content = writer("qti").write([quiz]).content
    assert isinstance(content, bytes)
    # That program reads archives of packages that have one item each.
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer,
    ):
        for at, name in enumerate(n for n in whole.namelist() if n.startswith("items/")):
            inner = io.BytesIO()
            with zipfile.ZipFile(inner, "w") as package:
                package.writestr("imsmanifest.xml", whole.read("imsmanifest.xml"))
                package.writestr("item.xml", whole.read(name))
            outer.writestr(f"{at}.zip", inner.getvalue())
    command = [sys.executable, "-m", "onyx2moodle.cli", "convert", "outer.zip", "-o", "out.xml"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    root = ElementTree.parse(tmp_path / "out.xml").getroot()
    found = [each for each in root.findall("question") if each.get("type") != "category"]
    kinds = ["multichoice", "multichoice", "shortanswer", "matching"]
    assert [each.get("type") for each in found] == kinds
    shares = [[float(a.get("fraction") or 0) for a in each.findall("answer")] for each in found[:3]]
    assert shares == [[0, 100], [50, 50, -100], [100, 100]]
    assert found[0].findtext("questiontext/text") == "<p>Which &amp; what &lt; this?</p>"
    assert [each.findtext("text") for each in found[2].findall("answer")] == ["Lima", "La Lima"]
    sides = [each.findtext("answer/text") for each in found[3].findall("subquestion")]
    assert sides == ["eins", "zwei", "drei"]


@pytest.mark.skipif(
    shutil.which("node") is None or not (TOOLS / "gift-pegjs").is_dir(),
    reason="gift-pegjs is not installed: see tests/tools/install.sh",
)
def test_the_grammar_of_others_reads_the_gift() -> None:
    quiz = document(
        _choice(
            "Which {sign} = the #1 \\ of ~all: these?", ["a = b", "~c", "#d {e}", "f: g"], (1,)
        ),
        _choice("Which are prime?", ["2", "3", "4"], (0, 1)),
        short_answer("Capital of Peru?", ["Lima", "La Lima: \\ the city"]),
        numeric("Pi?", [("3.14", 0.01, 100.0)]),
        matching("Match.", [("one = 1", "eins"), ("two", "zwei"), ("three", "drei")]),
    )
    content = writer("gift").write([quiz]).content
    assert isinstance(content, str)
    script = (
        "const gift = require(process.argv[1]); let t = '';"
        "process.stdin.on('data', d => t += d).on('end', () => "
        "process.stdout.write(JSON.stringify(gift.parse(t))))"
    )
    done = subprocess.run(
        ["node", "-e", script, str(TOOLS / "gift-pegjs")],
        input=content,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert [each["type"] for each in found] == ["MC", "MC", "Short", "Numerical", "Matching"]
    first = found[0]
    assert first["stem"]["text"] == quiz.questions[0].stem.value
    assert [each["text"]["text"] for each in first["choices"]] == ["a = b", "~c", "#d {e}", "f: g"]
    assert [each["isCorrect"] for each in first["choices"]] == [False, True, False, False]
    assert [each["weight"] for each in found[1]["choices"]] == [50, 50, -100]
    assert [each["text"]["text"] for each in found[2]["choices"]] == [
        "Lima",
        "La Lima: \\ the city",
    ]
    assert [each["subanswer"] for each in found[4]["matchPairs"]] == ["eins", "zwei", "drei"]


def _choice(stem: str, options: list[str], right: tuple[int, ...]) -> Question:
    several = len(right) > 1
    return Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text(stem),
        options=tuple(Option(text(each), Span(0, 1)) for each in options),
        key=Key(KeyState.PRESENT, right),
        interaction=Interaction.MULTIPLE if several else Interaction.CHOICE,
    )


@pytest.mark.parametrize("target", ["gift", "moodle", "qti"])
@pytest.mark.parametrize("right", [0, 1])
def test_true_or_false(target: str, right: int) -> None:
    question = _choice("The Moon shines by itself.", ["True", "False"], (right,))
    assert round_trip(target, document(question)) == ([], [])


@pytest.mark.parametrize("target", ["moodle", "qti"])
def test_gaps_and_order(target: str) -> None:
    answers = tuple(WrittenKey(text(word)) for word in ("Rome", "Tiber"))
    gaps = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text("_____ lies on the _____."),
        key=Key(KeyState.PRESENT, (), answers, "answer"),
        interaction=Interaction.CLOZE,
    )
    order = _choice("Put in order.", ["first", "second", "third"], (0, 1, 2))
    order = Question(
        span=order.span,
        route="questions[1]",
        stem=order.stem,
        options=order.options,
        key=order.key,
        interaction=Interaction.ORDER,
    )
    assert round_trip(target, document(gaps, order)) == ([], [])


def test_a_share_that_moodle_does_not_know_is_told() -> None:
    question = _choice("Which?", [f"option {at}" for at in range(13)], tuple(range(11)))
    losses, _ = round_trip("moodle", document(question))
    assert {loss.part for loss in losses} == {"weights"}
