"""Whole sheets with planted defects: what is found of each kind, and what is said without cause.

A planted defect counts as found where a rule of its kind speaks of its item. A finding of these
rules about an item in which nothing of their kinds is planted is a false one.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pairs import interval

from quizlint.engine.plan import Planner
from quizlint.engine.result import Result
from quizlint.engine.session import Session
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader

RULES = {
    "key-contradicts-card": ("KEY019", "KEY007"),
    "explanation-supports-other": ("KEY007",),
    "reads-above-level": ("LVL011",),
    "reads-below-level": ("LVL012",),
    "ambiguous-options": ("OPT001", "OPT002", "OPT003", "OPT004", "OPT005", "OPT006"),
}
"""The rules that may find each kind of planted defect."""

Items = set[tuple[str, str]]


def table(folder: Path) -> Iterator[str]:
    """Recall with its interval, and false findings, by default and with all rules."""
    planted: dict[str, Items] = defaultdict(set)
    for row in json.loads((folder / "truth.json").read_text("utf-8")):
        planted[row["kind"]].add((Path(row["file"]).name, row["item"]))
    yield "| defect | rules | found | of | recall (95 %) | false |"
    yield "|---|---|---:|---:|---|---:|"
    for name, line in (("default", CommandLine()), ("all", CommandLine(select=("all",)))):
        said = _said(_checked(folder, line))
        for kind, codes in RULES.items():
            if kind not in planted:
                continue
            got: Items = set().union(*(said[code] for code in codes))
            also: Items = set().union(
                *(planted[each] for each, others in RULES.items() if {*others} & {*codes})
            )
            hits = [item in got for item in sorted(planted[kind])]
            yield (
                f"| {kind} | {name} | {sum(hits)} | {len(hits)} | {interval(hits)} "
                f"| {len(got - also)} |"
            )


def _checked(folder: Path, line: CommandLine) -> Result:
    planner = Planner(Loader(all_rules(), line), date.today())
    return Session(planner).check([str(folder)])


def _said(result: Result) -> Mapping[str, Items]:
    said: dict[str, Items] = defaultdict(set)
    for finding in result.findings:
        said[finding.code].add((Path(finding.place.path).name, finding.item))
    return said
