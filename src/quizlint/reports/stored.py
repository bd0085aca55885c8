"""A result from the JSON that an earlier run stored: the inverse of `reports.json`."""

from collections.abc import Iterable, Mapping
from typing import Any

from quizlint.content import Confidence, ItemRef, Mark, Safety, Severity
from quizlint.engine.result import (
    Diagnostic,
    DocumentRecord,
    Failure,
    ItemRecord,
    Note,
    Place,
    Repair,
    Result,
    RuleRecord,
    Skip,
    State,
    TextEdit,
)

_COUNTS = ("cards", "questions", "prompts")


def from_data(data: Mapping[str, Any]) -> Result:
    """The result that was stored. The data must keep to `schemas/result.schema.json`."""
    fail_on = data["gate"]["fail_on"]
    items = tuple(map(_item, data["items"]))
    refs = _Refs(items)
    return Result(
        diagnostics=tuple(_diagnostic(each, refs) for each in data["findings"]),
        documents=tuple(map(_document, data["documents"])),
        items=items,
        failures=tuple(Failure(each["path"], each["message"]) for each in data["errors"]),
        skips=tuple(Skip(each["path"], each["reason"]) for each in data.get("skipped", ())),
        fail_on=None if fail_on == "never" else _severity(fail_on),
        min_quality=data["gate"].get("min_quality"),
        rules={code: _rule(code, rule) for code, rule in data["rules"].items()},
    )


def _severity(word: str) -> Severity:
    return Severity[word.upper()]


class _Refs:
    """The items that findings name.

    Results that were stored before findings had the route of their item have its name only: it is
    the item of that name with whose route the finding's begins.
    """

    def __init__(self, items: Iterable[ItemRecord]) -> None:
        self._by_route = {(item.ref.path, item.ref.route): item.ref for item in items}
        self._by_name: dict[tuple[str, str], list[ItemRef]] = {}
        for item in items:
            self._by_name.setdefault((item.ref.path, item.ref.name), []).append(item.ref)

    def of(self, data: Mapping[str, Any]) -> ItemRef | None:
        """The item that a stored finding is about."""
        path, name = data["path"], data["item"]
        route = data.get("item_route")
        if route:
            known = self._by_route.get((path, route))
            return known or ItemRef(path, route, "" if name == route else name)
        if not name:
            return None
        named = self._by_name.get((path, name), [])
        around = (ref for ref in named if f"{data['route']}.".startswith(f"{ref.route}."))
        return next(around, named[0] if named else ItemRef(path, name))


def _diagnostic(data: Mapping[str, Any], refs: _Refs) -> Diagnostic:
    fix = data.get("fix")
    return Diagnostic(
        code=data["code"],
        rule=data["rule"],
        severity=_severity(data["severity"]),
        confidence=Confidence[data["confidence"].upper()],
        message=data["message"],
        place=_place(data),
        excerpt=data.get("excerpt", {}).get("text", ""),
        ref=refs.of(data),
        route=data["route"],
        notes=tuple(Note(_place(each), each["message"]) for each in data.get("related", ())),
        repair=None if fix is None else _repair(fix),
        state=State(data["state"]),
        reason=data.get("reason", ""),
        marked=data.get("marked", ""),
        by_settings=data.get("suppressed_by") == "settings",
        fingerprint=data.get("fingerprint", ""),
        mark=Mark(**data["mark"]) if data.get("mark") else None,
    )


def _place(data: Mapping[str, Any]) -> Place:
    """A place by line and column; offsets are not stored."""
    line, column = data.get("line", 1), data.get("column", 1)
    end_line, end_column = data.get("end_line", line), data.get("end_column", column)
    return Place(data["path"], line, column, end_line, end_column, 0, 0, data.get("member", ""))


def _repair(data: Mapping[str, Any]) -> Repair:
    edits = tuple(
        TextEdit(_place(each)._replace(start=each["start"], end=each["end"]), each["text"])
        for each in data["edits"]
    )
    digest = next((each["sha256"] for each in data["edits"]), "")
    return Repair(Safety(data["applicability"]), digest, edits)


def _item(data: Mapping[str, Any]) -> ItemRecord:
    return ItemRecord(
        ItemRef(data["path"], data["route"], "" if data["id"] == data["route"] else data["id"]),
        data["line"],
        data["kind"],
        data["content"],
        tuple(data["key"]),
    )


def _document(data: Mapping[str, Any]) -> DocumentRecord:
    stats = data["stats"]
    cards, questions, prompts = (int(stats.get(name, 0)) for name in _COUNTS)
    return DocumentRecord(
        data["path"],
        data["format"],
        data["title"],
        data.get("kind", "quiz"),
        cards,
        questions,
        prompts,
        data["acceptable"],
        stats,
    )


def _rule(code: str, data: Mapping[str, Any]) -> RuleRecord:
    severity = _severity(data["severity"])
    return RuleRecord(code, data["name"], data["summary"], severity, data["help"])
