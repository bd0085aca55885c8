"""The JSON Schemas: current, valid, helpful, and of one mind with the models."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError
from ruamel.yaml import YAML

from quizlint.schema.generate import DRAFT, MODELS, rendered, schemas

FOLDER = Path(__file__).parents[2] / "schemas"
NAMES = tuple(MODELS)


def yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("name", NAMES)
def test_the_stored_schema_is_current(name: str) -> None:
    """`python -m quizlint.schema` makes it so."""
    stored = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert stored == rendered(schemas()[name])


def test_no_other_schema_is_stored() -> None:
    assert sorted(p.name for p in FOLDER.iterdir()) == sorted(f"{n}.schema.json" for n in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_schema(name: str) -> None:
    schema = schemas()[name]
    assert schema["$schema"] == DRAFT
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_says_what_it_is_for(name: str) -> None:
    schema = schemas()[name]
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        assert part["title"]
        for field, about in part["properties"].items():
            assert about.get("description"), f"{part['title']}.{field}"


SHEET = """
$schema: ../schemas/cheat-sheet.schema.json
kind: cheat-sheet
title: Tides in one page
topic: Earth science / Oceans
minutes: 5
audience: undergraduate
tags: [sea, moon]
cards:
  - difficulty: beginner
    front: What is a neap tide?
    back: A small tide, at half moon.
questions:
  - id: spring
    question: When is the tide highest?
    options: [At full moon, At half moon, 3]
    answer: A
    explanation: Sun and moon then pull in one line.
  - question: Which of these are moved by tides?
    type: multiple
    options:
      - { text: The sea, correct: true, feedback: Most of all. }
      - { text: Rock, correct: "True" }
      - Neither
  - question: Which body matters most?
    options: { A: Moon, B: Sun }
    answer: [Moon]
  - { question: Name the tide at half moon., type: text, answer: neap }
prompts:
  - prompt: Why are there two tides a day?
    hint: Think of the far side.
    concepts: [gravity gradient, rotation]
"""

CONFIG = {
    "extend": "base.toml",
    "preset": "strict",
    "extend-select": ["OPT014"],
    "ignore": ["OPT010", {"path": "a/*.zip", "rule": "OPT001", "until": "2027-01-01"}],
    "levels": {"scale": ["easy", "hard"], "bands": {"easy": {"max-grade": 9}}},
    "rules": {"longest-option-is-key": {"min-words": 4, "ratio": 1.5, "unit": "words"}},
    "severity": {"negative-stem": "info"},
    "include": ["quizzes/**"],
    "overrides": [{"files": ["surveys/**"], "ignore": ["KEY"], "shuffle": "yes"}],
    "index-base": 0,
}

PLACE = {"path": "a.yaml", "line": 3, "column": 1, "end_line": 3, "end_column": 4}
RESULT: dict[str, Any] = {
    "version": 1,
    "tool": {"name": "quizlint", "version": "0.1.0"},
    "gate": {"passed": False, "fail_on": "error", "reason": "1 error"},
    "summary": {
        "files": 1,
        "documents": 1,
        "items": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "suppressed": 0,
        "baselined": 0,
    },
    "findings": [
        {
            **PLACE,
            "code": "OPT001",
            "rule": "duplicate-option",
            "severity": "error",
            "confidence": "high",
            "state": "new",
            "message": "option C repeats option A",
            "excerpt": {"line": 3, "text": "  - LRU"},
            "item": "eviction",
            "route": "questions[0].options[2]",
            "related": [{"path": "a.yaml", "line": 1, "column": 1, "message": "first here"}],
            "fix": {
                "applicability": "safe",
                "edits": [
                    {"path": "a.yaml", "sha256": "0" * 64, "start": 0, "end": 0, "text": "x"}
                ],
            },
            "fingerprint": "f",
            "url": "https://example.org",
        }
    ],
    "rules": {
        "OPT001": {"name": "duplicate-option", "summary": "s", "severity": "error", "help": "h"}
    },
    "items": [
        {
            "id": "eviction",
            "path": "a.yaml",
            "line": 1,
            "route": "questions[0]",
            "kind": "question",
            "content": {"stem": "s"},
            "key": ["A"],
        }
    ],
    "documents": [
        {"path": "a.yaml", "format": "yaml", "title": "t", "items": 1, "acceptable": 0, "stats": {}}
    ],
    "errors": [{"path": "b.yaml", "message": "cannot be read"}],
}

GOOD = [
    ("cheat-sheet", yaml(SHEET)),
    ("quiz", {"questions": [{"question": "q", "options": ["a", "b"]}]}),
    ("quiz", {"kind": None, "cards": [{"front": 1, "back": None}]}),
    ("config", {}),
    ("config", CONFIG),
    ("result", RESULT),
]

BAD = [
    ("quiz", yaml(SHEET)),
    ("quiz", {}),
    ("quiz", {"questions": []}),
    ("quiz", {"questions": [{"question": "q"}]}),
    ("quiz", {"questions": [{"question": "q", "options": [["a"]]}]}),
    ("quiz", {"questions": [{"question": "q", "options": ["a"], "type": "guess"}]}),
    ("quiz", {"questions": [{"question": "q", "options": [{"text": "a", "correct": "frue"}]}]}),
    ("cheat-sheet", {"cards": [{"front": "f"}]}),
    ("cheat-sheet", {"cards": [{"front": "f", "back": "b", "bcak": "b"}]}),
    ("cheat-sheet", {"prompts": [{"prompt": "p", "concepts": "one"}]}),
    ("config", {"fail_on": "error"}),
    ("config", {"fail-on": "eror"}),
    ("config", {"index-base": 2}),
    ("config", {"index-base": None}),
    ("config", {"overrides": [{"ignore": ["KEY"]}]}),
    ("config", {"levels": {"scale": ["a", "a"]}}),
    ("config", {"ignore": [{"path": "a"}]}),
    ("result", {**RESULT, "version": 2}),
    ("result", {key: value for key, value in RESULT.items() if key != "gate"}),
    ("result", {**RESULT, "errors": [{"path": "b"}]}),
]


@pytest.mark.parametrize(("name", "document"), GOOD)
def test_accepts(name: str, document: Any) -> None:
    Draft202012Validator(schemas()[name]).validate(document)
    MODELS[name].model_validate(document)


@pytest.mark.parametrize(("name", "document"), BAD)
def test_refuses(name: str, document: Any) -> None:
    assert not Draft202012Validator(schemas()[name]).is_valid(document)
    with pytest.raises(ValidationError):
        MODELS[name].model_validate(document)


def test_the_result_model_knows_every_field() -> None:
    model = MODELS["result"].model_validate(RESULT)
    assert model.model_dump(exclude_unset=True) == RESULT
