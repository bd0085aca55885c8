"""A spreadsheet: one row a finding."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from quizlint.engine.result import Diagnostic, Result
from quizlint.reports.look import Look, is_harmless, item_name, safe

COLUMNS = (
    *("file", "line", "column", "severity", "code", "rule", "item", "message", "marked text"),
    *("state", "reason", "fingerprint"),
)

_FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")


_LINE_END = re.compile("[\r\n]+")


def render(result: Result, look: Look) -> Iterator[str]:
    """A byte-order mark, by which spreadsheet programs know UTF-8, a header row, and the rows."""
    yield "\ufeff" + _row(COLUMNS)
    for diagnostic in result.diagnostics:
        yield _row(_cells(diagnostic, look))


def _cells(diagnostic: Diagnostic, look: Look) -> tuple[object, ...]:
    place = diagnostic.place
    return (
        look.path(place.path),
        place.line,
        place.column,
        diagnostic.severity,
        diagnostic.code,
        diagnostic.rule,
        item_name(diagnostic.item),
        diagnostic.message,
        diagnostic.marked,
        diagnostic.state,
        diagnostic.reason,
        diagnostic.fingerprint,
    )


def _row(cells: tuple[object, ...]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow([_inert(cell) for cell in cells])
    return buffer.getvalue()


def _inert(cell: object) -> object:
    """A text as one line; one that begins like a formula as text: content must not compute."""
    if type(cell) is int:
        return cell
    text = str(cell)
    if not is_harmless(text):
        text = safe(_LINE_END.sub(" ", text))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
