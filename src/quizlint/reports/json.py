"""The JSON result, version 1: the machine format from which every other report can be made."""

from collections.abc import Iterator
from typing import Any

from quizlint import __version__
from quizlint.content import Severity
from quizlint.engine.result import Diagnostic, DocumentRecord, ItemRecord, Place, Result, State
from quizlint.reports.about import rule_record, rule_url
from quizlint.reports.jsontext import written
from quizlint.reports.look import Look

VERSION = 1


def render(result: Result, look: Look) -> Iterator[str]:  # noqa: ARG001 - machines see no colour
    """The whole result as one indented object."""
    yield written(as_data(result), 1)
    yield "\n"


def as_data(result: Result) -> dict[str, Any]:
    """The result as plain data, keys in the order of the contract."""
    counts = result.counts
    return {
        "version": VERSION,
        "tool": {"name": "quizlint", "version": __version__},
        "gate": _gate(result),
        "summary": {
            "files": len({document.path for document in result.documents}),
            "documents": len(result.documents),
            "items": result.item_count,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "suppressed": result.count(State.SUPPRESSED),
            "baselined": result.count(State.BASELINED),
        },
        "findings": [finding_as_data(diagnostic) for diagnostic in result.diagnostics],
        "rules": {
            code: _rule(result, code) for code in sorted({d.code for d in result.diagnostics})
        },
        "items": [_item(item) for item in result.items],
        "documents": [_document(document) for document in result.documents],
        "errors": [{"path": f.path, "message": f.message} for f in result.failures],
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in result.skips],
    }


def _gate(result: Result) -> dict[str, Any]:
    gate: dict[str, Any] = {
        "passed": result.exit_code == 0,
        "fail_on": "never" if result.fail_on is None else str(result.fail_on),
        "reason": result.verdict,
    }
    if result.min_quality is not None:
        gate["min_quality"] = result.min_quality
    return gate


def finding_as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding, as it stands in the result."""
    place = diagnostic.place
    data: dict[str, Any] = {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "confidence": str(diagnostic.confidence),
        "state": str(diagnostic.state),
        "message": diagnostic.message,
        **_range(place),
        "excerpt": {"line": place.line, "text": diagnostic.excerpt},
        "marked": diagnostic.marked,
        "item": diagnostic.item,
        "item_route": "" if diagnostic.ref is None else diagnostic.ref.route,
        "route": diagnostic.route,
        "related": [{**_range(note.place), "message": note.message} for note in diagnostic.notes],
    }
    if diagnostic.mark is not None:
        data["mark"] = diagnostic.mark._asdict()
    if diagnostic.state is State.SUPPRESSED:
        data["suppressed_by"] = "settings" if diagnostic.by_settings else "comment"
    if diagnostic.reason:
        data["reason"] = diagnostic.reason
    if diagnostic.repair is not None:
        data["fix"] = {
            "applicability": str(diagnostic.repair.safety),
            "edits": [
                {
                    **_range(edit.place),
                    "sha256": diagnostic.repair.sha256,
                    "start": edit.place.start,
                    "end": edit.place.end,
                    "text": edit.text,
                }
                for edit in diagnostic.repair.edits
            ],
        }
    if diagnostic.fingerprint:
        data["fingerprint"] = diagnostic.fingerprint
    data["url"] = rule_url(diagnostic.code, diagnostic.rule)
    return data


def _range(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        **({"member": place.member} if place.member else {}),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _rule(result: Result, code: str) -> dict[str, Any]:
    rule = rule_record(result, code)
    return {
        "name": rule.name,
        "summary": rule.summary,
        "severity": str(rule.severity),
        "help": rule.page,
    }


def _item(item: ItemRecord) -> dict[str, Any]:
    return {
        "id": item.ref.name,
        "path": item.ref.path,
        "line": item.line,
        "route": item.ref.route,
        "kind": item.kind,
        "content": dict(item.content),
        "key": list(item.key),
    }


def _document(document: DocumentRecord) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "title": document.title,
        "items": document.items,
        "acceptable": document.acceptable,
        "kind": document.kind,
        "stats": dict(document.statistics or _counts(document)),
    }


def _counts(document: DocumentRecord) -> dict[str, int]:
    return {
        "items": document.items,
        "cards": document.cards,
        "questions": document.questions,
        "prompts": document.prompts,
    }
