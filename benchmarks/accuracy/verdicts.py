"""The findings that were read against their files, and which of them are still reported."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizlint.engine.result import Diagnostic

VERDICTS = Path(__file__).with_suffix(".toml")

Read = tuple[str, str, int]
"""Code, path below the folder of real files, line."""


def table(folder: Path, findings: Iterable[Diagnostic]) -> Iterator[str]:
    """How many were right, those that were not, and how many are reported now."""
    entries = tomllib.loads(VERDICTS.read_text("utf-8"))["finding"]
    verdicts: dict[Read, str] = {(e["rule"], e["path"], e["line"]): e["verdict"] for e in entries}
    notes = {(e["rule"], e["path"], e["line"]): e["note"] for e in entries}
    now = {(f.code, _below(folder, f.place.path), f.place.line) for f in findings}
    for verdict in ("right", "wrong"):
        read = {key for key, found in verdicts.items() if found == verdict}
        count = sum(entry["verdict"] == verdict for entry in entries)
        yield f"{count} of {len(entries)} {verdict}; {len(read & now)} of these are reported now."
    yield ""
    yield "| wrong | where | why | now |"
    yield "|---|---|---|---|"
    for (code, path, line), verdict in verdicts.items():
        if verdict == "wrong":
            key = (code, path, line)
            state = "reported" if key in now else "silent"
            yield f"| {code} | {path}:{line} | {notes[key]} | {state} |"


def _below(folder: Path, path: str) -> str:
    return path.rpartition(f"{folder.name}/")[2]
