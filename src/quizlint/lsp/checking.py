"""An open text, checked as the file would be; nothing is read from the disk but its neighbours."""

import os
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from quizlint.content import Reading
from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan, Planner
from quizlint.engine.read import crashed, readings
from quizlint.engine.result import Diagnostic, State
from quizlint.engine.session import hints_of, unreadable
from quizlint.engine.settle import settle
from quizlint.engine.targets import Disk, Target
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, ConfigError, Loader
from quizlint.text.names import name_as_text
from quizlint.text.opening import open_regular


class Checked(NamedTuple):
    """What was found in a text, and what it was found by; `failed` says why nothing could be."""

    target: Target
    text: str
    plan: Plan | None = None
    reading: Reading | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: str = ""


def check_text(path: Path, text: str) -> Checked:
    """Check a text as if it stood in a file, with the settings that hold there. Never raises."""
    unread = Checked(Target(path, path.name), text)
    try:
        return _check(path, text, unread)
    except ConfigError as error:
        return unread._replace(failed=str(error))
    except OSError as error:
        return unread._replace(failed=unreadable(error))
    except Exception as error:  # one text must not end the connection
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        return unread._replace(failed=crashed(error))


def _check(path: Path, text: str, unread: Checked) -> Checked:
    loader = Loader(all_rules(), CommandLine(), None, str(path.parent))
    settings = loader.for_file(str(path))
    if settings.exclude.match(str(path)):
        return unread
    # The path from the root tells languages: de/tiere.yaml.
    shown = os.path.relpath(path, settings.root or path.parent).replace(os.sep, "/")
    target = Target(path, name_as_text(shown))
    plan = Planner(loader, date.today()).plan(str(path))
    disk = _disk(path, text.encode("utf-8", "surrogatepass"))
    *members, whole = readings(target, disk, hints_of(plan))
    checked = Checked(target, text, plan, whole)
    if members:
        return checked
    result = settle([examine(whole, plan)], lambda _path: plan)
    found = tuple(each for each in result.diagnostics if each.state is State.NEW)
    failed = next((each.message for each in result.failures), "")
    return checked._replace(diagnostics=found, failed=failed)


def _disk(path: Path, data: bytes) -> Disk:
    def opener(asked: Path) -> IO[bytes]:
        return BytesIO(data) if asked == path else open_regular(asked)

    return Disk(opener)


Check = Callable[[Path, str], Checked]
