"""What may be written where, in native YAML: | is where the author is."""

from pathlib import Path

import pytest

pytest.importorskip("pygls")

from lsp_client import Client
from quizlint.formats.data.native import FIELDS
from quizlint.lsp.checking import check_text
from quizlint.lsp.completion import completions


def offered(marked: str, name: str = "a.quiz.yaml", folder: str = "/nowhere") -> list[str]:
    before, bar, after = marked.partition("|")
    assert bar
    text = before + after
    checked = check_text(Path(folder, name), text)
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    lines = text.split("\n")
    return [item.label for item in completions(checked, lines, line, column)]


QUESTION = "kind: quiz\nquestions:\n  - question: What?\n"


@pytest.mark.parametrize(
    ("marked", "owner", "there"),
    [
        ("|", "document", ""),
        ("kind: quiz\nti|", "document", "kind"),
        ("kind: quiz\n|\nquestions:\n- question: What?\n", "document", "kind questions"),
        ("questions:\n  - |", "question", ""),
        ("questions:\n- |", "question", ""),
        (QUESTION + "    |", "question", "question"),
        (QUESTION + "    |\n    answer: A\n  - stimulus: b\n", "question", "question answer"),
        (QUESTION + "    options: [a, b]\n    ans|\n", "question", "question options"),
        (QUESTION + "    options:\n      - text: a\n        |", "option", "text"),
        (QUESTION + "    options:\n    - |", "option", ""),
        (QUESTION + "    options:\n      - text: a\n    |", "question", "question options"),
        ("cards:\n  - front: a\n    |", "card", "front"),
        ("prompts:\n  - |", "prompt", ""),
    ],
)
def test_the_fields_of_what_is_written(marked: str, owner: str, there: str) -> None:
    """In the order in which they are best written, those that stand there already left out."""
    wanted = [field for field in FIELDS[owner] if field not in there.split()]
    assert offered(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("kind: |", "quiz cheat-sheet"),
        ("shuffle: |\nquestions:\n", "true false"),
        (QUESTION + "    type: m|", "choice multiple true-false text"),
        (QUESTION + "    shuffle: |", "true false"),
        (QUESTION + "    difficulty: |", "beginner intermediate advanced"),
        ("questions:\n  - type: |", "choice multiple true-false text"),
        (QUESTION + "    options:\n      - text: a\n        correct: |", "true false"),
    ],
)
def test_the_values_of_a_field(marked: str, words: str) -> None:
    assert offered(marked) == words.split()


@pytest.mark.parametrize(
    "marked",
    [
        QUESTION + "    stimulus: >\n      a text |",
        QUESTION + "    stimulus: >\n      word|",
        QUESTION + "    explanation: |",
        QUESTION + "    concepts:\n      - |",
        "kind: quiz # |",
        "audience:\n  wh|",
    ],
)
def test_nothing_where_nothing_is_known(marked: str) -> None:
    assert offered(marked) == []


def test_the_scale_is_the_one_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text('[levels]\nscale = ["easy", "hard"]\n', "utf-8")
    assert offered(QUESTION + "    difficulty: |", folder=str(tmp_path)) == ["easy", "hard"]


def test_other_formats_are_left_alone() -> None:
    assert offered("|", name="notes.yaml") == []
    assert offered("# Quiz\n\n|", name="a.quiz.md") == []
    assert offered("kind: quiz\n|\nquestions:\n", name="notes.yaml") != []


def test_a_client_is_offered_them(tmp_path: Path) -> None:
    """Behind a character that is two units long; with what the schema says of each."""
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = (tmp_path / "a.quiz.yaml").as_uri()
    text = "kind: quiz\nquestions:\n  - question: 😀\n    type: \n"
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    client.tell("textDocument/didOpen", textDocument=item)
    about = {"uri": uri}
    ask = "textDocument/completion"
    values = client.ask(ask, textDocument=about, position={"line": 3, "character": 10})
    assert [each["label"] for each in values] == ["choice", "multiple", "true-false", "text"]
    fields = client.ask(ask, textDocument=about, position={"line": 4, "character": 0})
    title = next(each for each in fields if each["label"] == "title")
    assert title["documentation"] == "What the page is called."
    beyond = client.ask(ask, textDocument=about, position={"line": 99, "character": 0})
    assert beyond == fields  # the protocol's word: what is behind the end is the end
    assert client.close() == 0
