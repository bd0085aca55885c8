"""How many findings a baseline knows again after edits: `python benchmarks/histories.py PATH…`.

Each kind of edit is made to copies of all files that it can be made to: lines above, another order
of items, other names, other indentation, other line ends. Findings from before should be known
again (aim 99 %). With --git REPO FOLDER the history of a folder is replayed instead: a baseline of
each revision against the next one, in which findings may also be mended.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from quizlint.baseline import known, matched
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result, State
from quizlint.engine.session import Session
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader

Edit = Callable[[Path, str], str | None]
"""The text of a file after an edit; None where it cannot be made."""


def lines_above(path: Path, text: str) -> str | None:
    """Three remarks at the top of the content."""
    if path.suffix in (".yaml", ".yml", ".toml"):
        return "# one\n# two\n# three\n" + text
    if path.suffix == ".gift":
        return "// one\n// two\n\n" + text
    if path.suffix == ".md" and not text.startswith("---"):
        return "A remark of the teacher.\n\nAnd another one.\n\n" + text
    return None


def reordered(path: Path, text: str) -> str | None:
    """The entries of a list of JSON, or the blocks of GIFT, in another order."""
    if path.suffix == ".json":
        return _json(text, lambda entries: random.Random(1).sample(entries, len(entries)))
    if path.suffix == ".gift" and "$CATEGORY" not in text:
        blocks = re.split(r"\n\s*\n", text.strip())
        return "\n\n".join(random.Random(1).sample(blocks, len(blocks))) + "\n"
    return None


def indented(path: Path, text: str) -> str | None:
    """JSON with another indentation."""
    return _json(text, lambda entries: entries, indent=7) if path.suffix == ".json" else None


def other_ends(_path: Path, text: str) -> str | None:
    """Lines that end as on Windows, or no more so."""
    return text.replace("\r\n", "\n") if "\r\n" in text else text.replace("\n", "\r\n")


def _json(text: str, change: Callable[[list[object]], list[object]], indent: int = 2) -> str | None:
    try:
        whole = json.loads(text)
    except ValueError:
        return None
    if isinstance(whole, list):
        whole = change(whole)
    elif isinstance(whole, dict):
        whole = {k: change(v) if isinstance(v, list) else v for k, v in whole.items()}
    return json.dumps(whole, indent=indent, ensure_ascii=False) + "\n"


EDITS: dict[str, Edit] = {
    "lines above": lines_above,
    "another order": reordered,
    "other indentation": indented,
    "other line ends": other_ends,
}


def check(folder: Path) -> Result:
    """All findings of default rules below a folder."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        return Session(Planner(Loader(all_rules(), CommandLine()), date.today())).check(["."])
    finally:
        os.chdir(here)


def compare(before: Path, after: Path) -> tuple[int, int, int]:
    """The findings before, those known again, and those that are new."""
    had, has = check(before), check(after)
    entries = list(known(had.findings, had.items))
    result = matched(has, entries, lambda path: (after / path).exists()).result
    again = sum(each.state is State.BASELINED for each in result.diagnostics)
    return len(entries), again, sum(each.state is State.NEW for each in result.diagnostics)


def edits(paths: list[Path]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each kind of edit, and what came of it."""
    for name, edit in EDITS.items():
        with tempfile.TemporaryDirectory() as home:
            before, after = Path(home, "before"), Path(home, "after")
            for at, path in enumerate(_files(paths)):
                text = path.read_bytes().decode("utf-8", "surrogateescape")
                changed = edit(path, text)
                if changed is not None:
                    for root, said in ((before, text), (after, changed)):
                        file = root / str(at) / path.name
                        file.parent.mkdir(parents=True)
                        file.write_bytes(said.encode("utf-8", "surrogateescape"))
            yield name, compare(before, after) if before.exists() else (0, 0, 0)
    with tempfile.TemporaryDirectory() as home:
        before, after = Path(home, "before"), Path(home, "after")
        for at, path in enumerate(_files(paths)):
            for root, name in ((before, path.name), (after, f"new-{path.name}")):
                (root / str(at)).mkdir(parents=True)
                shutil.copyfile(path, root / str(at) / name)
        yield "other names", compare(before, after)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (
            each
            for each in sorted(path.rglob("*"))
            if each.is_file() and each.suffix in (".json", ".md", ".yaml", ".yml", ".gift", ".toml")
        )


def replay(repository: Path, folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each revision that touched a folder against the one before."""
    git = ["git", "-C", str(repository)]
    log = subprocess.run(
        [*git, "log", "--format=%h", "--reverse", "--", folder], capture_output=True, text=True
    )
    with tempfile.TemporaryDirectory() as home:
        last: Path | None = None
        for revision in log.stdout.split():
            now = Path(home, revision)
            now.mkdir()
            packed = subprocess.run([*git, "archive", revision, folder], capture_output=True)
            subprocess.run(["tar", "x", "-C", str(now)], input=packed.stdout, check=False)
            if last is not None:
                yield revision, compare(last, now)
                shutil.rmtree(last)
            last = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--git", nargs=2, metavar=("REPO", "FOLDER"))
    asked = parser.parse_args()
    rows = edits(asked.paths) if not asked.git else replay(Path(asked.git[0]), asked.git[1])
    total = [0, 0]
    for name, (had, again, new) in rows:
        share = f"{again / had:.1%}" if had else "–"
        print(f"{name:20} {had:6,} findings, {again:6,} known again ({share}), {new:4,} new")
        total = [total[0] + had, total[1] + again]
    print(f"all: {total[1]:,} of {total[0]:,} ({total[1] / max(total[0], 1):.2%})")


if __name__ == "__main__":
    main()
