"""What is read of a tree of real files: per folder, files, documents, items and findings.

    python benchmarks/corpora.py [FOLDER]

FOLDER defaults to `../shared/corpora` beside the repository, and to `sample_content` where that is
absent. Nothing may crash: a failure is printed and ends the script with 1.
"""

import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from quizlint import formats
from quizlint.engine.plan import Planner
from quizlint.engine.session import Session
from quizlint.rules.registry import all_rules
from quizlint.settings import Loader

ROOT = Path(__file__).resolve().parent.parent


def default_folder() -> Path:
    """The real files if they are at hand, else our own."""
    corpora = ROOT.parent / "shared" / "corpora"
    return corpora if corpora.is_dir() else ROOT / "sample_content"


def main(folder: Path) -> int:
    """Print the table; the number of failures."""
    failures = 0
    print(f"{'folder':<26}{'files':>7}{'read':>7}{'items':>8}{'errors':>8}{'warn.':>8}{'MB/s':>8}")
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = [p for p in part.rglob("*") if p.is_file() and formats.claims(p.name)]
        size = sum(path.stat().st_size for path in files)
        begin = time.perf_counter()
        planner = Planner(Loader(all_rules()), date.today())
        result = Session(planner).check([str(part)])
        seconds = time.perf_counter() - begin
        read = len({document.path for document in result.documents})
        levels = Counter(str(finding.severity) for finding in result.findings)
        print(
            f"{part.name:<26}{len(files):>7}{read:>7}{result.item_count:>8}{levels['error']:>8}"
            f"{levels['warning']:>8}{size / 1e6 / seconds:>8.2f}"
        )
        for failure in result.failures:
            failures += 1
            print(f"  {failure.path}: {failure.message}")
    return failures


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()) else 0)
