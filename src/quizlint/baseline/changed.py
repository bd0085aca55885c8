"""Which findings are about what was changed."""

from collections.abc import Iterable, Mapping, Sequence

from quizlint.engine.result import Diagnostic, ItemRecord, Result, State

Lines = tuple[int, int]
"""The first and the last of some lines, counted from 1."""

ALL: tuple[Lines, ...] = ((1, 10**9),)
"""Every line: the file is new."""

Changes = Mapping[str, Sequence[Lines]]
"""The changed lines of each changed file, by its path in reports."""


def about(result: Result, changes: Changes) -> Result:
    """The result in which findings about items that were not changed do not count.

    A finding is about the item at its place and those at its related ones. What is about a whole
    document or more is left as it is: whether it is new, lines cannot tell.
    """
    items = {item.ref: item for item in result.items}
    return result.replaced(
        tuple(
            diagnostic._replace(state=State.BASELINED)
            if diagnostic.state is State.NEW
            and is_about_item(diagnostic)
            and not _concerned(diagnostic, items.get(diagnostic.ref), changes)  # type: ignore[arg-type]
            else diagnostic
            for diagnostic in result.diagnostics
        )
    )


def is_about_item(diagnostic: Diagnostic) -> bool:
    """Whether a finding is about items, not about the whole of a document or of a bank."""
    return diagnostic.ref is not None and not diagnostic.code.startswith("SET")


def _concerned(diagnostic: Diagnostic, item: ItemRecord | None, changes: Changes) -> bool:
    place = diagnostic.place
    own = [(place.line, place.end_line)]
    if item is not None:
        own.append((item.line, max(item.last, item.line)))
    if _meet(own, changes.get(place.file, ())):
        return True
    return any(
        _meet([(note.place.line, note.place.end_line)], changes.get(note.place.file, ()))
        for note in diagnostic.notes
    )


def _meet(some: Iterable[Lines], others: Sequence[Lines]) -> bool:
    return any(one[0] <= other[1] and other[0] <= one[1] for one in some for other in others)
