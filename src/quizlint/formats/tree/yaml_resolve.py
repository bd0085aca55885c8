"""What YAML makes of scalars without quotes, by its two versions."""

import math
import re

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "boolean"),
}
"""Words that the core schema of YAML 1.2 takes for something else than text, and their kind."""

NUMERIC = frozenset("0123456789+-.")
"""What a number can begin with."""

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))"
    r"|\.(?:nan|NaN|NAN)"
)

_CHANGED_WORDS = {
    **dict.fromkeys(("~", "null", "Null", "NULL"), "null"),
    **dict.fromkeys(("True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), "false"),
}
_LONGEST = 64  # no number that a quiz means as text is longer, and Python caps what it converts
_BASED = re.compile(r"([-+]?)0(?:(b)([01_]+)|(x)([0-9a-fA-F_]+)|(o)([0-7]+)|()([0-7_]+))")
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*")
_POINT = re.compile(
    r"[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+"
)
_SIXTY = re.compile(r"([-+]?)([1-9][0-9_]*(?::[0-5]?[0-9])+)(\.[0-9_]*)?")
_INFINITE = (".inf", ".Inf", ".INF")
_NOT_A_NUMBER = (".nan", ".NaN", ".NAN")
_BASES = {"b": 2, "x": 16, "o": 8, "": 8}


def number_kind(value: str) -> str:
    """The kind (string, integer, float) of a plain scalar by the core schema of YAML 1.2."""
    if _INTEGER.fullmatch(value):
        return "integer"
    return "float" if _FLOAT.fullmatch(value) else "string"


def becomes(value: str) -> str | None:
    """How a YAML 1.1 or 1.2 tool prints a plain scalar, or None where that is what was written.

    Dates print as they were written, and single letters (`y`, `n`) are text in every tool that is
    in use, whatever YAML 1.1 says.
    """
    word = _CHANGED_WORDS.get(value)
    if word is not None:
        return word
    if value[:1] not in NUMERIC or len(value) > _LONGEST:
        return None
    printed = _number(value)
    return None if printed == value else printed


def _number(value: str) -> str | None:
    if value.isdecimal() and value.isascii() and value[0] != "0":
        return value
    if value in _NOT_A_NUMBER:
        return "NaN"
    if value.lstrip("+-") in _INFINITE:
        return _infinite(value)
    based = _BASED.fullmatch(value)
    if based is not None:
        sign, *pairs = (group for group in based.groups() if group is not None)
        digits = pairs[1].replace("_", "")
        if digits:
            return str(int(sign + digits, _BASES[pairs[0]]))
    if _DECIMAL.fullmatch(value):
        return str(int(value.replace("_", "").strip("_")))
    if _POINT.fullmatch(value):
        number = float(value.replace("_", ""))
        return repr(number) if math.isfinite(number) else _infinite(value)
    sixty = _SIXTY.fullmatch(value)
    return None if sixty is None else _sexagesimal(sixty)


def _infinite(value: str) -> str:
    return "-Infinity" if value[0] == "-" else "Infinity"


def _sexagesimal(found: re.Match[str]) -> str:
    """Minutes and seconds in the notation of YAML 1.1: `1:30` is 90."""
    sign, whole, fraction = found.groups()
    total = 0
    for part in whole.replace("_", "").split(":"):
        total = total * 60 + int(part)
    sign = sign.strip("+")
    if fraction is None:
        return f"{sign}{total}"
    return f"{sign}{total + float('0' + fraction.replace('_', ''))!r}"
