"""An open text, checked as the file would be; nothing is read from the disk but its neighbours."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from quizlint.content import Reading
from quizlint.engine.examine import Examined, examine
from quizlint.engine.plan import Plan, Planner
from quizlint.engine.read import readings
from quizlint.engine.result import Diagnostic, State
from quizlint.engine.session import hints_of
from quizlint.engine.settle import settle
from quizlint.engine.targets import MAX_BYTES, Disk, Target
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader
from quizlint.text.opening import open_regular


class Checked(NamedTuple):
    """What was found in a text, and what it was found by; `failed` says why nothing could be."""

    target: Target
    text: str
    plan: Plan | None
    reading: Reading | None
    diagnostics: tuple[Diagnostic, ...]
    failed: str = ""


def check_text(path: Path, text: str) -> Checked:
    """Check a text as if it stood in a file, with the settings that hold there."""
    data = text.encode("utf-8", "surrogatepass")
    target = Target(path, path.name, data)
    if len(data) > MAX_BYTES:
        return Checked(target, text, None, None, (), "the file is too large to be checked")
    try:
        loader = Loader(all_rules(), CommandLine(), None, str(path.parent))
        plan = Planner(loader, date.today()).plan(str(path))
    except ConfigError as error:
        return Checked(target, text, None, None, (), str(error))
    try:
        *members, whole = list(readings(target, _disk(path, data), hints_of(plan)))
    except OSError as error:
        return Checked(target, text, plan, None, (), error.strerror or str(error))
    if members or whole.skipped is not None:
        return Checked(target, text, plan, whole, ())
    record: Examined = examine(whole, plan)
    result = settle([record], lambda _path: plan)
    found = tuple(each for each in result.diagnostics if each.state is State.NEW)
    failed = next((each.message for each in result.failures), "")
    return Checked(target, text, plan, whole, found, failed)


def _disk(path: Path, data: bytes) -> Disk:
    def opener(asked: Path) -> IO[bytes]:
        return BytesIO(data) if asked == path else open_regular(asked)

    return Disk(opener)


Check = Callable[[Path, str], Checked]
