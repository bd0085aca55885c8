"""The suppressions of the settings, judged once for the whole run."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from quizlint.content import Suppression
from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, Place
from quizlint.engine.suppress import of_settings
from quizlint.rules.context import NO_CONTEXT
from quizlint.settings import Ignored

WILD = frozenset("*?[")


def is_single(entry: Ignored) -> bool:
    """Whether an entry is about a single file, by its path or name."""
    return not any(WILD & set(glob) or glob.endswith("/") for glob in entry.files.patterns)


def is_gone(entry: Ignored, files: Iterable[str], folders: Iterable[str]) -> bool:
    """Whether an entry is about a single file that is not there any more.

    `files` are those of the run, `folders` those that it was about, all absolute. A bare name may
    stand in any folder below the settings; it is gone if all of them were looked through.
    """
    base = entry.files.folder
    paths = [os.path.join(base, glob.lstrip("/")) for glob in entry.files.patterns]  # noqa: PTH118
    if not is_single(entry) or any(map(os.path.lexists, paths)):
        return False
    if any(map(entry.files.match, files)):
        return False
    if all("/" in glob for glob in entry.files.patterns):
        return True
    return any(f"{base}/".startswith(f"{folder.rstrip('/')}/") for folder in folders)


def judge(
    used: Mapping[Ignored, bool], plan: Plan, shown: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """What the SUP rules say of entries that were of no use, or whose last day has passed.

    An entry for many files is of use if it was in one; that it is of none can be said only of an
    entry for a single file, because a run need not see all files. `used` says of each entry whether
    it was of use in any file; `shown` gives a settings file's path as reports name it.
    """
    for entry, of_use in used.items():
        verdict = of_settings(entry, plan.today)._replace(used=of_use, judged=is_single(entry))
        for rule in plan.checks("en").of_type(Suppression):
            for finding in rule.check(verdict, NO_CONTEXT):
                line, column = entry.origin.line, entry.origin.column
                end = column + finding.span.end - finding.span.start
                yield Diagnostic(
                    code=rule.code,
                    rule=rule.name,
                    severity=plan.severities[rule.code],
                    confidence=finding.confidence,
                    message=finding.message,
                    place=Place(shown(entry.origin.path), line, column, line, end, *finding.span),
                )
