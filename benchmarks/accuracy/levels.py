"""Labelled items of real files: how many read beyond the band of their label.

Counted are the items that have words enough to be judged, by label as written in lower case, under
the default bands. What is beyond its band, LVL011 says.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pairs import interval

from quizlint import read
from quizlint.engine.language import languages
from quizlint.engine.measure import measured
from quizlint.engine.plan import Plan

FEWEST = 20
"""Items below which a label is no row of its own."""


def table(folder: Path) -> Iterator[str]:
    """Items and those beyond their band by label, the most frequent label first."""
    over: dict[str, list[bool]] = defaultdict(list)
    plan = Plan(rules=())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        reading = read(str(path))
        for document, language in zip(reading.documents, languages(reading, plan), strict=True):
            if any(item.difficulty for item in document.items):
                for grade in measured(document, language, plan).grades:
                    over[grade.level.lower()].append(grade.over)
    rare = [label for label, found in over.items() if len(found) < FEWEST]
    if rare:
        over["(rarer labels)"] = [each for label in rare for each in over.pop(label)]
    yield "| label | items | beyond the band | share (95 %) |"
    yield "|---|---:|---:|---|"
    for label, found in sorted(over.items(), key=lambda each: -len(each[1])):
        yield f"| {label} | {len(found)} | {sum(found)} | {interval(found)} |"
