"""The settings file: quizlint.toml, or the table tool.quizlint of pyproject.toml."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import GenericAlias
from typing import Annotated, Any, Literal, Self, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    StrictBool,
    StrictInt,
    StrictStr,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from quizlint.rules import context
from quizlint.schema.kinds import may
from quizlint.settings.globs import NO_GLOBS
from quizlint.settings.table import ANYWHERE, SETTINGS, Kind, Setting

Filled = Annotated[StrictStr, Field(min_length=1)]


def _day(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("date", "Input should be a date like 2027-01-31")


def _distinct(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise PydanticCustomError("distinct", "Entries should differ")
    return names


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "Input should be a number")
    return value


def _hyphens(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Scale = Annotated[
    list[Filled],
    Field(min_length=1, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_distinct),
]
Number = Annotated[FiniteFloat, BeforeValidator(_number)]


class Table(BaseModel):
    """A table of settings: it has these keys and no others."""

    model_config = ConfigDict(extra="forbid", alias_generator=_hyphens)


class Band(Table):
    """The reading grades that a level's texts should have."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    min_grade: Number = may("The lowest school grade.")
    max_grade: Number = may("The highest school grade.")

    @model_validator(mode="after")
    def _ordered(self) -> "Band":
        low, high = self.min_grade, self.max_grade
        if low is None and high is None:
            raise PydanticCustomError("grades", "A band should have min-grade or max-grade")
        if low is not None and high is not None and low > high:
            raise PydanticCustomError("order", "min-grade should not be above max-grade")
        return self


class Levels(Table):
    """The levels of difficulty."""

    scale: Scale = Field(
        default=list(context.Levels().scale), description="The levels, easiest first."
    )
    bands: dict[str, Band] = Field(
        default_factory=dict,
        description="For a level of the scale, how hard its texts may be to read, in school "
        "grades. It takes the place of the default band of the level.",
    )


class FileEntry(Table):
    """Silence one rule in certain files, or for one item in them."""

    path: Filled = Field(description="The files it is about, as .gitignore would name them.")
    rule: Filled = Field(description="The code or the name of the rule.")
    item: Filled = may("The id of the one item it is about.")
    reason: StrictStr = Field(default="", description="Why it is right to be silent here.")
    until: Day = may("The last day on which it holds.")


_RULES = dict[str, dict[str, StrictBool | StrictInt | Number | StrictStr]]
_TYPES: Mapping[Kind, Callable[[Setting], Any]] = {
    Kind.WORD: lambda row: Literal[row.words],
    Kind.FLAG: lambda _: StrictBool,
    Kind.LANGUAGE: lambda _: Annotated[
        StrictStr, Field(pattern="^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$")
    ],
    Kind.INDEX_BASE: lambda _: Annotated[StrictInt, Field(ge=0, le=1)],
    Kind.PATHS: lambda _: list[Filled],
    Kind.FILE: lambda _: Filled,
    Kind.PRESET: lambda row: Literal[row.words],
    Kind.RULES: lambda _: list[Filled],
    Kind.IGNORED: lambda _: list[Filled],
    Kind.SEVERITIES: lambda row: GenericAlias(dict, (str, Literal[row.words])),
    Kind.OPTIONS: lambda _: _RULES,
    Kind.LEVELS: lambda _: Levels,
    Kind.OVERRIDES: lambda _: list[Override],  # type: ignore[valid-type]
}
"""The type of each kind of setting."""


def _field(row: Setting) -> tuple[Any, Any]:
    """A setting as a field of a model. What has no default may be left out."""
    made = _TYPES[row.kind](row)
    default = row.default
    if row.kind is Kind.PRESET:
        default = row.words[0]
    elif row.kind is Kind.OVERRIDES or default == () or default == NO_GLOBS:
        default = []
    elif (default is None and get_origin(made) is dict) or made is Levels:
        return made, Field(default_factory=get_origin(made) or made, description=row.help)
    return made, Field(default=default, description=row.help)


def _fields(rows: Iterable[Setting]) -> dict[str, Any]:
    return {row.key.replace("-", "_"): _field(row) for row in rows}


Override = create_model(
    "Override",
    __base__=Table,
    __doc__="Settings for some files only; later overrides count more.",
    files=(
        Annotated[list[Filled], Field(min_length=1)],
        Field(description="The files it is about, as .gitignore would name them."),
    ),
    **_fields(ANYWHERE.values()),
)


class _Whole(Table):
    """What holds for all settings of a file together."""

    model_config = ConfigDict(title="quizlint settings")

    @model_validator(mode="after")
    def _bands_are_levels(self) -> Self:
        said: Any = self
        if said.extend is not None:  # the scale may stand in the other file
            return self
        for own in (said.levels, *(override.levels for override in said.overrides)):
            scale = own.scale if "scale" in own.model_fields_set else said.levels.scale
            if any(level not in scale for level in (*said.levels.bands, *own.bands)):
                raise PydanticCustomError("band", "A band should be of a level of the scale")
        return self


_IGNORE = SETTINGS["ignore"]

Config = create_model(
    "Config",
    __base__=_Whole,
    __doc__="What quizlint checks, and how strictly. Paths are relative to the file they stand in.",
    **{
        **_fields(SETTINGS.values()),
        "ignore": (
            list[Filled | FileEntry],
            Field(
                default=[],
                description=f"{_IGNORE.help} Or, as tables, silence one rule in certain files.",
            ),
        ),
    },
)
