"""JSON Schemas from the models, for editors and validators."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from quizlint.schema.config import Config
from quizlint.schema.native import CheatSheet, Quiz
from quizlint.schema.result import Result

DRAFT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "quiz": Quiz,
    "cheat-sheet": CheatSheet,
    "config": Config,
    "result": Result,
}
"""The models by the names of their schemas."""


class _Lean(GenerateJsonSchema):
    """Schemas without what says nothing: titles that repeat names, and `default: null`."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as in the base
        return False

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", ...) is None:
            del made["default"]
        return made


def schemas() -> dict[str, dict[str, Any]]:
    """Every JSON Schema (draft 2020-12) by its name."""
    return {
        name: {"$schema": DRAFT, **model.model_json_schema(schema_generator=_Lean)}
        for name, model in MODELS.items()
    }


def rendered(schema: dict[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
