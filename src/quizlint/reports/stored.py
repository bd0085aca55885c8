"""A result from the JSON that an earlier run stored: the inverse of `reports.json`."""

from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:  # pydantic is slow to load
    from quizlint.schema import result as stored


SHOWN = 200
"""Characters of the way to what is wrong: its names are content."""


class NotAResultError(Exception):
    """What is wrong with a stored result, with the place in it."""


def parse(data: bytes) -> Result:
    """The result that JSON holds. Raises `NotAResultError` unless it keeps to its schema."""
    from pydantic import ValidationError

    from quizlint.schema.result import Result as Model

    try:
        return _result(Model.model_validate_json(data.removeprefix(BOM_UTF8)))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise NotAResultError(_where(first["loc"]) + first["msg"]) from None


def _where(steps: tuple[int | str, ...]) -> str:
    """The way to a value, as in `findings[3].line: `."""
    way = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return f"{way[1:SHOWN]}: " if way else ""


def _result(data: "stored.Result") -> Result:
    fail_on = data.gate.fail_on
    items = tuple(map(_item, data.items))
    refs = _Refs(items)
    return Result(
        diagnostics=tuple(_diagnostic(each, refs) for each in data.findings),
        documents=tuple(map(_document, data.documents)),
        items=items,
        failures=tuple(Failure(each.path, each.message) for each in data.errors),
        skips=tuple(Skip(each.path, each.reason) for each in data.skipped),
        fail_on=None if fail_on == "never" else _severity(fail_on),
        min_quality=data.gate.min_quality,
        rules={code: _rule(code, rule) for code, rule in data.rules.items()},
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

    def of(self, data: "stored.Finding") -> ItemRef | None:
        """The item that a stored finding is about."""
        path, name = data.path, data.item
        route = data.item_route
        if route:
            known = self._by_route.get((path, route))
            return known or ItemRef(path, route, "" if name == route else name)
        if not name:
            return None
        named = self._by_name.get((path, name), [])
        around = (ref for ref in named if f"{data.route}.".startswith(f"{ref.route}."))
        return next(around, named[0] if named else ItemRef(path, name))


def _diagnostic(data: "stored.Finding", refs: _Refs) -> Diagnostic:
    return Diagnostic(
        code=data.code,
        rule=data.rule,
        severity=_severity(data.severity),
        confidence=Confidence[data.confidence.upper()],
        message=data.message,
        place=_place(data),
        excerpt=data.excerpt.text if data.excerpt else "",
        ref=refs.of(data),
        route=data.route,
        notes=tuple(Note(_place(each), each.message) for each in data.related),
        repair=_repair(data.fix) if data.fix else None,
        state=State(data.state),
        reason=data.reason or "",
        marked=data.marked or "",
        by_settings=data.suppressed_by == "settings",
        fingerprint=data.fingerprint or "",
        mark=None if data.mark is None else Mark(data.mark.part, data.mark.start, data.mark.end),
    )


def _place(data: "stored.Finding | stored.Related | stored.Edit") -> Place:
    """A place by line and column; offsets are not stored."""
    line, column = data.line or 1, data.column or 1
    end_line, end_column = data.end_line or line, data.end_column or column
    return Place(data.path, line, column, end_line, end_column, 0, 0, data.member)


def _repair(data: "stored.Fix") -> Repair:
    edits = tuple(
        TextEdit(_place(each)._replace(start=each.start, end=each.end), each.text)
        for each in data.edits
    )
    digest = data.edits[0].sha256 if data.edits else ""
    return Repair(Safety(data.applicability), digest, edits)


def _item(data: "stored.Item") -> ItemRecord:
    ref = ItemRef(data.path, data.route, "" if data.id == data.route else data.id)
    return ItemRecord(ref, data.line, data.kind, data.content, tuple(data.key))


def _document(data: "stored.Document") -> DocumentRecord:
    cards, prompts = data.stats.cards or 0, data.stats.prompts or 0
    return DocumentRecord(
        data.path,
        data.format,
        data.title,
        data.kind or "quiz",
        cards,
        data.items - cards - prompts,
        prompts,
        data.acceptable,
        data.stats.model_dump(exclude_unset=True),
    )


def _rule(code: str, data: "stored.RuleRecord") -> RuleRecord:
    return RuleRecord(code, data.name, data.summary, _severity(data.severity), data.help)
