"""Whether two revisions say the same of the same files: for changes that should change nothing.

    python benchmarks/same_findings.py REVISION [PATH ...]

Runs all rules of REVISION (checked out beside) and of the work tree over each PATH, and prints what
only one of them says: findings with place, message, item, state and fingerprint, documents with
their counts, items, failures and skipped files. PATH defaults to `sample_content`, and to
`../shared/corpora` where that is at hand. A result stored earlier (`--select all --format json`)
may stand in place of REVISION. The exit code is 1 if anything differs.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ADDED = frozenset({"item_route", "mark", "url"})
"""What findings have since, or what is no matter of content."""


def main(revision: str, paths: list[str]) -> int:
    """Print the differences; 1 if there are any."""
    different = 0
    with TemporaryDirectory() as folder:
        there = Path(folder) / "there"
        if not Path(revision).is_file():
            git("worktree", "add", "--quiet", "--detach", str(there), revision)
        try:
            for path in paths:
                if Path(revision).is_file():
                    before = json.loads(Path(revision).read_text("utf-8"))
                else:
                    before = result(there / "src", path)
                different += told(path, before, result(ROOT / "src", path))
        finally:
            if there.exists():
                git("worktree", "remove", "--force", str(there))
    return 1 if different else 0


def told(path: str, before: dict[str, Any], after: dict[str, Any]) -> int:
    """Print what only one of two results says; the number of such things."""
    old, new = Counter(facts(before)), Counter(facts(after))
    gone, come = old - new, new - old
    print(f"{path}: {len(before['findings']):,} findings before, {len(after['findings']):,} after")
    for sign, only in (("-", gone), ("+", come)):
        for fact in sorted(only.elements()):
            print(f"  {sign} {fact}")
    return gone.total() + come.total()


def facts(data: dict[str, Any]) -> Iterator[str]:
    """Each thing that a result says, as one line."""
    for kind in ("findings", "documents", "items", "errors", "skipped"):
        for each in data[kind]:
            said = {name: value for name, value in each.items() if name not in ADDED}
            yield f"{kind[:-1]} {json.dumps(said, ensure_ascii=False, sort_keys=True)}"


def result(source: Path, path: str) -> dict[str, Any]:
    """What the package below `source` finds with all rules."""
    command = [sys.executable, "-m", "quizlint", "check", "--select", "all", "--format", "json"]
    run = subprocess.run(
        [*command, path],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        check=False,
    )
    if not run.stdout:
        raise SystemExit(run.stderr.decode("utf-8", "replace"))
    data: dict[str, Any] = json.loads(run.stdout)
    return data


def git(*arguments: str) -> None:
    """Run git in the repository."""
    subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True)


def default_paths() -> list[str]:
    """Our own files, and real ones if they are at hand."""
    corpora = ROOT.parent / "shared" / "corpora"
    return [str(ROOT / "sample_content"), *([str(corpora)] if corpora.is_dir() else [])]


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:] or default_paths()))
