"""The kinds of value that authors write, as generous as the reader takes them."""

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    WithJsonSchema,
)

_TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


def _any_case(word: str) -> str:
    """A pattern for a word in upper or lower case: JSON Schema's patterns have no flags."""
    return "".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word)


_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_TRUTH: dict[str, Any] = {
    "anyOf": [
        {"type": ["boolean", "null"]},
        {"type": "integer", "enum": [0, 1]},
        {
            "type": "string",
            "pattern": rf"^\s*({'|'.join(map(_any_case, _TRUTHS))})\s*$",
        },
    ]
}


def _truth(value: object) -> object:
    if isinstance(value, str | int):
        return _TRUTHS.get(str(value).strip().lower(), value)
    return value


Text = Annotated[StrictStr | StrictBool | StrictInt | StrictFloat | None, WithJsonSchema(_TEXT)]
"""A text. A number or a truth value is text that was left without quotes, nothing an empty one."""

Texts = Text | list[Text]
"""A text, or a list of them."""

Truth = Annotated[StrictBool | None, BeforeValidator(_truth), WithJsonSchema(_TRUTH)]
"""true or false, also as yes, no, 1 or 0, in quotes or not."""


class Written(BaseModel):
    """Something an author writes: it has these fields and no others."""

    model_config = ConfigDict(extra="forbid")


def may(description: str, **more: Any) -> Any:
    """A field that may be left out."""
    return Field(default=None, description=description, **more)
