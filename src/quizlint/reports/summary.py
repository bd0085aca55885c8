"""The closing lines of reports for people."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from quizlint.content import Severity
from quizlint.engine.result import Result, State
from quizlint.reports.look import Look, plural, safe

MANY = 50
"""Findings beyond which people want an overview, and a way to begin."""

MOST = 10

ADOPTING = (
    "To begin on an old repository: --fail-on never, or --select KEY,STR for what misleads most; "
    "--report html=report.html shows it all on one page.\n"
)


def closing(result: Result, look: Look) -> Iterator[str]:
    """What was found, in how much, and the next useful command."""
    files = len({document.path for document in result.documents})
    scope = f"{plural(result.item_count, 'item')} in {plural(files, 'file')}"
    if result.seen > result.item_count:
        yield f"{plural(result.seen, 'item')} seen, {result.item_count:,} read.\n"
    counts = [
        look.paint(plural(result.counts[severity], str(severity)), str(severity))
        for severity in sorted(Severity, reverse=True)
        if result.counts[severity]
    ]
    if len(result.findings) > MANY:
        yield "The rules with most findings:\n"
        yield from islice(by_rule(result), MOST)
    if counts:
        yield f"Found {', '.join(counts)} in {scope}.\n"
        worst = max(result.findings, key=lambda finding: finding.severity)
        yield look.paint(f"`quizlint explain {worst.code}` tells more about a rule.\n", "dim")
        if len(result.findings) > MANY:
            yield look.paint(ADOPTING, "dim")
    elif files:
        nothing = "Nothing new to mend" if result.count(State.BASELINED) else "Nothing to mend"
        yield look.paint(nothing, "green") + f" in {scope}.\n"
    if quiet := result.count(State.SUPPRESSED):
        yield look.paint(f"{plural(quiet, 'finding')} suppressed.\n", "dim")
    if before := result.count(State.BASELINED):
        yield look.paint(f"{plural(before, 'finding')} known from before.\n", "dim")
    if files and result.gating == 0 and counts:
        level = result.fail_on
        yield "The gate is open: " + (
            "it never fails.\n" if level is None else f"nothing at or above {level}.\n"
        )


def by_rule(result: Result) -> Iterator[str]:
    """How often each rule found something, the most frequent first."""
    counts = Counter((finding.code, finding.rule) for finding in result.findings)
    for (code, rule), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield f"{count:>7,}  {code}  {safe(rule)}\n"
