"""From a table of settings as written to what they mean."""

from typing import Any

from quizlint.content import Severity
from quizlint.rules.context import Levels
from quizlint.settings.parts import DEFAULT, Option, Selection, Table, Value
from quizlint.settings.table import SETTINGS

DEFAULTS: Table = {
    **{
        (row.key,): Value(row.default, DEFAULT)
        for row in SETTINGS.values()
        if row.single or row.default is not None
    },
    ("levels", "scale"): Value(Levels().scale, DEFAULT),
}
"""Every setting that has a value when nobody gave one."""


def fields_of(table: Table) -> dict[str, Any]:
    """The fields of `Settings` that a whole table (with the defaults in it) gives."""
    single = (row for row in SETTINGS.values() if row.single)
    return {
        **{row.field: row.means(table[row.key,].value) for row in single},
        "levels": levels_of(table),
        "rule_options": rule_options_of(table),
    }


def selection_of(table: Table) -> Selection:
    """What a table says about which rules run. `select` says more than a preset beside it."""
    start = table.get(("select",)) or table.get(("preset",))
    choices = [value.value for key in ("extend-select", "ignore") if (value := table.get((key,)))]
    return Selection(
        start=None if start is None else start.value,
        choices=tuple(choice for found in choices for choice in found),
        severities={
            key[1]: Value(Severity[value.value.upper()], value.origin)
            for key, value in table.items()
            if key[0] == "severity"
        },
    )


def levels_of(table: Table) -> Levels:
    """The difficulty scale and its reading bands."""
    bands: dict[str, dict[str, float]] = {}
    for key, value in table.items():
        if key[:2] == ("levels", "bands"):
            bands.setdefault(key[2], {})[key[3]] = value.value
    return Levels(table["levels", "scale"].value, bands)


def rule_options_of(table: Table) -> dict[str, dict[str, Option]]:
    """The options of rules, by the rule's name and its own spelling of the option."""
    options: dict[str, dict[str, Option]] = {}
    for key, value in table.items():
        if key[0] == "rules":
            options.setdefault(key[1], {})[key[2].replace("-", "_")] = value.value
    return options
