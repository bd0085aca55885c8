"""The loader and the model of the settings file accept and refuse the same files."""

import json
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from quizlint.content import Severity
from quizlint.rules.base import Rule, Threshold
from quizlint.schema.config import Config
from quizlint.settings import ConfigError, Loader

from .mutate import with_one_change


class LongestOption(Rule):
    """The key is the longest option."""

    code = "OPT007"
    name = "longest-option-is-key"
    severity = Severity.WARNING
    min_words = Threshold(4, "words below which nothing is said")
    ratio = Threshold(1.5, "how much longer")
    unit = Threshold("words", "what is counted")


class DuplicateOption(Rule):
    """Two options are equal."""

    code = "OPT001"
    name = "duplicate-option"
    severity = Severity.ERROR


class MissingKey(Rule):
    """No option is right."""

    code = "KEY001"
    name = "missing-key"
    severity = Severity.ERROR


RULES = (MissingKey, DuplicateOption, LongestOption)

NEEDS_THE_RULES = ("unknown rule", " in rules.", "rules.OPT007.")
"""What only the loader can refuse, because a schema does not know the rules."""

words = st.lists(st.sampled_from(["OPT", "KEY001", "duplicate-option", "all"]), max_size=2)
paths = st.lists(st.sampled_from(["a/**", "*.yaml", "!x", "/b/"]), max_size=2)
grades = st.one_of(st.integers(0, 12), st.floats(0, 12))


def tables(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    optional = {name.replace("_", "-"): field for name, field in fields.items()}
    return st.fixed_dictionaries({}, optional=optional)


def needing(
    table: st.SearchStrategy[dict[str, Any]], **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda a, b: {**a, **b}, st.fixed_dictionaries(dict(fields)), table)


BANDS = st.one_of(tables(min_grade=grades, max_grade=grades), tables(max_grade=grades))
LEVEL_NAMES = ["beginner", "advanced"]
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "preset": st.sampled_from(["recommended", "strict", "all"]),
    "select": words,
    "extend_select": words,
    "min_confidence": st.sampled_from(["high", "medium", "low"]),
    "language": st.sampled_from(["en", "pt-BR", "zh_Hant"]),
    "shuffle": st.sampled_from(["yes", "no", "unknown"]),
    "index_base": st.sampled_from([0, 1]),
    "severity": st.dictionaries(
        st.sampled_from(["OPT001", "missing-key"]), st.sampled_from(["error", "warning", "info"])
    ),
    "levels": tables(
        scale=st.permutations(["beginner", "easy", "advanced"]),
        bands=st.dictionaries(st.sampled_from(LEVEL_NAMES), BANDS, max_size=2),
    ),
    "rules": st.fixed_dictionaries(
        {}, optional={"OPT007": tables(min_words=st.integers(), ratio=grades, unit=st.just("x"))}
    ),
}
entries = needing(
    tables(
        item=st.just("q17"),
        reason=st.sampled_from(["", "because"]),
        until=st.sampled_from([date(2027, 1, 1), "2027-01-01"]),
    ),
    path=st.just("old/*.yaml"),
    rule=st.just("OPT001"),
)
CONFIGS = tables(
    **COMMON,
    ignore=st.lists(st.one_of(st.just("OPT"), entries), max_size=2),
    fail_on=st.sampled_from(["error", "warning", "info", "never"]),
    include=paths,
    exclude=paths,
    require_files=st.booleans(),
    overrides=st.lists(
        needing(tables(**COMMON, ignore=words), files=st.just(["surveys/**"])), max_size=2
    ),
)
JUNK = st.one_of(
    st.sampled_from(["", "OPT001", "all", "error", "2027-02-31", "20270101"]),
    st.sampled_from([0, 1, 2, -1, 1.0, 1.5, float("inf"), True, False, date(2027, 1, 1)]),
    st.sampled_from([[], ["OPT001"], [1], [""], [[]], {}, {"a": 1}]),
    st.just({"path": "a", "rule": "OPT001"}),
)


def toml(value: Any) -> str:
    """Plain data as a TOML value."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool | str):
        return json.dumps(value)
    return str(value)


def check_agreement(config: dict[str, Any]) -> None:
    text = "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in config.items())
    data = tomllib.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "quizlint.toml")
        path.write_text(text, encoding="utf-8")
        try:
            Loader(RULES, cwd=folder).for_file("a.yaml")
            refused = ""
        except ConfigError as error:
            refused = error.message
    assume(not any(words in refused for words in NEEDS_THE_RULES))
    try:
        Config.model_validate(data)
        also_refused = ""
    except ValidationError as error:
        also_refused = str(error)
    assert bool(refused) == bool(also_refused), (text, refused, also_refused)


@given(CONFIGS)
def test_ordinary_settings(config: dict[str, Any]) -> None:
    check_agreement(config)


@given(with_one_change(CONFIGS, JUNK))
def test_settings_with_one_mistake(config: dict[str, Any]) -> None:
    check_agreement(config)
