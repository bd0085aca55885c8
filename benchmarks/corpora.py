"""What is read of a tree of real files: per folder, files, items, findings, and how fast.

    python benchmarks/corpora.py [FOLDER]

FOLDER defaults to `../shared/corpora` beside the repository, and to `sample_content` where that is
absent. Per folder: the files whose names are of a format, those whose contents are recognised,
those in which something was read, the items in them, the number of items that `counting` makes
out by simple means, findings by severity, and megabytes read a second, rules not counted. Then each
file whose count differs, and what was not read, with the reason. A failure ends the script with 1.
"""

import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from counting import expected
from quizlint import formats
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result
from quizlint.engine.session import Session
from quizlint.formats import containers
from quizlint.formats.base import SNIFFED, Files
from quizlint.rules.registry import all_rules
from quizlint.settings import Loader
from quizlint.text import Source

ROOT = Path(__file__).resolve().parent.parent


def default_folder() -> Path:
    """The real files if they are at hand, else our own."""
    corpora = ROOT.parent / "shared" / "corpora"
    return corpora if corpora.is_dir() else ROOT / "sample_content"


def main(folder: Path) -> int:
    """Print the tables; the number of failures."""
    failures = 0
    print(f"{'folder':<24}", end="")
    titles = ("files", "known", "read", "items", "counted", "errors", "warn.", "MB/s")
    print("".join(f"{title:>8}" for title in titles))
    notes: list[str] = []
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        planner = Planner(Loader(all_rules()), date.today())
        result = Session(planner).check([str(part)])
        items: Counter[str] = Counter()
        for document in result.documents:
            items[outer(document.path)] += document.cards + document.questions + document.prompts
        files = sorted(path for path in part.rglob("*") if path.is_file())
        claimed = [path for path in files if claims(path)]
        known = [path for path in claimed if containers.claims(path.name) or is_known(path)]
        counted = {str(path): expected(path) for path in claimed}
        levels = Counter(str(finding.severity) for finding in result.findings)
        numbers = [len(claimed), len(known), len(items), result.item_count]
        numbers += [sum(counted.values()), levels["error"], levels["warning"]]
        print(f"{part.name:<24}" + "".join(f"{n:>8}" for n in numbers) + f"{rate(known):>8.1f}")
        notes += differences(part, files, counted, items, result)
        for failure in result.failures:
            failures += 1
            notes.append(f"FAILED {failure.path}: {failure.message}")
    print("\n".join(notes))
    return failures


def claims(path: Path) -> bool:
    """Whether a file's name is of a format or a container."""
    return formats.claims(path.name) or containers.claims(path.name)


def is_known(path: Path) -> bool:
    """Whether a format takes a file for its own."""
    head = Source.from_bytes(path.name, path.read_bytes()).text[:SNIFFED]
    return formats.pick(str(path), head) is not None


def outer(shown: str) -> str:
    """The file on disk that a path in a result names, without the member of a container."""
    member = containers.member_of(shown)
    return str(Path(shown.removesuffix(f"!{member}") if member else shown).resolve())


def rate(files: list[Path]) -> float:
    """Megabytes of ordinary files read a second: decoded, recognised and read, without rules."""
    size, seconds = 0, 0.0
    for path in files:
        if containers.claims(path.name):
            continue
        data = path.read_bytes()
        begin = time.perf_counter()
        source = Source.from_bytes(str(path), data)
        chosen = formats.pick(str(path), source.text[:SNIFFED])
        if chosen is not None:
            chosen.read(source, Files(lambda _path: None))
        seconds += time.perf_counter() - begin
        size += len(data)
    return size / 1e6 / seconds if seconds else 0.0


def differences(
    part: Path, files: list[Path], counted: dict[str, int], items: Counter[str], result: Result
) -> list[str]:
    """A line on each file that has another number of items, and on each that was left alone."""
    reasons = {outer(skip.path): skip.reason for skip in result.skips}
    lines = []
    for path in files:
        place = f"{part.name}/{path.relative_to(part)}"
        ours, theirs = items[str(path.resolve())], counted.get(str(path), 0)
        if ours != theirs:
            reason = reasons.get(str(path.resolve()), "")
            lines.append(f"GAP    {place}: {ours} items, {theirs} counted {reason}")
        elif not claims(path):
            lines.append(f"NAME   {place}: no format has this name")
        elif not (ours or containers.claims(path.name) or is_known(path)):
            lines.append(f"LEFT   {place}: of no format")
    return lines


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()) else 0)
