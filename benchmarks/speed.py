"""How fast quizlint is, and how much memory it takes.

    python benchmarks/speed.py [--files 500] [--questions 200] [--runs 7]

Two measurements, each of whole processes:

* start: `quizlint check` of one file of ten questions beside `yamllint` of the same file, in turn,
  and the median of their ratios. The aim is at most 1.
* bank: `quizlint check` of a generated bank on one process: questions a second and peak memory, and
  the peak memory of a tenth of the bank, which should be about the same. The aim is 4,000 a second.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import write

BIN = Path(sys.executable).parent

# An installed program has its bytecode; without this, ours would be compiled at every start.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one process; its exit code may be 0 or 1."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return seconds, peak_megabytes(usage)


def peak_megabytes(usage: resource.struct_rusage) -> float:
    """Linux counts kilobytes, macOS bytes."""
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def start(folder: Path, runs: int) -> None:
    """Compare the time for one small file with yamllint's."""
    write(folder, files=1, questions=10)
    file = str(next(folder.glob("*.yaml")))
    ours = [str(BIN / "quizlint"), "check", file]
    theirs = [str(BIN / "yamllint"), "-d", "relaxed", file]
    timed(ours), timed(theirs)  # warm the caches
    pairs = [(timed(ours)[0], timed(theirs)[0]) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"start: quizlint {statistics.median(a for a, _ in pairs) * 1000:.0f} ms, ", end="")
    print(f"yamllint {statistics.median(b for _, b in pairs) * 1000:.0f} ms, ratio {ratio:.2f}")


def bank(folder: Path, files: int, questions: int) -> None:
    """Check a large bank, and a tenth of it."""
    for part in (max(1, files // 10), files):
        shutil.rmtree(folder, ignore_errors=True)
        size = write(folder, part, questions)
        seconds, peak = timed([str(BIN / "quizlint"), "check", "--format", "concise", str(folder)])
        count = part * questions
        print(
            f"bank: {count:,} questions in {part} files ({size / 1e6:.1f} MB): {seconds:.1f} s, "
            f"{count / seconds:,.0f} questions/s, peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure start-up, throughput and memory.")
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        start(Path(name) / "start", asked.runs)
        bank(Path(name) / "bank", asked.files, asked.questions)
