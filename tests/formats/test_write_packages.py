"""QTI 1.2 for Canvas and text for Anki, read back by quizlint and by readers that know no quiz."""

import csv
import io
import zipfile
from base64 import b64decode
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import (
    cards,
    choices,
    document,
    matching,
    nasty,
    numeric,
    read_back,
    round_trip,
    short_answer,
    tame,
    text,
)

from quizlint.content import (
    Card,
    Document,
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
    WrittenKey,
)
from quizlint.formats.write import target_of, writer
from quizlint.formats.write.compare import differences
from quizlint.formats.write.media import Media
from quizlint.text import Span

ASI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
words = nasty.filter(lambda value: bool(value.strip()))
numbers = st.tuples(
    st.integers(-1000, 1000).map(str) | st.sampled_from(["3.14", "-0.5"]),
    st.sampled_from([None, 0.5, 2.0]),
    st.just(100.0),
)


def members(*documents: Document) -> dict[str, ElementTree.Element]:
    """Every member of a package, by an XML reader that knows nothing of quizzes."""
    content = writer("qti12").write(documents).content
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}


@settings(max_examples=60)
@given(st.lists(choices(tame, stimulus=True), min_size=1, max_size=3))
def test_qti12_holds_usual_texts(questions: list[Question]) -> None:
    losses, wrong = round_trip("qti12", document(*questions))
    assert wrong == []
    assert {loss.part for loss in losses} <= {"levels", "ids", "stem", "stimulus"}


@given(st.lists(numbers, min_size=1, max_size=3, unique_by=lambda each: float(each[0])))
def test_numbers(answers: list[tuple[str, float | None, float]]) -> None:
    (back,) = read_back("qti12", writer("qti12").write([document(numeric("How many?", answers))]))
    (question,) = back.questions
    assert question.interaction is Interaction.NUMERIC
    found = {float(each.text.value) for each in question.responses}
    assert {float(value) for value, _, _ in answers} <= found


@given(st.lists(st.tuples(tame, tame), min_size=2, max_size=4, unique_by=lambda pair: pair[0]))
def test_matching(pairs: list[tuple[str, str]]) -> None:
    assert round_trip("qti12", document(matching("Match.", pairs, ["none of those"]))) == ([], [])


@given(tame, st.lists(tame, min_size=1, max_size=3, unique=True))
def test_short_answers(stem: str, answers: list[str]) -> None:
    assert round_trip("qti12", document(short_answer(stem, answers))) == ([], [])


def test_gaps() -> None:
    written = (WrittenKey(text("Rome")), WrittenKey(text("Tiber")))
    question = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text("_____ lies on the _____."),
        key=Key(KeyState.PRESENT, (), written, "answer"),
        interaction=Interaction.CLOZE,
    )
    assert round_trip("qti12", document(question)) == ([], [])


@settings(max_examples=60)
@given(st.lists(choices(words), min_size=1, max_size=2))
def test_every_member_is_xml_and_is_listed(questions: list[Question]) -> None:
    found = members(document(*questions))
    manifest = found.pop("imsmanifest.xml")
    listed = {each.get("href") for each in manifest.iter() if each.tag.endswith("}file")}
    assert listed == set(found)
    named = {each.get("identifier") for each in manifest.iter() if each.tag.endswith("}resource")}
    needed = {each.get("identifierref") for each in manifest.iter() if "dependency" in each.tag}
    assert needed <= named


@given(choices(tame))
def test_another_reader_of_xml_finds_the_key(question: Question) -> None:
    item = members(document(question))["quiz-1/quiz-1.xml"].find(f".//{ASI}item")
    assert item is not None
    facts = {
        each.findtext(f"{ASI}fieldlabel"): each.findtext(f"{ASI}fieldentry")
        for each in item.iter(f"{ASI}qtimetadatafield")
    }
    several = question.interaction is Interaction.MULTIPLE
    kind = "multiple_answers_question" if several else "multiple_choice_question"
    assert facts["question_type"] == kind
    names = [each.get("ident") for each in item.iter(f"{ASI}response_label")]
    assert len(names) == len(question.options)
    marked = item.iter(f"{ASI}respcondition")
    (marking,) = (each for each in marked if each.find(f"{ASI}setvar") is not None)
    refused = {each.text for no in marking.iter(f"{ASI}not") for each in no}
    wanted = {each.text for each in marking.iter(f"{ASI}varequal")} - refused
    assert {names.index(each) for each in wanted if each} == set(question.key.indices)
    assert not several or wanted | refused == set(names)


def test_two_documents_are_two_quizzes() -> None:
    first, second = (document(short_answer(stem, ["x"])) for stem in ("One?", "Two?"))
    back = read_back("qti12", writer("qti12").write([first, second]))
    assert [each.questions[0].stem.plain for each in back] == ["One?", "Two?"]


@pytest.mark.parametrize(
    ("name", "target"),
    [("a.zip", "qti"), ("a.qti12.zip", "qti12"), ("A.CANVAS.ZIP", "qti12"), ("a.anki", "anki"),
     ("a.anki.txt", "anki")],
)  # fmt: skip
def test_the_longest_end_of_a_name_decides(name: str, target: str) -> None:
    assert target_of(name) == target


@given(st.lists(cards(tame), min_size=1, max_size=3))
def test_anki_holds_usual_cards(found: list[Card]) -> None:
    losses, wrong = round_trip("anki", document(*found, kind="cheat-sheet"))
    assert wrong == []
    assert {loss.part for loss in losses} <= {"ids"}


@given(st.lists(cards(words), min_size=1, max_size=3))
def test_anki_has_one_record_for_each_card(found: list[Card]) -> None:
    content = writer("anki").write([document(*found, kind="cheat-sheet")]).content
    assert isinstance(content, str)
    head, records = content.split("#tags column:5\n")
    assert head.startswith("#separator:tab\n#html:true\n")
    rows = list(csv.reader(io.StringIO(records, newline=""), delimiter="\t", strict=True))
    assert [len(row) for row in rows] == [5] * len(found)
    assert {row[0] for row in rows} <= {"Basic", "Cloze"}
    (back,) = read_back("anki", writer("anki").write([document(*found, kind="cheat-sheet")]))
    assert len(back.items) == len(found)


def test_topics_are_decks_and_levels_are_tags() -> None:
    card = Card(
        span=Span(0, 1),
        route="cards[0]",
        front=text('A "cell"?'),
        back=text("**Small**\n\nand alive"),
        difficulty=text("very easy"),
    )
    deck = Document((card,), Span(0, 1), "cheat-sheet", topic=text("Life / Cells"))
    content = writer("anki").write([deck]).content
    assert isinstance(content, str)
    (row,) = csv.reader(io.StringIO(content.split("column:5\n")[1]), delimiter="\t")
    assert row == [
        *("Basic", "Life::Cells", 'A "cell"?'),
        "<p><strong>Small</strong></p>\n<p>and alive</p>",
        "very-easy",
    ]


def test_a_cloze_stays_one() -> None:
    card = Card(
        span=Span(0, 1), route="cards[0]", front=text("{{c1::Rome}} is old."), back=text("Rome")
    )
    assert round_trip("anki", document(card, kind="cheat-sheet")) == ([], [])


def test_a_question_has_no_place_in_anki() -> None:
    losses, wrong = round_trip("anki", document(short_answer("Who?", ["I"])))
    assert [loss.part for loss in losses] == ["item"]
    assert wrong == []


PNG = b"\x89PNG\r\n\x1a\n\0\0"
SHOWING = Question(
    span=Span(0, 1),
    route="questions[0]",
    stem=text("What is ![a star](img/a%20star.png) here?"),
    options=(
        Option(text("![one](one.png)"), Span(0, 1)),
        Option(text("none"), Span(0, 1), feedback=text("See ![one](one.png).")),
    ),
    key=Key(KeyState.PRESENT, (0,), (), "flags"),
    interaction=Interaction.CHOICE,
)
FILES = {"img/a star.png": PNG, "one.png": PNG + b"1", "other.png": b"not shown"}


def packed_files(target: str) -> dict[str, bytes]:
    content = writer(target).write([document(SHOWING)], "markdown", Media(FILES.get)).content
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("target", "folder", "shown"),
    [("qti", "items", 'src="img/a%20star.png"'),
     ("qti12", "web_resources", 'src="$IMS-CC-FILEBASE$/img/a%20star.png"')],
)  # fmt: skip
def test_pictures_go_into_packages(target: str, folder: str, shown: str) -> None:
    found = packed_files(target)
    assert found[f"{folder}/img/a star.png"] == PNG
    assert found[f"{folder}/one.png"] == PNG + b"1"
    assert not any("other" in name for name in found)
    listed = ElementTree.fromstring(found["imsmanifest.xml"]).iter()
    assert {each.get("href") for each in listed if each.tag.endswith("}file")} == set(found) - {
        "imsmanifest.xml"
    }
    assert any(shown in unescape(data.decode("utf-8", "replace")) for data in found.values())


def test_pictures_go_into_moodle_xml() -> None:
    written = writer("moodle").write([document(SHOWING)], "markdown", Media(FILES.get))
    assert isinstance(written.content, str)
    question = ElementTree.fromstring(written.content).findall("question")[-1]
    (file,) = question.findall("questiontext/file")
    assert (file.get("name"), file.get("path")) == ("a star.png", "/img/")
    assert b64decode(file.text or "") == PNG
    said = question.findtext("questiontext/text")
    assert said == "What is ![a star](@@PLUGINFILE@@/img/a%20star.png) here?"
    assert [len(each.findall("file")) for each in question.findall("answer")] == [1, 0]
    assert len(question.findall("answer/feedback/file")) == 1
    assert not written.losses
    (back,) = read_back("moodle", written)
    assert differences([document(SHOWING)], [back]) == []


@pytest.mark.parametrize("target", ["qti", "qti12", "moodle"])
def test_a_picture_that_is_not_there_is_lost(target: str) -> None:
    written = writer(target).write([document(SHOWING)], "markdown", Media({"one.png": PNG}.get))
    assert [loss.part for loss in written.losses] == ["media"]


def test_pictures_of_cards_are_lost_in_anki() -> None:
    card = Card(span=Span(0, 1), route="c", front=text("![x](x.png)"), back=text("y"))
    written = writer("anki").write([document(card)], "markdown", Media({"x.png": PNG}.get))
    assert [loss.part for loss in written.losses] == ["media"]


@pytest.mark.parametrize(
    "name",
    ["../x.png", "/etc/x.png", "https://a.b/x.png", "a/../../x.png", "c:x", "data:x", "a\\b"],
)
def test_a_picture_that_is_not_beside_the_source_is_never_asked_for(name: str) -> None:
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        return b"x"

    media = Media(read)
    assert not media.of(text(f"![x]({name})"))
    assert asked == []


def test_more_than_a_package_should_hold_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizlint.formats.write.media.MAX_MEDIA", 5)
    media = Media({"a.png": b"1234", "b.png": b"12"}.get)
    assert media.of(text("![](a.png) ![](b.png)")) == {"a.png": "a.png"}
