"""Keys that stand in a file of their own."""

import pytest
from reading import whole

from quizlint import formats
from quizlint.content import KeyState, Reading
from quizlint.content.problems import KeysDisagree
from quizlint.formats.base import Files
from quizlint.text import Source

KEYLESS = """\
questions:
  - {id: metal, question: Which is a metal, options: [Iron, Neon, Sulfur]}
  - {id: gas, question: Which is a gas, options: [Iron, Neon, Sulfur]}
  - {question: Which are solid, options: [Iron, Neon, Sulfur]}
"""
KEYED = """\
questions:
  - {question: Which is a metal, options: [Iron, Neon, Sulfur], answer: A}
  - {question: Which is a gas, options: [Iron, Neon, Sulfur], answer: B}
"""


def read(text: str, name: str, **beside: str) -> tuple[Reading, Files]:
    names = {key.replace("_", "."): value.encode() for key, value in beside.items()}
    files = Files(names.get)
    chosen = formats.pick(name, text)
    assert chosen is not None
    return whole(chosen, Source(f"unit/{name}", text), files), files


@pytest.mark.parametrize(
    "answers",
    [
        "[A, B, [A, C]]",
        "answers:\n- A\n- Neon\n- A, C\n",
        "{metal: A, gas: b, 3: [Iron, Sulfur]}",
        "answers: {1: A, 2: B, 3: 'A, C'}",
        "- answer: A\n- answer: B\n- answer: [A, C]\n",
    ],
)
@pytest.mark.parametrize("name", ["elements.yaml", "elements.quiz.yaml"])
def test_a_sidecar_supplies_the_keys(name: str, answers: str) -> None:
    reading, _ = read(KEYLESS, name, elements_answers_yaml=answers)
    (document,) = reading.documents
    assert [q.key.indices for q in document.questions] == [(0,), (1,), (0, 2)]
    assert {q.key.origin for q in document.questions} == {"sidecar"}
    assert document.sidecar == "elements.answers.yaml"
    assert not document.keys_elsewhere
    for question in document.questions:
        assert question.key.span == question.stem.span
        for written in question.key.written:
            assert (
                written.text.at(0, 1) == question.stem.span
                or written.text.span == question.stem.span
            )


def test_a_json_sidecar_and_the_common_pair_of_names() -> None:
    reading, _ = read(KEYLESS, "questions.yml", answers_yml="[B, C, A]")
    assert [q.key.indices for q in reading.documents[0].questions] == [(1,), (2,), (0,)]
    reading, _ = read(KEYLESS, "e.yml", e_answers_json='{"answers": ["B", "C", "A"]}')
    assert [q.key.indices for q in reading.documents[0].questions] == [(1,), (2,), (0,)]


def test_without_a_sidecar_the_document_names_the_one_that_could_supply_keys() -> None:
    reading, files = read(KEYLESS, "elements.yaml")
    (document,) = reading.documents
    assert document.sidecar == "elements.answers.yaml"
    assert {q.key.state for q in document.questions} == {KeyState.ABSENT}
    assert "elements.answers.yaml" in files.asked, "a sidecar that appears later must be noticed"


def test_a_document_with_keys_needs_no_sidecar() -> None:
    reading, _ = read(KEYED, "elements.yaml")
    assert reading.documents[0].sidecar is None
    assert reading.problems == ()


def test_a_sidecar_that_differs_is_noted_at_the_key() -> None:
    reading, _ = read(KEYED, "elements.yaml", elements_answers_yaml="[A, C]")
    (document,) = reading.documents
    assert [q.key.indices for q in document.questions] == [(0,), (1,)]
    assert {q.key.origin for q in document.questions} == {"answer"}
    (noted,) = reading.problems
    assert isinstance(noted, KeysDisagree)
    assert noted.route == "questions[1]"
    assert (noted.here, noted.there, noted.place) == ("B", "C", "elements.answers.yaml")
    assert noted.span == document.questions[1].key.span


def test_a_key_beyond_the_options_stays_visible() -> None:
    reading, _ = read(KEYLESS, "elements.yaml", elements_answers_yaml="[F, Gold]")
    first, second, third = reading.documents[0].questions
    assert first.key.written[0].as_letter == 5
    assert (first.key.indices, second.key.indices) == ((), ())
    assert second.key.written[0].readings == frozenset()
    assert third.key.state is KeyState.ABSENT


@pytest.mark.parametrize("broken", ["", "[", "- {", "answers: 5", "42", "a: {b: {c: d}}", "\x00"])
def test_a_broken_sidecar_hides_nothing(broken: str) -> None:
    reading, _ = read(KEYLESS, "elements.yaml", elements_answers_yaml=broken)
    assert len(reading.documents[0].questions) == 3
