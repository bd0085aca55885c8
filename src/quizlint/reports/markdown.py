"""Markdown: a comment on a change, or the summary of a workflow's step."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from quizlint.content import Severity
from quizlint.engine.result import Result
from quizlint.reports.about import rule_url
from quizlint.reports.look import Look, item_name, plural, safe

SHOWN = 50
"""Findings that are listed; a comment that is longer is read by nobody."""

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@$]|(?<=:)(?=//)|(?<=www)\.")
_HELD = re.compile(r"(?<=&#64;)(?=\w)|(?<=&#35;)(?=[0-9])|(?<=\bGH-)(?=[0-9])")
"""Between a sign and what it would mention: GitHub looks for these in the text that comes out."""


def render(result: Result, look: Look) -> Iterator[str]:
    """The verdict, the counts, and the gravest findings by file."""
    yield f"## quizlint: {_verdict(result)}\n\n"
    files = len({document.path for document in result.documents})
    yield f"{plural(result.item_count, 'item')} in {plural(files, 'file')}: {_counts(result)}.\n"
    shown = sorted(result.findings, key=lambda each: -each.severity)[:SHOWN]
    shown.sort(key=lambda each: (each.place.path, each.place.line, each.place.column))
    for path, findings in groupby(shown, key=lambda each: each.place.path):
        yield f"\n### {text(look.rooted(path))}\n\n"
        for finding in findings:
            item = f" ({text(item_name(finding.item))})" if finding.item else ""
            yield (
                f"* {_SIGNS[finding.severity]} line {finding.place.line}{item}: "
                f"{text(finding.message)} {_linked(finding.code, finding.code, finding.rule)}\n"
            )
    if (more := len(result.findings) - len(shown)) > 0:
        yield f"\n… and {plural(more, 'more finding')}. By rule:\n\n"
        rules = Counter((each.code, each.rule) for each in result.findings)
        for (code, rule), count in rules.most_common():
            yield f"* {count:,} {_linked(f'{code} {text(rule)}', code, rule)}\n"
    for failure in result.failures:
        where = f"{text(failure.path)}: " if failure.path else ""
        yield f"\n**Could not be done:** {where}{text(failure.message)}\n"


def _linked(shown: str, code: str, rule: str) -> str:
    """A rule as a link to its page, if it has one."""
    url = rule_url(code, rule)
    return f"[{shown}]({url})" if url else shown


def text(value: str) -> str:
    """A text of the content as plain words: no markup, no mention, no link comes out of it."""
    return _HELD.sub("&#8203;", _SPECIAL.sub(_as_entity, safe(value)))


def _as_entity(match: re.Match[str]) -> str:
    """Entities work where backslashes do not: in bare addresses and mentions."""
    return "".join(f"&#{ord(char)};" for char in match[0]) or "&#8203;"


def _verdict(result: Result) -> str:
    if result.failures:
        return "could not check everything"
    if result.gating:
        return f"{plural(result.gating, 'finding')} to mend"
    return "passed"


def _counts(result: Result) -> str:
    counts = [
        f"{_SIGNS[severity]} {plural(result.counts[severity], str(severity))}"
        for severity in sorted(Severity, reverse=True)
        if result.counts[severity]
    ]
    return ", ".join(counts) or "nothing to mend"
