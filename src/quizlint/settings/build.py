"""From a table of settings as written to what they mean."""

from typing import Any

from quizlint.content import Confidence, Severity
from quizlint.rules.context import Levels
from quizlint.settings.globs import NO_GLOBS
from quizlint.settings.parts import DEFAULT, Choice, Option, Selection, Table, Value

SELECTION_KEYS = ("preset", "select", "extend-select", "ignore")

DEFAULTS: Table = {
    key: Value(value, DEFAULT)
    for key, value in {
        ("preset",): (Choice("recommended", True, "preset", DEFAULT),),
        ("extend-select",): (),
        ("ignore",): (),
        ("fail-on",): "error",
        ("min-confidence",): "low",
        ("include",): NO_GLOBS,
        ("exclude",): NO_GLOBS,
        ("language",): "",
        ("shuffle",): "unknown",
        ("index-base",): None,
        ("kind",): "",
        ("format",): "",
        ("ids",): "document",
        ("require-files",): False,
        ("levels", "scale"): Levels().scale,
        ("bank", "context"): "paths",
        ("bank", "copies"): NO_GLOBS,
    }.items()
}
"""Every setting that has a value when nobody gave one."""

_SHUFFLE = {"yes": True, "no": False, "unknown": None}


def fields_of(table: Table) -> dict[str, Any]:
    """The fields of `Settings` that a whole table (with the defaults in it) gives."""
    return {
        "fail_on": fail_on(table["fail-on",].value),
        "min_confidence": Confidence.parse(table["min-confidence",].value),
        "include": table["include",].value,
        "exclude": table["exclude",].value,
        "language": table["language",].value or None,
        "shuffle": _SHUFFLE[table["shuffle",].value],
        "index_base": table["index-base",].value,
        "kind": table["kind",].value or None,
        "format": table["format",].value or None,
        "ids": table["ids",].value,
        "require_files": table["require-files",].value,
        "levels": levels_of(table),
        "rule_options": rule_options_of(table),
        "bank_context": table["bank", "context"].value,
        "bank_copies": table["bank", "copies"].value,
    }


def fail_on(word: str) -> Severity | None:
    """The least severity that fails a run; None: none does."""
    if word == "never":
        return None
    return Severity[word.upper()]


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
