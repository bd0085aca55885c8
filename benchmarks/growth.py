"""How the time for a file grows with the length of one place in it.

    python benchmarks/growth.py [readers|rules] [NAME …] [--sizes 1000,10000,100000]
    python benchmarks/growth.py --search [NAME …]

Each row is a place that once grew faster than it should, or easily could, filled up to each of the
sizes: the seconds it takes, and the exponent that fits them best. 1 is linear; what takes less than
`FLOOR` seconds says nothing. Above `STEEP`, a row is marked and the exit code is 1. With `--search`
every unit in `UNITS` is tried in every place of every frame, at 2,000 and 16,000 characters.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from quizlint.engine import read as stage
from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.formats.base import Files
from quizlint.rules.registry import all_rules

Maker = Callable[[int], tuple[str, bytes]]
"""Gives the name and the bytes of a file with a place of a length."""

STEEP = 1.5
FLOOR = 0.05

HOLE = "§"
FRAMES: Mapping[str, tuple[str, str]] = {
    path.parent.name: (path.name, path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "frames").glob("*/*"))
}
"""Small files in which each `HOLE` is a place to fill: their names and contents."""

BLANKS = (" ", "\t", "\n", " \n", "\n\n", "\r", "\r\n", "\u00a0", "\0", "a ", "A) ", "word ", "a: ")
LINES = (
    "a:\n",
    "- a\n",
    "#a\n",
    "//a\n",
    "A) a\n",
    "*a) a\n",
    "[ ] a\n",
    "ANSWER: A\n",
    "a -> b\n",
)
BLOCKS = (
    "{}\n\n",
    "[[a]]\n",
    "a = 1\n",
    "GROUP\n",
    "END_GROUP\n",
    "exa: ",
    "? ",
    "&a ",
    "*a ",
    "! ",
)
SIGNS = r"""
a 1 1. é ex a, a; ~a =a "a" 'a' a= a='b' [a]( * _ ` ' " "" \ \\ ( ) [ ] { } {} {{ {= }} < > <a <a>
</a> <!-- --> <![CDATA[ ]]> <? & &a; &#1; = ~ # % $ : :: | , ; - -> / // /* ! \a{ \item \" \u0041
"""
UNITS = (*BLANKS, *LINES, *BLOCKS, *SIGNS.split(), "<a ", "- ", "\\item ")
"""What is written again and again into a place."""


def filled(frame: str, place: int, unit: str, end: str = "") -> Maker:
    """Files of a frame whose place, counted from 0, is filled with a unit; the others are empty."""
    name, content = FRAMES[frame]

    def make(size: int) -> tuple[str, bytes]:
        parts = content.split(HOLE)
        parts[place] += (unit * (size // len(unit) + 1))[:size] + end
        return name, "".join(parts).encode("utf-8", "replace")

    return make


def _aliases(size: int) -> tuple[str, bytes]:
    """A long text, and an alias of it for each hundred characters."""
    uses = "".join(f"  - front: f{n}\n    back: *b\n" for n in range(size // 100))
    text = f"kind: cheat-sheet\ncards:\n  - front: f\n    back: &b {'word ' * (size // 5)}\n{uses}"
    return "a.sheet.yaml", text.encode()


def written(name: str, before: str, unit: str, after: str) -> Maker:
    """Files of a beginning, a unit as often as it takes, and an end."""

    def make(size: int) -> tuple[str, bytes]:
        return name, f"{before}{(unit * (size // len(unit) + 1))[:size]}{after}".encode()

    return make


QUIZ = "kind: quiz\nquestions:\n  - question: Which gate?\n    options: [up, low]\n"

READERS: dict[str, Maker] = {
    "table: a cell of blanks": filled("table-semicolons", 1, " ", "x"),
    "yaml: aliases of a long text": _aliases,
    "yaml: signs of a comment": written("a.yaml", f"{QUIZ}    answer: u", "#", "\n# quizlint: a\n"),
    "json: a broken file of blank lines": written("a.json", '{"a": [', "\n", ""),
    "moodle: elements in a text": filled("moodle", 2, "<b></b>"),
    "anki: rows of blanks": filled("anki", 3, " \n"),
}
"""Places at which to read takes long, by a name for people."""

RULES: dict[str, Maker] = {}
"""Files at which to check takes long, by the rule or the function that does."""

PLAN = Plan(
    rules=tuple(rule() for rule in all_rules()),
    severities={rule.code: rule.severity for rule in all_rules()},
)


def read(name: str, data: bytes) -> None:
    """Read a file, and all its texts' places."""
    stage.read(name, data, Files())


def check(name: str, data: bytes) -> None:
    """Run every rule over a file."""
    examine(stage.read(name, data, Files()), PLAN)


GROUPS: dict[str, tuple[dict[str, Maker], Callable[[str, bytes], None]]] = {
    "readers": (READERS, read),
    "rules": (RULES, check),
}


def seconds(action: Callable[[str, bytes], None], maker: Maker, size: int) -> float:
    """The processor time of one file; of a short one, the best of three."""
    name, data = maker(size)
    best = math.inf
    for _ in range(3):
        begin = time.process_time()
        action(name, data)
        best = min(best, time.process_time() - begin)
        if best > FLOOR:
            break
    return best


def exponent(sizes: list[int], times: list[float]) -> float:
    """The slope of the line that fits the logarithms best, of sizes that take long enough."""
    points = [
        (math.log(size), math.log(took))
        for size, took in zip(sizes, times, strict=True)
        if took > FLOOR / 10
    ]
    if len(points) < 2 or max(times) < FLOOR:
        return 0.0
    middle = sum(x for x, _ in points) / len(points)
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * y for x, y in points) / spread


def measure(groups: list[str], names: list[str], sizes: list[int]) -> bool:
    """Print a row for each maker. Whether none is steep."""
    flat = True
    print(f"{'':44}" + "".join(f"{size:>11,}" for size in sizes) + "  exponent")
    for group in groups:
        makers, action = GROUPS[group]
        for name, maker in makers.items():
            if names and name not in names:
                continue
            seconds(action, maker, sizes[0])  # what is read for the first time loads its parsers
            times = [seconds(action, maker, size) for size in sizes]
            grows = exponent(sizes, times)
            flat &= grows < STEEP
            row = "".join(f"{took:>11.3f}" for took in times)
            print(f"{name:44}{row}  {grows:8.2f}{' STEEP' * (grows >= STEEP)}", flush=True)
    return flat


def searched(frames: list[str]) -> Iterator[tuple[str, int, str, float, float]]:
    """Each frame, place and unit at which eight times the length takes sixteen times as long."""
    for frame in frames or FRAMES:
        for place in range(FRAMES[frame][1].count(HOLE)):
            for unit in UNITS:
                for end in ("", "x"):
                    maker = filled(frame, place, unit, end)
                    short = seconds(read, maker, 2000)
                    long = seconds(read, maker, 16_000)
                    if long > FLOOR and long / short > 16:
                        yield frame, place, unit + end, short, long


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure how time grows with length.")
    parser.add_argument("names", nargs="*", help="a group, or single rows")
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--search", action="store_true")
    asked = parser.parse_args()
    if asked.search:
        found = 0
        for frame, place, unit, short, long in searched(asked.names):
            found += 1
            print(f"{frame:18} place {place} {unit!r:16} {short:.3f} s → {long:.3f} s", flush=True)
        return min(found, 1)
    groups = [name for name in asked.names if name in GROUPS] or list(GROUPS)
    names = [name for name in asked.names if name not in GROUPS]
    return 0 if measure(groups, names, [int(size) for size in asked.sizes.split(",")]) else 1


if __name__ == "__main__":
    sys.exit(main())
