"""The settings file: quizlint.toml, or the table tool.quizlint of pyproject.toml."""

import re
from datetime import date, datetime
from typing import Annotated, Literal

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
    model_validator,
)
from pydantic_core import PydanticCustomError

from quizlint.schema.kinds import may

Filled = Annotated[StrictStr, Field(min_length=1)]
Severity = Literal["error", "warning", "info"]
DEFAULT_SCALE = ["beginner", "intermediate", "advanced"]

RULES = "codes like OPT001, names like duplicate-option, families like OPT, or presets"


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
Language = Annotated[StrictStr, Field(pattern="^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$")]
Scale = Annotated[
    list[Filled],
    Field(min_length=1, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_distinct),
]
Number = Annotated[FiniteFloat, BeforeValidator(_number)]


class Settings(BaseModel):
    """A table of settings: it has these keys and no others."""

    model_config = ConfigDict(extra="forbid", alias_generator=_hyphens)


class Band(Settings):
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


class Levels(Settings):
    """The levels of difficulty."""

    scale: Scale = Field(default=DEFAULT_SCALE, description="The levels, easiest first.")
    bands: dict[str, Band] = Field(
        default_factory=dict,
        description="For a level of the scale, how hard its texts may be to read, in school "
        "grades. It takes the place of the default band of the level.",
    )


class Bank(Settings):
    """What rules about several files see."""

    context: Literal["paths", "project"] = Field(
        default="paths",
        description="Compare the files named on the command line, or all files of the project.",
    )
    copies: list[Filled] = Field(
        default=[], description="Paths of generated copies, which are no duplicates."
    )


class FileEntry(Settings):
    """Silence one rule in certain files, or for one item in them."""

    path: Filled = Field(description="The files it is about, as .gitignore would name them.")
    rule: Filled = Field(description="The code or the name of the rule.")
    item: Filled = may("The id of the one item it is about.")
    reason: StrictStr = Field(default="", description="Why it is right to be silent here.")
    until: Day = may("The last day on which it holds.")


class _Common(Settings):
    preset: Literal["recommended", "strict", "all"] = Field(
        default="recommended",
        description="The rules to begin with: the precise ones, more of them, or every rule.",
    )
    select: list[Filled] = may(f"Run only these, whatever the preset: {RULES}.")
    extend_select: list[Filled] = Field(default=[], description=f"Run these too: {RULES}.")
    min_confidence: Literal["high", "medium", "low"] = Field(
        default="low", description="Leave out findings that are less certain than this."
    )
    language: Annotated[StrictStr, Field(pattern="^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$")] = may(
        "The language of documents that do not name their own, like en. Without it their path "
        "tells, or their words.",
    )
    shuffle: Literal["yes", "no", "unknown"] = Field(
        default="unknown",
        description="Whether learners see options in random order, where a file does not say.",
    )
    index_base: Annotated[StrictInt, Field(ge=0, le=1)] = may(
        "The number of the first option where a foreign file's keys are numbers.",
    )
    severity: dict[str, Severity] = Field(
        default_factory=dict, description="How grave a rule's findings are, by its code or name."
    )
    levels: Levels = Field(
        default_factory=Levels, description="What levels of difficulty there are."
    )
    rules: dict[str, dict[str, StrictBool | StrictInt | Number | StrictStr]] = Field(
        default_factory=dict,
        description="The options of single rules, by code or name; `quizlint explain` lists them.",
    )


class Override(_Common):
    """Settings for some files only; later overrides count more."""

    files: Annotated[list[Filled], Field(min_length=1)] = Field(
        description="The files it is about, as .gitignore would name them."
    )
    ignore: list[Filled] = Field(default=[], description=f"Do not run these: {RULES}.")


class Config(_Common):
    """What quizlint checks, and how strictly. Paths are relative to the file they stand in."""

    model_config = ConfigDict(title="quizlint settings")

    extend: Filled = may("Another settings file that these settings build on.")
    ignore: list[Filled | FileEntry] = Field(
        default=[],
        description=f"Do not run these: {RULES}. Or, as tables, silence one rule in certain files.",
    )
    fail_on: Literal["error", "warning", "info", "never"] = Field(
        default="error", description="The least severity that makes a run fail."
    )
    include: list[Filled] = Field(
        default=[], description="Files that are quiz content whatever their names."
    )
    exclude: list[Filled] = Field(
        default=[], description="Files that are never checked, even when named."
    )
    ids: Literal["document", "global"] = Field(
        default="document", description="Whether ids differ within a document or everywhere."
    )
    require_files: StrictBool = Field(
        default=False, description="Whether it is an error when no file was found to check."
    )
    bank: Bank = Field(default_factory=Bank, description="How several files are compared.")
    overrides: list[Override] = Field(
        default=[], description="Settings for some files only; later ones count more."
    )

    @model_validator(mode="after")
    def _bands_are_levels(self) -> "Config":
        if self.extend is not None:  # the scale may stand in the other file
            return self
        for own in (self.levels, *(override.levels for override in self.overrides)):
            scale = own.scale if "scale" in own.model_fields_set else self.levels.scale
            if any(level not in scale for level in (*self.levels.bands, *own.bands)):
                raise PydanticCustomError("band", "A band should be of a level of the scale")
        return self
