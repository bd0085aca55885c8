"""The suppressions of the settings, judged once for the whole run."""

from collections.abc import Callable, Iterator, Mapping

from quizlint.content import Suppression
from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, Place
from quizlint.engine.suppress import of_settings
from quizlint.rules.context import NO_CONTEXT
from quizlint.settings import Ignored

WILD = frozenset("*?[")


def judge(
    used: Mapping[Ignored, bool], plan: Plan, shown: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """What the SUP rules say of entries that were of no use, or whose last day has passed.

    An entry for many files is of use if it was in one; that it is of none can be said only of an
    entry for a single file, because a run need not see all files. `used` says of each entry whether
    it was of use in any file; `shown` gives a settings file's path as reports name it.
    """
    for entry, of_use in used.items():
        single = not any(WILD & set(glob) or glob.endswith("/") for glob in entry.files.patterns)
        verdict = of_settings(entry, plan.today)._replace(used=of_use, judged=single)
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
