"""The file of a baseline: a line a finding, sorted, so that changes can be read and merged."""

import json
from collections.abc import Iterable

from quizlint.baseline.identity import Known

NAME = ".quizlint-baseline.jsonl"

VERSION = 1
"""Of the way in which findings are told; the first line names it."""


class NotABaselineError(ValueError):
    """Bytes that are no baseline, or one that this version does not understand."""


def written(entries: Iterable[Known]) -> str:
    """The text of the file."""
    head = json.dumps({"quizlint-baseline": VERSION})
    lines = sorted(
        json.dumps(entry._asdict(), ensure_ascii=False, separators=(", ", ": "))
        for entry in sorted(entries, key=lambda each: (each.path, each))
    )
    return "\n".join([head, *lines]) + "\n"


def read(data: bytes) -> list[Known]:
    """The entries of a file. Raises `NotABaselineError`."""
    try:
        head, *lines = data.decode("utf-8").splitlines()
        version = json.loads(head)["quizlint-baseline"]
    except (ValueError, KeyError, TypeError):
        raise NotABaselineError("its first line does not say that it is a baseline") from None
    if version != VERSION:
        raise NotABaselineError(f"it is of version {version!r}, and this quizlint reads {VERSION}")
    entries = []
    for number, line in enumerate(lines, 2):
        try:
            fields = json.loads(line)
            entries.append(Known(**{name: str(fields[name]) for name in Known._fields}))
        except (ValueError, KeyError, TypeError):
            raise NotABaselineError(f"line {number} is no finding") from None
    return entries
