"""What a client may do about a finding: mend it, or say why it is right as it is."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from quizlint.content import Safety
from quizlint.engine.result import Diagnostic, TextEdit
from quizlint.formats import row_of
from quizlint.formats.silencing import comment_for
from quizlint.lsp.checking import Checked
from quizlint.lsp.words import Range, told

REASON = "say why"
"""What stands for the reason until the author writes one."""


def actions(
    checked: Checked, found: Diagnostic, uri: str, range_of: Range
) -> Iterator[types.CodeAction]:
    """The actions for a finding, the one to prefer first."""
    about = [told(found, uri, range_of)]
    repair = found.repair
    if repair is not None:
        safe = repair.safety is Safety.SAFE
        unsure = "" if safe else " (may change what is meant)"
        yield types.CodeAction(
            title=f"Mend: {found.rule}{unsure}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            is_preferred=safe,
            edit=_edit(uri, [_text_edit(each, range_of) for each in repair.edits]),
        )
    silencing = _silencing(checked, found)
    if silencing is not None:
        yield types.CodeAction(
            title=f"Silence {found.rule} here, with a reason",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            edit=_edit(uri, [silencing]),
        )


def _text_edit(edit: TextEdit, range_of: Range) -> types.TextEdit:
    return types.TextEdit(range_of(edit.place), edit.text)


def _edit(uri: str, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={uri: edits})


def _silencing(checked: Checked, found: Diagnostic) -> types.TextEdit | None:
    """A comment on a line of its own before the item; None where none can stand."""
    reading, path = checked.reading, Path(checked.target.path)
    if reading is None:
        return None
    items = [item for document in reading.documents for item in document.items]
    route = found.ref.route if found.ref is not None else None
    item = next((each for each in items if each.route == route), None)
    comment = comment_for(row_of(reading.format), path.name, [found.rule], REASON)
    if item is None or comment is None:
        return None
    start = checked.text.rfind("\n", 0, item.span.start) + 1
    line = checked.text.count("\n", 0, start)
    before = checked.text[start : item.span.start]
    indent = before[: len(before) - len(before.lstrip(" \t"))]
    place = types.Position(line, 0)
    return types.TextEdit(types.Range(place, place), f"{indent}{comment}\n")
