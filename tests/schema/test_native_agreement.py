"""The reader and the models of native files accept and refuse the same documents."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError

from quizlint import formats
from quizlint.content.problems import MissingField, NothingToCheck, UnknownField, WrongType
from quizlint.formats.base import Files
from quizlint.schema.generate import schemas
from quizlint.schema.native import CheatSheet, Quiz
from quizlint.text import Source

from .mutate import with_one_change

REFUSALS = (UnknownField, MissingField, WrongType, NothingToCheck)
VALIDATORS = {
    name: Draft202012Validator(schema)
    for name, schema in schemas().items()
    if name in ("quiz", "cheat-sheet")
}

text = st.one_of(
    st.sampled_from(["tide", "A", "B", "", "Ebb and flow", "true", "en", "1", "é 🙂"]),
    st.sampled_from([0, 7, 1.5, True, False]),
)
optional_text = st.one_of(st.none(), text)
truth = st.sampled_from([True, False, None, "true", "False", " TRUE ", "yes", "No", 0, 1, "1"])
texts = st.one_of(optional_text, st.lists(text, max_size=2))


def fields(
    required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


OF_ITEMS = {"id": optional_text, "difficulty": optional_text, "tags": texts}
option = fields({"text": text}, correct=truth, feedback=optional_text)
options = st.one_of(
    st.lists(st.one_of(text, option), max_size=3),
    st.dictionaries(st.sampled_from(["A", "B", "C"]), text, max_size=3),
    st.none(),
)
OF_QUESTIONS = {
    **OF_ITEMS,
    "answer": texts,
    "explanation": optional_text,
    "stimulus": optional_text,
    "shuffle": truth,
}
questions = st.one_of(
    fields(
        {"question": text, "options": options},
        **OF_QUESTIONS,
        type=st.sampled_from(["choice", "multiple", "true-false", "text", None]),
    ),
    fields({"question": text, "type": st.just("text")}, **OF_QUESTIONS),
)
cards = fields({"front": st.one_of(text, st.none()), "back": text}, **OF_ITEMS)
prompts = fields(
    {"prompt": text},
    **OF_ITEMS,
    hint=optional_text,
    concepts=st.one_of(st.none(), st.lists(text, max_size=2)),
)
OF_DOCUMENTS: dict[str, st.SearchStrategy[Any]] = {
    "$schema": st.just("quiz.schema.json"),
    "title": optional_text,
    "topic": optional_text,
    "minutes": optional_text,
    "language": st.sampled_from([None, "en"]),
    "audience": optional_text,
    "shuffle": truth,
    "description": optional_text,
    "version": optional_text,
    "author": texts,
    "tags": texts,
}
documents = fields(
    {"kind": st.sampled_from(["quiz", "cheat-sheet"])},
    **OF_DOCUMENTS,
    cards=st.one_of(st.none(), st.lists(cards, max_size=2)),
    questions=st.lists(questions, max_size=2),
    prompts=st.lists(prompts, max_size=2),
)
JUNK = st.one_of(
    st.sampled_from([None, "", "tide", "quiz", "text", "true", "yes", 0, 1, 1.5, True, False]),
    st.sampled_from([[], ["tide"], [None], [[]], [{}], {}, {"text": "tide"}, {"A": "tide"}]),
    st.sampled_from(
        [{"A": []}, [{"text": "tide", "correct": "frue"}], {"front": "f", "back": "b"}]
    ),
)


def check_agreement(document: dict[str, Any], suffix: str) -> None:
    # JSON is YAML too; what differs is the parser.
    source = Source(f"x.quiz.{suffix}", json.dumps(document, ensure_ascii=False, indent=1))
    chosen = formats.pick(source.path, source.text)
    assert chosen is not None
    reading = chosen.read(source, Files())
    problems = [p for p in reading.problems if isinstance(p, REFUSALS)]
    read = not problems and reading.skipped is None
    is_sheet = document.get("kind") == "cheat-sheet"
    try:
        (CheatSheet if is_sheet else Quiz).model_validate(document)
        refused = ""
    except ValidationError as error:
        refused = str(error)
    assert read == (not refused), (document, problems, refused)
    assert read == VALIDATORS["cheat-sheet" if is_sheet else "quiz"].is_valid(document)


@pytest.mark.parametrize("suffix", ["yaml", "json"])
@given(document=documents)
def test_ordinary_documents(document: dict[str, Any], suffix: str) -> None:
    check_agreement(document, suffix)


@pytest.mark.parametrize("suffix", ["yaml", "json"])
@given(document=with_one_change(documents, JUNK))
def test_documents_with_one_mistake(document: dict[str, Any], suffix: str) -> None:
    check_agreement(document, suffix)
