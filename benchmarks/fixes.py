"""What `quizlint fix` makes of real files: `python benchmarks/fixes.py PATH… [--kills N]`.

Copies of all files are mended with safe fixes, and again with unsafe ones. Counted are the files
that changed, the findings that were mended, the fixes that were refused, the items of which more
changed than the fixes name, the rules that find more than before, and what a second run changes;
the last three are to be 0. With --kills the command is killed at so many moments while it writes:
files that are then neither old nor new are counted.
"""

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from quizlint.content import Safety
from quizlint.engine.plan import Planner
from quizlint.engine.result import Diagnostic
from quizlint.engine.session import Session
from quizlint.fixes import Mender
from quizlint.fixes.mend import Looked, look_at
from quizlint.fixes.verify import objection
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader


def mend(folder: Path, *, unsafe: bool) -> Counter[str]:
    """Mend all files below a folder in place, and count."""
    counts: Counter[str] = Counter()
    loader = Loader(all_rules(), CommandLine(select=("all",)))
    session = Session(Planner(loader, date.today()))

    def wanted(found: Diagnostic) -> bool:
        return found.repair is not None and (unsafe or found.repair.safety is Safety.SAFE)

    for job in session.jobs([str(folder)]):
        if job.target.is_container:
            continue
        counts["files"] += 1
        mended = Mender(wanted).mend(job.target, job.plan)
        counts["refused fixes"] += len(mended.left)
        if not mended.changed:
            continue
        counts["files changed"] += 1
        counts["findings mended"] += len(mended.done)
        before, after = (
            look_at(job.target, job.plan, data) for data in (mended.before, mended.after)
        )
        counts["rules that find more"] += len(_more(before, after))
        if not unsafe:  # what may be edited is known of each pass alone, so the whole is asked
            counts["items changed beyond the fixes"] += _beyond(before, after)
        job.target.path.write_bytes(mended.after)
        again = Mender(wanted).mend(job.target, job.plan)
        counts["files that a second run changes"] += again.changed
    return counts


def _more(before: Looked, after: Looked) -> set[str]:
    had, has = (Counter(found.code for found in each.diagnostics) for each in (before, after))
    return {code for code, count in has.items() if count > had[code]}


def _beyond(before: Looked, after: Looked) -> int:
    """Items that read otherwise in more than white space, case and doubled words."""
    why = objection(before.reading, after.reading, list(before.diagnostics), ((), ()))
    return bool(why)


def kills(folder: Path, times: int) -> Counter[str]:
    """Kill the command at moments of its run, and look at what stands there."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as home:
        after, work = Path(home, "after"), Path(home, "work")
        shutil.copytree(folder, after)
        command = [sys.executable, "-m", "quizlint", "fix", "--unsafe", "--select", "all", "."]
        begun = time.perf_counter()
        subprocess.run(command, cwd=after, capture_output=True, check=False)
        lasts = time.perf_counter() - begun
        for moment in range(times):
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(folder, work)
            run = subprocess.Popen(
                command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(lasts * (0.6 + 0.4 * moment / times))  # it writes at the end
            run.send_signal(signal.SIGKILL)
            run.wait()
            states = Counter(_state(path, folder, after, work) for path in _files(folder))
            counts["kills"] += 1
            counts["kills between two files"] += states["old"] > 0 and states["new"] > 0
            counts["files neither old nor new"] += states["neither"]
            counts["files left behind"] += sum(1 for _ in work.rglob("*.tmp*"))
    return counts


def _files(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _state(path: Path, old: Path, new: Path, now: Path) -> str:
    there = (now / path).read_bytes()
    was, becomes = (old / path).read_bytes(), (new / path).read_bytes()
    if was == becomes:
        return "same" if there == was else "neither"
    return "old" if there == was else "new" if there == becomes else "neither"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--kills", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name, unsafe in (("safe", False), ("unsafe too", True)):
            copy = Path(home, name.replace(" ", "-"))
            for at, path in enumerate(asked.paths):
                shutil.copytree(path, copy / str(at), symlinks=True)
            for changed in copy.rglob("*"):
                changed.chmod(0o755 if changed.is_dir() else 0o644)
            print(f"{name}: {dict(mend(copy, unsafe=unsafe))}")
        if asked.kills:
            print(f"killed: {dict(kills(asked.paths[0], asked.kills))}")


if __name__ == "__main__":
    main()
