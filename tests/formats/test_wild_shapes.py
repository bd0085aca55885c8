"""The shapes that other tools and authors use, each in words of our own; and what is no quiz."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlint import formats
from quizlint.content import Document, Interaction, KeyState, Question, Reading
from quizlint.content.problems import WrongType
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.text import Source


def read(content: Any, name: str = "bank.json", hints: Hints = NO_HINTS) -> Reading:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    chosen = formats.pick(name, text[:4096])
    assert chosen is not None
    return chosen.read(Source(name, text), Files(), hints)


def only(content: Any, name: str = "bank.json", hints: Hints = NO_HINTS) -> Document:
    reading = read(content, name, hints)
    assert reading.skipped is None
    (document,) = reading.documents
    return document


def first(content: Any, name: str = "bank.json", hints: Hints = NO_HINTS) -> Question:
    return only(content, name, hints).questions[0]


def texts(question: Question) -> list[str]:
    return [option.text.value for option in question.options]


RIVERS = ["Rhine", "Danube", "Volga", "Loire"]


@pytest.mark.parametrize(
    "key", ["correctIndex", "correct_index", "correctOptionIndex", "answerIndex"]
)
def test_an_index_key_counts_from_zero_where_its_name_says_so(key: str) -> None:
    question = first([{"question": "Longest river?", "options": RIVERS, key: 2}])
    assert question.key.indices == (2,)
    assert texts(question) == RIVERS


def test_an_index_of_zero_proves_the_base() -> None:
    rows = [{"q": f"{n}?", "choices": RIVERS, "answer": n} for n in (0, 3)]
    reading = read(rows)
    assert [q.key.indices for q in reading.documents[0].questions] == [(0,), (3,)]
    assert (reading.index_base, reading.index_base_open) == (0, False)


def test_an_index_equal_to_the_number_of_options_proves_the_other_base() -> None:
    rows = [{"q": f"{n}?", "choices": RIVERS, "answer": n} for n in (1, 4)]
    reading = read(rows)
    assert [q.key.indices for q in reading.documents[0].questions] == [(0,), (3,)]
    assert (reading.index_base, reading.index_base_open) == (1, False)


def test_an_open_base_gives_both_readings_and_no_guess() -> None:
    rows = [{"q": "a?", "choices": RIVERS, "answer": 2}]
    reading = read("- q: a?\n  choices: [Rhine, Elbe, Weser, Oder]\n  answer: 2\n", "x.yaml")
    (written,) = reading.documents[0].questions[0].key.written
    assert (written.as_index, written.as_ordinal) == (2, 1)
    assert reading.documents[0].questions[0].key.indices == ()
    assert (reading.index_base, reading.index_base_open) == (None, True)
    assert first(rows, hints=Hints(1)).key.indices == (1,)
    assert first(rows, hints=Hints(0)).key.indices == (2,)


def test_json_counts_from_nought_where_nothing_else_is_proven_and_says_so() -> None:
    reading = read([{"q": "a?", "choices": RIVERS, "answer": 2}])
    assert reading.documents[0].questions[0].key.indices == (2,)
    assert (reading.index_base, reading.index_base_open) == (None, True)
    assert "count from 0" in reading.remark
    proven = [{"q": q, "choices": RIVERS, "answer": n} for q, n in (("a?", 1), ("b?", len(RIVERS)))]
    assert [q.key.indices for q in only(proven).questions] == [(0,), (len(RIVERS) - 1,)]


def test_a_number_that_is_an_option_too_is_ambiguous_unless_the_file_shows_what_numbers_are() -> (
    None
):
    sums = {"q": "2 + 1?", "choices": ["1", "2", "3", "4"], "answer": 2}
    assert first([sums], hints=Hints(0)).key.indices == ()
    other = {"q": "Longest?", "choices": RIVERS, "answer": 0}
    assert [q.key.indices for q in only([sums, other]).questions] == [(2,), (0,)]


@pytest.mark.parametrize(
    ("text", "flag", "true"),
    [
        ("text", "correct", True),
        ("value", "isCorrect", True),
        ("answerText", "is_correct", "true"),
        ("content", "correct", "TRUE"),
        ("label", "isAnswer", True),
        ("option", "right", True),
        ("text", "answer", True),
        ("answer", "correct", True),
    ],
)
def test_flags_on_options(text: str, flag: str, true: object) -> None:
    options: list[dict[str, object]] = [{text: river} for river in RIVERS]
    options[2][flag] = true
    options[2]["feedback"] = "Yes."
    question = first({"quiz": [{"question": "Longest?", "answers": options}]})
    assert texts(question) == RIVERS
    assert question.key.indices == (2,)
    assert question.key.origin == "flags"
    assert question.interaction is Interaction.CHOICE
    assert question.options[2].feedback is not None


def test_a_flag_that_is_no_truth_is_noted() -> None:
    options = [{"text": "a1", "isCorrect": "frue"}, {"text": "b1", "isCorrect": "true"}]
    reading = read([{"question": "Q?", "answerOptions": options}])
    (noted,) = reading.problems
    assert isinstance(noted, WrongType)
    assert noted.value == "frue"
    assert reading.documents[0].questions[0].key.indices == (1,)


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        ({"A": "Rhine", "B": "Danube", "C": "Volga"}, "B"),
        ([{"id": "a", "text": "Rhine"}, {"id": "b", "text": "Danube"}], "b"),
        ([{"optionKey": "A", "text": "Rhine"}, {"optionKey": "B", "text": "Danube"}], "B"),
        ([{"label": "1", "text": "Rhine"}, {"label": "2", "text": "Danube"}], "2"),
        ([{"id": "rhine-1", "text": "Rhine"}, {"id": "danube-2", "text": "Danube"}], "danube-2"),
        ({"text": ["Rhine", "Danube"], "label": ["A", "B"]}, "B"),
        (["(A) Rhine", "(B) Danube"], "(B) Danube"),
        (["A. Rhine", "B. Danube"], "B"),
        (["Rhine", "Danube"], "Danube"),
        (["Rhine", "Danube"], ["b"]),
    ],
)
def test_letter_and_text_keys(options: object, answer: object) -> None:
    question = first(
        [{"question": "Which passes Vienna?", "choices": options, "answerKey": answer}]
    )
    assert texts(question)[:2] == ["Rhine", "Danube"]
    assert question.key.indices == (1,)


def test_a_stem_that_holds_its_choices() -> None:
    row = {
        "id": "r1",
        "question": {
            "stem": "Which is a river?",
            "choices": [{"text": "Alps", "label": "A"}, {"text": "Elbe", "label": "B"}],
        },
        "answerKey": "B",
    }
    text = f"{json.dumps(row)}\n{json.dumps(row)}\n"
    document = only(text, "rows.jsonl")
    assert [question.key.indices for question in document.questions] == [(1,), (1,)]
    assert document.questions[0].name == "r1"
    assert first(row, "one.json").stem.value == "Which is a river?"


@pytest.mark.parametrize(
    "item",
    [
        {"question": "Q?", "correct_answer": "Elbe", "incorrect_answers": ["Alps", "Jura"]},
        {"question": "Q?", "correct_answer": "Elbe", "distractor1": "Alps", "distractor2": "Jura"},
        {"Question": "Q?", "Answer": "Elbe", "false-1": "Alps", "false-2": "Jura"},
        {"prompt": {"prompt": "Q?", "distractors": ["Alps", "Jura"]}, "answer": {"answer": "Elbe"}},
        {"question": "Q?", "answers": {"correct": "Elbe", "incorrect": ["Alps", "Jura"]}},
    ],
)
def test_answer_and_distractors_have_no_order(item: dict[str, Any]) -> None:
    question = first({"results": [item]})
    assert texts(question) == ["Elbe", "Alps", "Jura"]
    assert question.key.indices == (0,)
    assert not question.order_meaningful


def test_embedded_labels_are_told_apart_from_the_text() -> None:
    text = """\
- q: Which gas do we breathe in most?
  options: ["A) Oxygen", "B) Nitrogen", "C) Argon"]
  answer: 1
- q: Which is lightest?
  options: ["A) Hydrogen", "B) Helium", "C) Neon"]
  answer: 0
"""
    question = first(text, "gas.yml")
    assert [option.label.value for option in question.options if option.label] == ["A", "B", "C"]
    assert texts(question) == ["Oxygen", "Nitrogen", "Argon"]
    nitrogen = question.options[1].text.span
    assert text[nitrogen.start : nitrogen.end] == "Nitrogen"
    assert question.key.indices == (1,)


def test_toml_of_a_book() -> None:
    text = """\
[[questions]]
id = "own"
type = "MultipleChoice"
prompt.prompt = "Who frees a value?"
prompt.distractors = ["The caller", "Nobody"]
answer.answer = "Its owner"
context = "Ownership decides."

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Which word makes a binding changeable?"
answer.answer = "mut"

[[questions]]
type = "Tracing"
prompt.program = "fn main() {}"
answer.doesCompile = true
answer.stdout = ""
"""
    document = only(text, "ch04.toml")
    choice, short, tracing = document.questions
    assert texts(choice) == ["Its owner", "The caller", "Nobody"]
    assert choice.rationale is not None
    assert choice.rationale.value == "Ownership decides."
    assert (short.interaction, short.key.written[0].text.value) == (Interaction.TEXT, "mut")
    assert tracing.interaction is Interaction.UNSUPPORTED


def item(kind: str, correct: int) -> dict[str, Any]:
    answers = [{"answer": river, "correct": at < correct} for at, river in enumerate(RIVERS)]
    return {"question": "Rivers?", "type": kind, "answers": answers}


@pytest.mark.parametrize(
    ("content", "interaction"),
    [
        ([item("multiple_choice", 1)], Interaction.CHOICE),
        ([item("multiple_choice", 2)], Interaction.MULTIPLE),
        ([item("multiple_choice", 2), item("many_choice", 2)], Interaction.CHOICE),
        ([item("many_choice", 1)], Interaction.MULTIPLE),
        ([item("single", 2)], Interaction.CHOICE),
        ([item("MultipleResponse", 2)], Interaction.MULTIPLE),
        (
            [{"question": "Pi?", "type": "numeric", "answers": [{"value": 3.14, "correct": True}]}],
            Interaction.NUMERIC,
        ),
        (
            [{"question": "Rivers?", "options": RIVERS, "multi_select": True, "answer": "A"}],
            Interaction.MULTIPLE,
        ),
        (
            [{"question": "Wet?", "options": ["True", "False"], "answer": "True"}],
            Interaction.TRUE_FALSE,
        ),
    ],
)
def test_interactions(content: list[dict[str, Any]], interaction: Interaction) -> None:
    assert first(content).interaction is interaction


def test_lists_of_items_are_found_where_they_stand() -> None:
    one = {"question": "Longest?", "options": RIVERS, "answer": "C"}
    nested = {
        "title": "Rivers",
        "sections": [{"name": "a", "questions": [one]}, {"name": "b", "questions": [one, one]}],
    }
    document = only(nested)
    assert [q.route for q in document.questions] == [
        *("sections[0].questions[0]", "sections[1].questions[0]", "sections[1].questions[1]"),
    ]
    assert document.title is not None
    assert [q.route for q in only({"data": {"quiz": [one]}}).questions] == ["data.quiz[0]"]
    assert [q.route for q in only([one, one]).questions] == ["[0]", "[1]"]
    assert [q.route for q in only({"q1": {**one, "key": "q1"}, "q2": one}).questions] == [
        "q1",
        "q2",
    ]


def test_cards_need_a_clear_name() -> None:
    sides = [{"front": "Ebb", "back": "Falling tide"}, {"front": "Flow", "back": "Rising tide"}]
    assert len(only(sides).cards) == 2
    assert only(sides).kind == "cheat-sheet"
    pairs = [["Ebb", "Falling tide"], ["Flow", "Rising tide"]]
    assert len(only({"flashcards": pairs}).cards) == 2
    assert len(only(pairs, "my-flashcards.json").cards) == 2
    assert read(pairs).skipped


def test_no_keys_at_all_stand_elsewhere() -> None:
    rows: list[dict[str, object]] = [{"q": f"{n}?", "choices": RIVERS} for n in range(3)]
    document = only(rows)
    assert document.keys_elsewhere
    assert {q.key.state for q in document.questions} == {KeyState.ELSEWHERE}
    rows.append({"q": "last", "choices": RIVERS, "answer": "A"})
    document = only(rows)
    assert not document.keys_elsewhere
    assert [q.key.state for q in document.questions] == [KeyState.ABSENT] * 3 + [KeyState.PRESENT]


def test_surveys_are_not_scored() -> None:
    rows = [{"question": f"{n}?", "options": RIVERS} for n in range(2)]
    assert not any(q.scored for q in only({"survey": rows}).questions)
    assert not first([{**rows[0], "type": "likert"}, rows[1]]).scored
    assert not first([{**rows[0], "scored": False}, rows[1]]).scored
    assert first(rows).scored


def test_a_bad_row_is_noted_and_the_others_are_read() -> None:
    good = {"q": "Longest?", "choices": RIVERS, "answer": "C"}
    reading = read(
        [
            good,
            {"q": "No options", "answer": "B"},
            "text",
            {**good, "q": ["list"]},
            good,
            good,
            good,
        ]
    )
    assert [q.route for q in reading.documents[0].questions] == ["[0]", "[4]", "[5]", "[6]"]
    assert sorted((type(p).__name__, p.route) for p in reading.problems) == [
        ("MissingField", "[1]"),
        ("MissingField", "[3]"),
        ("WrongType", "[2]"),
    ]


def test_a_hint_is_no_rationale() -> None:
    question = first([{"q": "Longest?", "choices": RIVERS, "answer": "C", "hint": "East."}])
    assert question.rationale is None


NO_QUIZ = {
    "faq.yml": "- question: Can I pay by card?\n  answer: Yes.\n"
    "- question: Is it open?\n  answer: No.\n",
    "faq2.yml": "questions:\n  - question: Can I pay by card?\n    answer: Yes, you can.\n",
    "qna.yaml": "seed_examples:\n- context: c\n  questions_and_answers:\n"
    "  - {question: a, answer: b}\n",
    "ci.yml": "on: [push]\njobs:\n  test:\n    runs-on: ubuntu\n"
    "    steps:\n    - {name: a, run: b}\n"
    "    strategy: {matrix: {python: ['3.11', '3.12']}}\n",
    "compose.yml": "services:\n  db: {image: postgres, ports: ['1:1', '2:2']}\n  web: {image: x}\n",
    "deploy.yaml": "apiVersion: v1\nkind: List\nitems:\n- {kind: Pod, metadata: {name: a}}\n",
    "i18n.json": {"quiz": {"title": "Quiz", "question": "Question", "answers": "Answers"}},
    "package.json": {"name": "quiz", "scripts": {"a": "b"}, "keywords": ["quiz", "questions"]},
    "tsconfig.json": {"compilerOptions": {"lib": ["dom", "es2020"]}, "include": ["a", "b"]},
    "schema.json": {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "examples": [{"question": "Q", "options": ["a", "b"], "answer": "A"}],
    },
    "openapi.yaml": "openapi: 3.0.0\npaths:\n  /q:\n    get:\n"
    "      parameters:\n      - {name: a, in: query}\n",
    "form.json": {"fields": [{"title": "Size", "type": "select", "options": ["S", "M"]}] * 3},
    "chat.json": [{"type": "text", "text": "Hello"}, {"type": "text", "text": "You"}],
    "shop.json": {"products": [{"title": "Cup", "options": ["red", "blue"], "key": "cup-1"}] * 3},
    "issue.yml": "body:\n- type: dropdown\n  attributes: {label: OS, options: [Linux, Mac]}\n",
}


@pytest.mark.parametrize("name", NO_QUIZ)
def test_other_files_are_left_alone(name: str) -> None:
    reading = read(NO_QUIZ[name], name)
    assert reading.skipped
    assert reading.documents == ()
    assert reading.problems == ()


NAMES = st.sampled_from(
    [
        *("question", "questions", "q", "options", "answers", "answer", "correct", "text", "cards"),
        *("front", "back", "prompt", "prompts", "type", "kind", "distractors", "choices", "label"),
        *("id", "correctIndex", "explanation", "concepts", "shuffle", "A", "B", "tags", "x"),
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-2, 5)
    | st.floats(allow_nan=False)
    | st.sampled_from(
        ["", "A", "B)", "A) x", "B) y", "quiz", "A, B", "multiple", "text", "true", "2"]
    )
    | st.text(max_size=4)
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@given(tree=TREES, name=st.sampled_from(["a.json", "a.quiz.json", "flashcards.json"]))
@settings(max_examples=300, deadline=None)
def test_no_tree_makes_the_reader_raise(tree: Any, name: str) -> None:
    content = {"questions": [tree, tree], "cards": tree} if name == "a.quiz.json" else tree
    text = json.dumps(content)
    reading = read(text, name)
    for document in reading.documents:
        for question in document.questions:
            assert all(0 <= index < len(question.options) for index in question.key.indices)
            for each in question.texts:
                assert 0 <= each.span.start <= each.span.end <= len(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)


def test_what_is_said_to_whoever_is_right_is_no_key_beside_flags() -> None:
    options = [{"option": "Rhine", "correct": False}, {"option": "Volga", "correct": True}]
    question = first([{"q": "Which is longest?", "a": options, "correct": "<p>Well done!</p>"}])
    assert [option.text.value for option in question.keyed] == ["Volga"]
    assert not question.key.written


def test_a_key_may_be_the_name_of_the_field_of_an_option() -> None:
    fields = {
        "Question": "Which?",
        "Option1": "Rhine",
        "Option2": "Volga",
        "CorrectOption": "Option2",
    }
    assert first([fields]).key.indices == (1,)


def test_a_title_beside_questions_by_number_is_no_question() -> None:
    made = {"question": "Which?", "a": "Rhine", "b": "Volga", "correct": "b"}
    reading = read({"quiz": {"title": "Rivers", "1": made, "2": {**made, "question": "Or?"}}})
    assert len(reading.documents[0].questions) == 2
    assert reading.problems == ()


def test_lists_of_accepted_answers_are_no_options() -> None:
    rows = [
        {"question": "Who rules?", "answers": ["the people"]},
        {"question": "Which colours?", "answers": ["red", "blue"]},
        {"question": "Which seas?", "answers": ["North Sea", "Baltic"]},
    ]
    found = only(rows).questions
    assert {question.interaction for question in found} == {Interaction.TEXT}
    assert [len(question.key.written) for question in found] == [1, 2, 2]
