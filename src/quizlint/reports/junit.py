"""JUnit's XML: a suite a document, a failed test case for each finding that fails the gate."""

from collections.abc import Iterator

from quizlint.engine.result import Diagnostic, Result
from quizlint.reports.look import Look
from quizlint.reports.xmltext import element


def render(result: Result, look: Look) -> Iterator[str]:
    """Findings below the gate pass, with their message as output, as does a clean document."""
    by_path: dict[str, list[Diagnostic]] = {d.path: [] for d in result.documents}
    for finding in result.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    cases = sum(max(1, len(findings)) for findings in by_path.values())
    totals = {
        "tests": cases + len(result.failures),
        "failures": result.gating,
        "errors": len(result.failures),
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield element("testsuites", name="quizlint", **totals) + ">\n"
    for path in sorted(by_path):
        yield from _suite(result, look.rooted(path), by_path[path])
    for failure in result.failures:
        name = look.rooted(failure.path) if failure.path else "quizlint"
        yield " " + element("testsuite", name=name, tests=1, failures=0, errors=1) + ">\n"
        yield "  " + element("testcase", name="could be checked", classname=name) + ">\n"
        yield "   " + element("error", message=failure.message) + "/>\n"
        yield "  </testcase>\n </testsuite>\n"
    yield "</testsuites>\n"


def _suite(result: Result, path: str, findings: list[Diagnostic]) -> Iterator[str]:
    failing = sum(result.fails(finding) for finding in findings)
    counts = {"tests": max(1, len(findings)), "failures": failing, "errors": 0}
    yield " " + element("testsuite", name=path, **counts) + ">\n"
    if not findings:
        yield "  " + element("testcase", name="no findings", classname=path) + "/>\n"
    for finding in findings:
        place = finding.place
        name = f"{finding.code} {finding.rule} at {place.line}:{place.column}"
        text = f"{finding.severity}: {finding.message}"
        yield "  " + element("testcase", name=name, classname=path) + ">\n"
        if result.fails(finding):
            yield "   " + element("failure", message=finding.message, type=finding.code) + "/>\n"
        else:
            yield "   " + element("properties") + ">"
            yield element("property", name="finding", value=text) + "/></properties>\n"
        yield "  </testcase>\n"
    yield " </testsuite>\n"
