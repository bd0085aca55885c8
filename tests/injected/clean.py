"""Clean questions to break: the own-written ones of sample_content/good, written out as YAML."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Item = dict[str, Any]

GOOD = Path(__file__).resolve().parents[2] / "sample_content/good"
LETTERS = "ABCD"


class Raw(str):
    """YAML that is written as it stands, where other texts are quoted."""


def questions() -> Iterator[Item]:
    """The native questions with four options, one of them right and named by its letter."""
    for path in sorted(GOOD.glob("*.yaml")):
        for item in YAML(typ="safe").load(path.read_text("utf-8"))["questions"]:
            options = item.get("options", ())
            if len(options) == len(LETTERS) and str(item.get("answer")) in LETTERS:
                yield {**item, "options": [str(option) for option in options]}


def quiz(items: Sequence[Item]) -> str:
    """A native file that holds the items."""
    lines = ["kind: quiz", "title: Injected", "questions:"]
    for item in items:
        pairs = [line for name, value in item.items() for line in _field(name, value)]
        lines += [("    " if index else "  - ") + line for index, line in enumerate(pairs)]
    return "\n".join(lines) + "\n"


def _field(name: str, value: object) -> Iterator[str]:
    if name == "options" and isinstance(value, list):
        yield "options:"
        yield from (f"  - {_scalar(option)}" for option in value)
    else:
        yield f"{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, Raw):
        return value
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_scalar(part)}" for name, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
