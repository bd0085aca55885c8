"""Data as YAML in which every text means the same to YAML 1.1 and 1.2."""

import json
import re
from collections.abc import Iterator

Data = str | bool | int | list["Data"] | dict[str, "Data"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;()'\"/?!%+=<>*&-]*[\w.;)'\"/?!%+=<>*-])?")
_WORDS = frozenset("y n yes no on off true false null none nan inf".split())
_PRINTED = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_UNPRINTED = re.compile(f"[^{_PRINTED}]")
_HARD = re.compile(rf"[^\n{_PRINTED}]|[ \xa0]$|\A\s|\n\n\Z", re.MULTILINE)


def dump(data: dict[str, Data]) -> str:
    """A mapping as block YAML."""
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def _mapping(data: dict[str, Data], indent: str) -> Iterator[str]:
    for name, value in data.items():
        yield from _after(f"{indent}{name}:", value, indent + "  ")


def _after(lead: str, value: Data, indent: str) -> Iterator[str]:
    """A value behind its field's name or dash; what takes more lines is indented."""
    match value:
        case bool():
            yield f"{lead} {'true' if value else 'false'}"
        case int():
            yield f"{lead} {value}"
        case str():
            if "\n" in value and not _HARD.search(value):
                keep = "" if value.endswith("\n") else "-"
                yield f"{lead} |{keep}"
                for line in value.removesuffix("\n").split("\n"):
                    yield f"{indent}{line}" if line else ""
            else:
                yield f"{lead} {scalar(value)}"
        case list():
            if not value:
                yield f"{lead} []"
                return
            yield lead
            for member in value:
                yield from _member(member, indent)
        case dict():
            yield lead
            yield from _mapping(value, indent)


def _member(member: Data, indent: str) -> Iterator[str]:
    if isinstance(member, dict):
        lines = _mapping(member, indent + "  ")
        yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
        yield from lines
    else:
        yield from _after(f"{indent}-", member, indent + "  ")


def scalar(value: str) -> str:
    """A text on one line, in quotes unless it is plainly words."""
    plain = (
        _PLAIN.fullmatch(value) is not None
        and len(value) <= 200
        and value.casefold() not in _WORDS
        and not _UNPRINTED.search(value)
    )
    if plain:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTED.sub(_escaped, quoted)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\U{number:08x}" if number > 0xFFFF else f"\\u{number:04x}"
