"""H5P: every type of content that asks something, however deep it is nested."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint import formats
from quizlint.content import Card, Interaction, Item, KeyState, Question, Reading
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap, NothingToCheck, Syntax
from quizlint.engine.session import check
from quizlint.formats import h5p
from quizlint.formats.base import Files
from quizlint.text import Source, Text

CHOICE: dict[str, Any] = {
    "question": "<p>Which sea is <em>salt</em>?</p>\n",
    "answers": [
        {"text": "<div>Lake Garda</div>\n", "correct": False},
        {
            "text": "<div>The Dead Sea</div>\n",
            "correct": True,
            "tipsAndFeedback": {"chosenFeedback": "<div>It is.</div>"},
        },
    ],
    "behaviour": {"type": "auto", "randomAnswers": False},
}
TRUTH = {"question": "<p>Ice floats.</p>", "correct": "true", "l10n": {"trueText": "Wahr"}}


def nested(library: str, params: object) -> dict[str, Any]:
    return {"library": f"H5P.{library} 1.16", "params": params, "subContentId": "0-1"}


def read(content: object, library: str = "") -> Reading:
    said = json.dumps({"mainLibrary": f"H5P.{library}"}).encode()
    files = Files(lambda path: said if path == "h5p.json" and library else None)
    return h5p.read(Source("a.h5p!content/content.json", json.dumps(content)), files)


def items(content: object, library: str = "") -> list[Item]:
    reading = read(content, library)
    assert not [p for p in reading.problems if isinstance(p, Syntax)]
    return [item for document in reading.documents for item in document.items]


def question(content: object, library: str = "") -> Question:
    (item,) = items(content, library)
    assert isinstance(item, Question)
    return item


@pytest.mark.parametrize("library", ["MultiChoice", ""])
def test_a_choice(library: str) -> None:
    read_ = question(CHOICE, library)
    assert read_.stem.plain == "Which sea is salt?"
    assert [option.text.plain for option in read_.options] == ["Lake Garda", "The Dead Sea"]
    assert read_.key.indices == (1,)
    assert read_.interaction is Interaction.CHOICE
    assert read_.shuffle is False
    feedback = read_.options[1].feedback
    assert feedback is not None
    assert feedback.plain == "It is."


@pytest.mark.parametrize(
    ("behaviour", "right", "interaction"),
    [
        ({"type": "auto"}, 1, Interaction.CHOICE),
        ({"type": "auto"}, 2, Interaction.MULTIPLE),
        ({"type": "multi"}, 1, Interaction.MULTIPLE),
        ({"type": "single"}, 2, Interaction.CHOICE),
        ({"singleAnswer": True}, 2, Interaction.CHOICE),
        ({"singleAnswer": False}, 1, Interaction.CHOICE),
        ({}, 1, Interaction.CHOICE),
    ],
)
def test_how_many_are_to_be_chosen(
    behaviour: dict[str, object], right: int, interaction: Interaction
) -> None:
    answers = [{"text": f"Sea {n}", "correct": n < right} for n in range(3)]
    told = question({**CHOICE, "answers": answers, "behaviour": behaviour}, "MultiChoice")
    assert told.interaction is interaction
    assert told.shuffle is True


def test_a_statement() -> None:
    read_ = question(TRUTH, "TrueFalse")
    assert read_.interaction is Interaction.TRUE_FALSE
    assert [option.text.value for option in read_.options] == ["Wahr", "False"]
    assert read_.key.indices == (0,)
    assert question({**TRUTH, "correct": "false"}).key.indices == (1,)


def test_a_bare_truth_is_a_trap() -> None:
    content = {**TRUTH, "correct": True}
    (problem,) = read(content, "TrueFalse").problems
    assert isinstance(problem, FormatTrap)
    assert json.dumps(content)[slice(*problem.span)] == "true"
    assert question(content, "TrueFalse").key.indices == (0,)
    assert not read({**TRUTH, "correct": False}, "TrueFalse").problems


def test_the_first_of_a_set_is_right() -> None:
    content = {"choices": [{"question": "Salt?", "answers": ["Sea", "Lake"]}] * 2}
    found = items(content, "SingleChoiceSet")
    assert len(found) == 2
    for each in found:
        assert isinstance(each, Question)
        assert each.key.indices == (0,)
        assert not each.order_meaningful
    assert [each.route for each in found] == ["questions[0]", "questions[1]"]


def test_gaps() -> None:
    content = {
        "text": "<p>Fill the gaps.</p>",
        "questions": ["<p>*Oslo/Kristiania:a city* lies in *Norway*.</p>", "<p>Two *is* two.</p>"],
    }
    first, second = items(content, "Blanks")
    assert isinstance(first, Question)
    assert isinstance(second, Question)
    assert first.interaction is Interaction.CLOZE
    assert first.stem.plain == "_____ lies in _____."
    assert first.stimulus is not None
    assert [w.text.value for w in first.key.written] == ["Oslo", "Kristiania", "Norway"]
    for written in (*first.key.written, *second.key.written):
        assert json.dumps(content)[slice(*written.text.span)] == written.text.value


@pytest.mark.parametrize(
    ("written", "cause", "marked"),
    [
        ("<p>Ice is *<b>cold</b>* to touch.</p>", Platform.H5P_TAG_IN_GAP, "<b>"),
        ("<p>Ice is *cold to touch.</p>", Platform.H5P_LONE_STAR, "*"),
        ("<p>Ice is ** to touch, and *white*.</p>", Platform.H5P_EMPTY_GAP, "**"),
        ("<p>Ice is cold.</p>", Platform.H5P_NO_GAP, "<p>Ice is cold.</p>"),
        ("<p>Ice is *cold/chilly:no fire* and <i>*white*</i>.</p>", None, ""),
    ],
)
def test_asterisks_that_make_no_gap(written: str, cause: Platform | None, marked: str) -> None:
    reading = read({"text": "<p>Fill in.</p>", "questions": [written]}, "Blanks")
    traps = [each for each in reading.problems if isinstance(each, FormatTrap)]
    assert [each.told.cause for each in traps] == ([] if cause is None else [cause])
    text = json.dumps({"text": "<p>Fill in.</p>", "questions": [written]})
    assert [text[slice(*each.span)] for each in traps] == ([] if cause is None else [marked])


def test_tags_in_words_to_drag_are_shown() -> None:
    content = {"textField": "Ice is *<b>cold</b>*.", "taskDescription": "Drag."}
    assert not [p for p in read(content, "DragText").problems if isinstance(p, FormatTrap)]


def test_words_to_drag() -> None:
    content = {"taskDescription": "Drag.", "textField": "A *cat* mews.", "distractors": "*dog*"}
    read_ = question(content, "DragText")
    assert read_.stem.value == "A _____ mews."
    assert [response.text.value for response in read_.responses] == ["dog"]


@pytest.mark.parametrize(
    ("library", "field"), [("Dialogcards", "dialogs"), ("Flashcards", "cards")]
)
def test_cards(library: str, field: str) -> None:
    cards = [
        {"text": "<p>Lens?</p>", "answer": "<p>It bends light.</p>"},
        {"image": {"path": "images/a.png"}, "imageAltText": "A prism", "answer": "It splits."},
    ]
    for named in (library, ""):
        first, second = items({field: cards}, named)
        assert isinstance(first, Card)
        assert (first.front.plain, first.back.plain) == ("Lens?", "It bends light.")
        assert isinstance(second, Card)
        assert second.front.plain == "A prism"


def test_nested_content() -> None:
    inner = [nested("MultiChoice", CHOICE), nested("TrueFalse", TRUTH), nested("Image", {"a": 1})]
    column = {"content": [{"content": nested("QuestionSet", {"questions": inner})}]}
    assert len(items(column, "Column")) == 2
    video = {"interactiveVideo": {"assets": {"interactions": [{"action": each} for each in inner]}}}
    assert len(items(video, "InteractiveVideo")) == 2


def test_what_cannot_be_judged_is_counted() -> None:
    inner = [nested("DragQuestion", {"question": {"task": {}}}), nested("MultiChoice", CHOICE)]
    first, second = items({"questions": inner}, "QuestionSet")
    assert isinstance(first, Question)
    assert first.interaction is Interaction.UNSUPPORTED
    assert second.route == "questions[1]"


@pytest.mark.parametrize("times", [1, 2])
def test_parameters_that_are_wrapped(times: int) -> None:
    content: dict[str, Any] = CHOICE
    for _ in range(times):
        content = {"params": content, "metadata": {"title": "Seas"}}
    assert question(content, "MultiChoice").key.indices == (1,)
    assert question({"library": "H5P.MultiChoice 1.16", "params": content}).key.indices == (1,)


def test_without_a_key() -> None:
    answers = [{"text": "Sea", "correct": False}, {"text": "Lake"}]
    assert question({**CHOICE, "answers": answers}).key.state is KeyState.ABSENT


def test_content_without_questions() -> None:
    assert read({"title": "A video", "sources": []}, "Video").skipped == h5p.NOT_H5P
    (problem,) = read({"choices": []}, "SingleChoiceSet").problems
    assert isinstance(problem, NothingToCheck)


def test_which_files_are_h5p() -> None:
    head = json.dumps({**CHOICE, "answers": []})

    def picked(name: str, text: str) -> str:
        chosen = formats.pick(name, text)
        assert chosen is not None
        return chosen.name

    assert picked("a.h5p!content/content.json", "{}") == "h5p"
    assert picked("a/content/content.json", head) == "h5p"
    assert picked("a/content/content.json", '{"questions": []}') == "json"
    assert picked("a/quiz.json", head) == "json"


def test_a_package(tmp_path: Path) -> None:
    path = tmp_path / "seas.h5p"
    twice = {**CHOICE, "answers": [{"text": "Sea", "correct": True}, {"text": "Sea"}]}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("h5p.json", '{"mainLibrary": "H5P.MultiChoice"}')
        archive.writestr("content/content.json", json.dumps(twice))
        archive.writestr("H5P.MultiChoice-1.16/semantics.json", json.dumps([CHOICE]))
    (tmp_path / "quizlint.toml").write_text("")
    result = check([str(path)], config=str(tmp_path / "quizlint.toml"))
    assert [(each.path.rpartition("!")[2], each.items) for each in result.documents] == [
        ("content/content.json", 1)
    ]
    assert result.documents[0].format == "h5p"
    assert "KEY006" in result.codes


@given(st.text(max_size=12), st.sampled_from(["<p>{}</p>\n", "{}", '"{}"']))
def test_texts_know_their_place(written: str, frame: str) -> None:
    value = frame.format(written)
    source = json.dumps({**CHOICE, "question": value})
    (item,) = h5p.read(Source("a", source), Files()).documents[0].items
    assert isinstance(item, Question)
    if not item.stem:
        return
    assert item.stem.value == value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for start in range(len(item.stem.value)):
        span = item.stem.at(start, start + 1)
        assert json.loads(f'"{source[slice(*span)]}"') == item.stem.value[start]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet="*:/ab", max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "params library question answers text correct choices dialogs cards answer "
                "questions textField behaviour summaries".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["", "MultiChoice", "TrueFalse", "Blanks", "Dialogcards", "Summary"]))
def test_nothing_brings_it_down(content: object, library: str) -> None:
    reading = read(content, library)
    length = len(json.dumps(content))
    for document in reading.documents:
        routes = [item.route for item in document.items]
        assert len(set(routes)) == len(routes)
        for item in document.items:
            texts: tuple[Text, ...] = item.texts
            assert all(0 <= text.span.start <= text.span.end <= length for text in texts)
