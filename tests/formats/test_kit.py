"""What holds for the questions of every format, whoever reads them."""

import pytest
from asking import STEM, WRITERS, Asked, beside, format_of, source_of
from reading import whole

from quizlint.content import Interaction, KeyState, Problem, Question, Reading
from quizlint.content.problems import KeysDisagree, LabelOrder, MissingFile, NothingToCheck
from quizlint.formats import load
from quizlint.formats.base import Files
from quizlint.formats.catalogue import CATALOGUE
from quizlint.text import Source
from telling import words

TOWNS = ("Rome", "Oslo", "Bern")
WITHOUT_QUESTIONS = {
    "anki",
    "crowdanki",
    "jetbrains",
    "orgdrill",
}  # or with its question in another file
WITHOUT_KEYS = {"page"}
IN_ORDER = {"page"}
"""Formats whose letters are none unless they follow each other."""

EMPTY = {
    "yaml": ("x.quiz.yaml", "kind: quiz\n"),
    "json": ("x.quiz.json", '{"kind": "quiz"}'),
    "jsonl": ("x.jsonl", ""),
    "toml": ("x.quiz.toml", 'kind = "quiz"\n'),
    "markdown": ("x.quiz.md", "# Towns\n"),
    "page": ("x.txt", "Towns - Cheat Sheet\n"),
    "gift": ("x.gift", "$CATEGORY: towns\n"),
    "aiken": ("x.aiken", "Towns\n"),
    "trivia": ("x.txt", "Towns\n"),
    "moodle": ("x.xml", "<quiz></quiz>"),
    "olx": ("x.xml", "<problem><p>Towns</p></problem>"),
    "qti": ("x.xml", "<questestinterop></questestinterop>"),
    "text2qti": ("x.txt", "Quiz title: Towns\n"),
    "rexams": ("x.Rnw", "Towns\n"),
    "prairielearn": ("question.html", "<p>Towns</p>"),
    "table": ("x.csv", "question,option a,option b,answer\n"),
    "blackboard": ("x.txt", "\t\t\n"),
    "brightspace": ("x.csv", "NewAnswer,MC\n"),
    "googleforms": ("x.json", '{"items": []}'),
    "docx": ("x.docx", "Towns\n"),
    "swirl": ("x.yaml", "- Class: meta\n"),
    "relate": ("x.yaml", "pages: []\n"),
    "jetbrains": ("task-info.yaml", ""),
    "learnr": ("x.Rmd", "Towns\n"),
    "latex": ("x.tex", "Towns\n"),
    "runestone": ("x.rst", "Towns\n"),
    "pretext": ("x.ptx", "<pretext><book/></pretext>"),
    "crowdanki": ("x.json", '{"__type__": "Deck", "notes": []}'),
    "orgdrill": ("x.org", "* Towns\n"),
    "programs": ("x.ts", "const towns = [];\n"),
    "anki": ("x.anki", "#separator:tab\n"),
    "h5p": ("content.json", '{"library": "H5P.Summary 1.10", "params": {"summaries": []}}'),
}

PICTURES = {
    **dict.fromkeys(("olx", "qti 2.1"), '<img src="tiber.png"/>'),
    **dict.fromkeys(("moodle", "qti"), '&lt;img src="tiber.png"&gt;'),
}
"""How XML shows one, where it is not Markdown."""


def read(kind: str, asked: Asked, answers: str = "") -> tuple[Question, Reading]:
    source = source_of(kind, asked)
    files = beside(source, answers) if answers else Files()
    reading = whole(format_of(kind), source, files)
    (question,) = (each for document in reading.documents for each in document.questions)
    return question, reading


def kinds(reading: Reading) -> list[type[Problem]]:
    return [type(problem) for problem in reading.problems]


def but(*left_out: str) -> list[str]:
    return [kind for kind in WRITERS if kind not in left_out]


def test_no_format_is_left_out() -> None:
    assert {kind.partition(" ")[0] for kind in WRITERS} == CATALOGUE.keys() - WITHOUT_QUESTIONS
    assert EMPTY.keys() == CATALOGUE.keys()


@pytest.mark.parametrize("kind", WRITERS)
def test_the_question_and_its_key(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS, 0))
    assert question.stem.plain == STEM
    assert [option.text.plain for option in question.options] == list(TOWNS)
    assert question.key.indices == (() if kind in WITHOUT_KEYS else (0,))
    assert not kinds(reading)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_sidecar_supplies_the_key(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS), "[B]")
    assert question.key.indices == (1,)
    assert question.key.state is KeyState.PRESENT
    assert question.key.origin == "sidecar"
    assert question.key.span == question.stem.span
    assert not kinds(reading)


@pytest.mark.parametrize("kind", but(*WITHOUT_KEYS))
def test_a_sidecar_overrides_no_key_of_the_file(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS, 0), "[C]")
    own, _ = read(kind, Asked(TOWNS, 0))
    assert question.key.indices == (0,)
    assert question.key == own.key._replace(written=question.key.written)
    assert question.key.origin != "sidecar"
    (problem,) = reading.problems
    assert isinstance(problem, KeysDisagree)
    assert problem.place


@pytest.mark.parametrize("kind", but(*WITHOUT_KEYS))
def test_a_sidecar_that_agrees_changes_nothing(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS, 0), "[Rome]")
    assert question.key.indices == (0,)
    assert question.key.origin != "sidecar"
    assert not kinds(reading)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_file_without_keys_names_the_sidecar_that_could_supply_them(kind: str) -> None:
    source = source_of(kind, Asked(TOWNS))
    files = Files()
    (document,) = whole(format_of(kind), source, files).documents
    assert document.sidecar is not None
    assert document.sidecar in files.asked, "one that appears later must be noticed"


@pytest.mark.parametrize("kind", WRITERS)
def test_labels_are_told_apart_from_texts(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS, 0, "ABC"))
    assert [option.text.plain for option in question.options] == list(TOWNS)
    labels = [option.label.value for option in question.options if option.label is not None]
    assert [label.upper() for label in labels] == ["A", "B", "C"]
    assert not kinds(reading)


@pytest.mark.parametrize("kind", but(*IN_ORDER))
def test_a_label_out_of_order_is_noted(kind: str) -> None:
    question, reading = read(kind, Asked(TOWNS, 0, "ACD"))
    notes = [each for each in reading.problems if isinstance(each, LabelOrder)]
    assert len(notes) == 1
    assert notes[0].label.upper() == "C"
    assert notes[0].expected.upper() == "B"
    assert notes[0].route == f"{question.route}.options[1]"
    assert question.key.indices == (0,)


@pytest.mark.parametrize("kind", WRITERS)
def test_true_and_false_are_told_apart_from_other_choices(kind: str) -> None:
    assert read(kind, Asked(("True", "False"), 1))[0].interaction is Interaction.TRUE_FALSE
    other = read(kind, Asked(("Rome", "Oslo"), 1))[0].interaction
    assert other is Interaction.CHOICE


@pytest.mark.parametrize("kind", CATALOGUE)
def test_a_file_without_items_is_not_passed_over_in_silence(kind: str) -> None:
    name, text = EMPTY[kind]
    reading = whole(load(kind), Source(name, text))
    assert not any(document.items for document in reading.documents)
    if reading.skipped is None:
        (problem,) = reading.problems
        assert isinstance(problem, NothingToCheck)
        assert words(problem)
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@pytest.mark.parametrize("kind", WRITERS)
def test_pictures_that_are_not_there_are_noted(kind: str) -> None:
    source = source_of(kind, Asked(TOWNS, 0))
    text = source.text.replace(STEM, STEM + PICTURES.get(kind, " ![](tiber.png)"))
    files = Files(there=lambda _path: False)
    reading = whole(format_of(kind), Source(source.path, text), files)
    assert kinds(reading) == [MissingFile]
    assert list(files.sought) == ["tiber.png"]
