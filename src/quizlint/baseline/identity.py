"""What makes a finding the same finding after a file was edited, or renamed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizlint.engine.result import Diagnostic, ItemRecord
from quizlint.text.digest import digest
from quizlint.text.normal import collapse


class Known(NamedTuple):
    """A finding as a baseline knows it: a line of the file.

    `identity` is all that it is told by; the rest is for people, and `path` tells equals apart.
    """

    rule: str
    path: str
    item: str
    text: str
    identity: str


def known(diagnostics: Iterable[Diagnostic], items: Iterable[ItemRecord]) -> Iterator[Known]:
    """Each diagnostic as a baseline knows it, in their order."""
    by_ref = {item.ref: item for item in items}
    for diagnostic in diagnostics:
        item = None if diagnostic.ref is None else by_ref.get(diagnostic.ref)
        asked = "" if item is None else collapse(str(next(iter(item.content.values()), "")))
        name = diagnostic.ref.id if diagnostic.ref is not None else ""
        yield Known(
            diagnostic.rule,
            diagnostic.place.path,
            name or asked[:SHOWN],
            collapse(diagnostic.marked)[:SHOWN],
            _identity(diagnostic, name or asked),
        )


SHOWN = 60
"""Characters of a text that a line shows."""


def _identity(diagnostic: Diagnostic, item: str) -> str:
    """The rule, the item by its id or what it asks, which of its texts, and what is marked there.

    No line, no number of an option: items and options change places. What stands in a file that
    holds several documents is told apart by the item, or by what is marked.
    """
    part = diagnostic.mark.part if diagnostic.mark is not None else ""
    role = "".join(char for char in part if not char.isdigit())
    said = (diagnostic.code, item, role, collapse(diagnostic.marked))
    return digest("\0".join(said), 12).hex()
