"""SARIF 2.1.0, which code scanning services read (OASIS standard, 2020)."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from quizlint import __version__
from quizlint.baseline.fingerprint import VERSION as FINGERPRINT
from quizlint.content import Confidence, Severity
from quizlint.engine.result import Diagnostic, Failure, Place, Repair, Result, State
from quizlint.reports.about import HOME, rule_record, rule_url
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look
from quizlint.rules.registry import by_word, family_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PRECISION = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low",
}
_STATES = {State.NEW: "new", State.BASELINED: "unchanged"}


def render(result: Result, look: Look) -> Iterator[str]:
    """One log with one run."""
    index = {code: at for at, code in enumerate(result.codes)}
    run = {
        "tool": {
            "driver": {
                "name": "quizlint",
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(result, code, index) for code in index],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The project's root."}}},
        "invocations": [
            {
                "executionSuccessful": not result.failures,
                "exitCode": result.exit_code,
                "toolExecutionNotifications": [_notice(f, look) for f in result.failures],
            }
        ],
        "results": [],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    before, place, after = written(log, 1).rpartition("[]")
    yield before + place[0]
    for at, diagnostic in enumerate(result.diagnostics):  # a line each: three times faster
        data = _result(diagnostic, index[diagnostic.code], look)
        yield (",\n" if at else "\n") + written(data)
    yield f"\n{place[1]}{after}\n"


def _rule(result: Result, code: str, index: dict[str, int]) -> dict[str, Any]:
    rule = rule_record(result, code)
    url = rule_url(code, rule.name)
    described: dict[str, Any] = {
        "id": code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["education", family_of(code)]},
    }
    known = by_word().get(code)
    if known is not None:
        described["properties"]["precision"] = _PRECISION[known.confidence]
        related = [other for other in known.supersedes if other in index]
        if related:
            described["relationships"] = [
                {"target": {"id": other, "index": index[other]}, "kinds": ["superset"]}
                for other in related
            ]
    return described


def _result(diagnostic: Diagnostic, rule_index: int, look: Look) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[diagnostic.severity],
        "message": _text(diagnostic.message),
        "locations": [_location(diagnostic, look)],
    }
    if diagnostic.notes:
        data["relatedLocations"] = [
            {"id": at, "message": _text(note.message), **_physical(note.place, look)}
            for at, note in enumerate(diagnostic.notes, 1)
        ]
    if diagnostic.fingerprint:
        data["partialFingerprints"] = {FINGERPRINT: diagnostic.fingerprint}
    if diagnostic.state in _STATES:
        data["baselineState"] = _STATES[diagnostic.state]
    if diagnostic.state is State.SUPPRESSED:
        kind = "external" if diagnostic.by_settings else "inSource"
        data["suppressions"] = [{"kind": kind, "justification": diagnostic.reason}]
    if diagnostic.repair is not None:
        data["fixes"] = [_fix(diagnostic.repair, diagnostic, look)]
    return data


def _location(diagnostic: Diagnostic, look: Look) -> dict[str, Any]:
    location = _physical(diagnostic.place, look)
    if diagnostic.excerpt:
        shown = {"startLine": diagnostic.place.line, "snippet": {"text": diagnostic.excerpt}}
        location["physicalLocation"]["contextRegion"] = shown
    names = (
        [{"fullyQualifiedName": diagnostic.route, "kind": "element"}] if diagnostic.route else []
    )
    if diagnostic.place.member:
        names.append({"fullyQualifiedName": diagnostic.place.member, "kind": "resource"})
    if names:
        location["logicalLocations"] = names
    return location


def _physical(place: Place, look: Look) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": _artifact(place, look), "region": _region(place)}
    }


def _artifact(place: Place, look: Look) -> dict[str, str]:
    return _file(place.file, look)


def _file(path: str, look: Look) -> dict[str, str]:
    return {"uri": quote(look.rooted(path), errors="replace"), "uriBaseId": ROOT}


def _text(text: str) -> dict[str, str]:
    """A message; a link in the content is none in it (SARIF 3.11.6)."""
    return {"text": text.replace("](", "\\](")}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(repair: Repair, diagnostic: Diagnostic, look: Look) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        for edit in repair.edits
    ]
    change = {
        "artifactLocation": _artifact(diagnostic.place, look),
        "replacements": replacements,
    }
    return {
        "description": {"text": f"Mend {diagnostic.rule} ({repair.safety})."},
        "artifactChanges": [change],
    }


def _notice(failure: Failure, look: Look) -> dict[str, Any]:
    notice: dict[str, Any] = {"level": "error", "message": _text(failure.message)}
    if failure.path:
        artifact = {"artifactLocation": _file(failure.path, look)}
        notice["locations"] = [{"physicalLocation": artifact}]
    return notice
