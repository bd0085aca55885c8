"""How long each renderer takes for 20,000 findings, and how much memory the page needs.

Each runs in a process of its own:  python benchmarks/renderers.py [FINDINGS]
"""

import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
FINDINGS = 20_000


def measure(name: str, findings: int) -> str:
    """A row of the table for one renderer."""
    sys.path.insert(0, str(ROOT / "tests"))
    from quizlint.reports import renderer
    from quizlint.reports.look import PLAIN
    from reports.canned import many

    result = many(findings)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = perf_counter()
    size = sum(len(piece.encode()) for piece in renderer(name).render(result, PLAIN))
    took = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (
        f"{name:<12}{took:>8.2f} s{size / 1e6:>9.1f} MB"
        f"{(after - before) / 1e3:>9.0f} MB more, {after / 1e3:.0f} MB in all"
    )


def main() -> None:
    """Print a row for every renderer."""
    from quizlint.reports import REPORTS

    findings = sys.argv[1] if len(sys.argv) > 1 else str(FINDINGS)
    print(f"{findings} findings: time, size of the report, memory")
    for name in REPORTS:
        subprocess.run([sys.executable, __file__, "--one", name, findings], check=True)


if __name__ == "__main__":
    if "--one" in sys.argv:
        print(measure(sys.argv[2], int(sys.argv[3])))
    else:
        main()
