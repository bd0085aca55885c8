"""Native YAML, native Markdown and JSON Lines: what is written is what is read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from writing import (
    cards,
    choices,
    document,
    matching,
    nasty,
    numeric,
    prompts,
    round_trip,
    short_answer,
    tame,
    text,
)

from quizlint.content import Document, Interaction, Key, KeyState, Option, Question
from quizlint.formats import load
from quizlint.formats.base import Files
from quizlint.formats.write import writer
from quizlint.formats.write.yaml_text import Data, dump
from quizlint.text import Source, Span


@given(st.lists(nasty, max_size=5))
def test_any_text_means_the_same_to_another_yaml_reader(values: list[str]) -> None:
    maps: list[Data] = [{"text": value} for value in values]
    data: dict[str, Data] = {"kind": "quiz", "list": [*values], "maps": maps}
    for version in ((1, 1), (1, 2)):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        clean = dump(data).encode("utf-8", "replace").decode()
        if all(value.encode("utf-8", "replace").decode() == value for value in values):
            assert reader.load(clean) == data


@pytest.mark.parametrize("word", ["yes", "No", "NULL", "~", "012", "1:30", "4", "0x1F", "1e3", "="])
def test_words_that_yaml_changes_are_quoted(word: str) -> None:
    assert dump({"text": word}) == f'text: "{word}"\n'


@given(
    st.lists(choices(nasty, stimulus=True), max_size=3),
    st.lists(cards(nasty), max_size=2),
    st.lists(prompts(nasty), max_size=2),
)
def test_yaml_holds_every_text(
    questions: list[Question], fronts: list[object], asked: list[object]
) -> None:
    items = [*fronts, *questions, *asked]
    losses, wrong = round_trip("yaml", document(*items, kind="cheat-sheet"))  # type: ignore[arg-type]
    assert wrong == []
    assert {loss.part for loss in losses} <= {"feedback"}  # options that begin like letters


@given(
    st.lists(choices(nasty, stimulus=True), min_size=1, max_size=3),
    st.lists(cards(nasty), max_size=2),
    st.lists(prompts(nasty), max_size=2),
)
def test_json_lines_hold_every_text_and_every_kind(
    questions: list[Question], fronts: list[object], asked: list[object]
) -> None:
    items = [*fronts, *questions, *asked]
    losses, wrong = round_trip("jsonl", document(*items))  # type: ignore[arg-type]
    assert wrong == []
    assert {loss.part for loss in losses} <= {"feedback"}
    content = writer("jsonl").write([document(*items)]).content  # type: ignore[arg-type]
    assert isinstance(content, str)
    assert len([json.loads(line) for line in content.splitlines() if line]) == len(items)


@given(st.lists(choices(tame), min_size=1, max_size=3), cards(tame), prompts(tame))
def test_markdown_holds_usual_texts(questions: list[Question], card: object, asked: object) -> None:
    whole = document(card, *questions, asked, kind="cheat-sheet")  # type: ignore[arg-type]
    losses, wrong = round_trip("markdown", whole)
    assert wrong == []
    assert [loss for loss in losses if loss.part not in ("interaction", "text")] == []


@given(st.lists(choices(nasty), min_size=1, max_size=3), cards(nasty), prompts(nasty))
def test_markdown_tells_of_every_text_that_it_cannot_hold(
    questions: list[Question], card: object, asked: object
) -> None:
    whole = document(card, *questions, asked, kind="cheat-sheet")  # type: ignore[arg-type]
    written = writer("markdown").write([whole])
    lost = {id(loss.owner) for loss in written.losses}
    assert isinstance(written.content, str)
    reading = load("markdown").read(Source("out.sheet.md", written.content), Files())
    read = [item for each in reading.documents for item in each.items]
    if not lost:
        assert len(read) == len(whole.items)


def test_a_short_answer_that_looks_like_letters_stays_one_answer() -> None:
    losses, wrong = round_trip("yaml", document(short_answer("Which two?", ["A, B"])))
    assert (losses, wrong) == ([], [])


def test_an_option_that_is_a_letter_is_keyed_by_flags() -> None:
    options = tuple(Option(text(word), Span(0, 1)) for word in ("O", "A", "B", "AB"))
    question = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text("Which blood group can give to all?"),
        options=options,
        key=Key(KeyState.PRESENT, (0,)),
    )
    written = writer("yaml").write([document(question)])
    assert isinstance(written.content, str)
    assert "correct: true" in written.content
    assert round_trip("yaml", document(question)) == ([], [])


@pytest.mark.parametrize("target", ["yaml", "markdown"])
def test_what_has_no_place_is_told(target: str) -> None:
    pairs = matching("Match them.", [("a", "1"), ("b", "2")])
    number = numeric("How many?", [("3", 0.5, 100.0)])
    written = writer(target).write([document(pairs, number)])
    assert [loss.part for loss in written.losses] == ["item", "item"]
    assert all("left out" in loss.what for loss in written.losses)


def test_several_documents_make_a_stream() -> None:
    whole = [
        Document((short_answer(stem, ["x"]),), Span(0, 1), title=text(stem))
        for stem in ("A?", "B?")
    ]
    content = writer("yaml").write(whole).content
    assert isinstance(content, str)
    reading = load("yaml").read(Source("out.quiz.yaml", content), Files())
    assert [str(each.title and each.title.value) for each in reading.documents] == ["A?", "B?"]
    assert reading.problems == ()


def test_written_yaml_is_tidy(tmp_path: Path) -> None:
    question = short_answer("What?\n\nIn one word.\n", ["x: y", "#1"])
    content = writer("yaml").write([document(question)]).content
    assert isinstance(content, str)
    path = tmp_path / "out.quiz.yaml"
    path.write_text(content)
    rules = "{extends: relaxed, rules: {line-length: disable}}"
    done = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "-d", rules, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_interaction_is_written_where_the_key_does_not_tell() -> None:
    options = tuple(Option(text(word), Span(0, 1)) for word in ("red", "blue"))
    question = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text("Which?"),
        options=options,
        key=Key(KeyState.PRESENT, (1,)),
        interaction=Interaction.MULTIPLE,
    )
    assert round_trip("yaml", document(question)) == ([], [])
    losses, wrong = round_trip("markdown", document(question))
    assert [loss.part for loss in losses] == ["interaction"]
    assert wrong == []
