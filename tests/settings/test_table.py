"""The one row a setting has, against what cannot be made from it."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import click
import pytest

from quizlint.cli.check import command
from quizlint.schema import result
from quizlint.schema.config import _TYPES, Config, Override
from quizlint.settings import CommandLine, Settings
from quizlint.settings.keys import READERS
from quizlint.settings.table import (
    ANYWHERE,
    CONFIDENCES,
    FLAGS,
    NEVER,
    NOT_YET,
    SETTINGS,
    SEVERITIES,
    Kind,
)

DOCS = Path(__file__).parents[2] / "docs"


def test_every_row_with_a_field_has_it_in_the_model() -> None:
    made = {row.field for row in SETTINGS.values() if row.field}
    others = {"table", "layers", "root", "files", "overrides", "ignores", "applied", "_variants"}
    assert {field.name for field in fields(Settings)} == made | others


def test_what_nothing_reads_is_no_setting() -> None:
    """A field that no module beside the settings asks for would be a promise without a keeper."""
    source = Path(__file__).parents[2] / "src/quizlint"
    rooms = ("engine", "cli", "reports", "rules")
    text = "".join(p.read_text("utf-8") for room in rooms for p in (source / room).rglob("*.py"))
    for row in SETTINGS.values():
        if row.field and row.kind is not Kind.OPTIONS:  # which `options_of` gives out
            assert re.search(rf"\.{row.field}\b", text), row.key
    assert not NOT_YET & SETTINGS.keys()


def test_every_kind_can_be_read_and_is_in_the_schema() -> None:
    tables = {Kind.FILE, Kind.IGNORED, Kind.SEVERITIES, Kind.OPTIONS, Kind.LEVELS, Kind.OVERRIDES}
    assert set(READERS) == set(Kind) - tables
    assert set(_TYPES) == set(Kind)


def test_the_schema_has_every_row_and_no_other() -> None:
    assert {field.alias for field in Config.model_fields.values()} == set(SETTINGS)
    assert {field.alias for field in Override.model_fields.values()} == {"files", *ANYWHERE}


def test_the_command_takes_every_row_with_a_flag() -> None:
    options = {each.name: each for each in command.params if isinstance(each, click.Option)}
    for name, (row, flag) in FLAGS.items():
        assert options[name].opts == [f"--{row.key}"]
        assert options[name].help == flag.help
    with pytest.raises(TypeError, match="fial_on"):
        CommandLine(fial_on="error")


def test_words_that_are_listed_where_types_want_them() -> None:
    assert get_args(result.Severity) == SEVERITIES
    assert get_args(result.Gate.model_fields["fail_on"].annotation) == (*SEVERITIES, NEVER)
    assert get_args(result.Finding.model_fields["confidence"].annotation) == CONFIDENCES


def test_the_page_about_settings_has_every_row_with_its_words() -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    lines = dict(re.findall(r"^\| `([a-z-]+)` \| (.*)$", page, re.MULTILINE))
    tables = {row.key for row in SETTINGS.values() if f"[{row.key}" in page} - lines.keys()
    assert lines.keys() | tables == set(SETTINGS)
    for key, line in lines.items():
        row = SETTINGS[key]
        words = re.findall(r'`"([a-z-]+)"`', line.partition("|")[0])
        if key == "format":  # its words are a list of their own
            continue
        if row.kind in (Kind.WORD, Kind.PRESET):
            assert set(words) == set(row.words)
            default = row.words[0] if row.kind is Kind.PRESET else row.default
            assert default is None or words[0] == default, "the default comes first"
