"""Pairs of options: those that people would change, and those that only look alike.

Each row of a file is a question with the pair that was judged. A pair counts as found where the
measure behind the option rules speaks of one of the two; a look-alike counts as flagged where it
speaks at all.
"""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizlint.language.equivalence import Asked, alike
from quizlint.text import Prose

LETTERS = "ABCDEFGHIJ"
ROUNDS = 2000
"""Samples that are drawn for an interval."""


def table(path: Path) -> Iterator[str]:
    """Recall and look-alikes, by default and with doubtful pairs too, with 95 % intervals."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    yield "| findings | found | of | recall (95 %) | look-alikes flagged | of | share (95 %) |"
    yield "|---|---:|---:|---|---:|---:|---|"
    for name, doubtful in (("default", False), ("doubtful too", True)):
        found: list[bool] = []
        flagged: list[bool] = []
        for row in rows:
            verdict = row.get("label") or ("same" if row.get("pair") else "different")
            if verdict != "unsure":
                wanted = verdict in ("same", "overlap")
                (found if wanted else flagged).append(_speaks(row, wanted, doubtful=doubtful))
        yield (
            f"| {name} | {sum(found)} | {len(found)} | {interval(found)} "
            f"| {sum(flagged)} | {len(flagged)} | {interval(flagged)} |"
        )


def _speaks(row: dict[str, str | list[str]], wanted: bool, *, doubtful: bool) -> bool:
    options = [Prose(option) for option in row["options"]]
    asked = Asked(Prose(str(row["stem"])), options, [LETTERS.index(str(row["answer"]))])
    places = {place for pair in alike(asked, doubtful=doubtful) for place in pair[:2]}
    if not wanted:
        return bool(places)
    return not places.isdisjoint(LETTERS.index(letter) for letter in row["pair"])


def interval(values: Sequence[bool]) -> str:
    """The share with its interval, by drawing rows again and again (the same ones each time)."""
    draw = random.Random(1)
    shares = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(ROUNDS))
    low, high = shares[ROUNDS // 40], shares[-ROUNDS // 40]
    return f"{sum(values) / len(values):.2f} ({low:.2f}-{high:.2f})"
