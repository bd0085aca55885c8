"""Fingerprints: the same for the same finding from run to run.

A fingerprint is made of what the finding is about, not of where it stands: the rule, what the
item asks, and the marked text. Lines may move, files be renamed, items change places. Findings
that agree in all of that, as in two copies of a file, are told apart by their order.
"""

from collections import Counter

from quizlint.engine.result import Diagnostic, ItemRecord, Result
from quizlint.text.digest import digest
from quizlint.text.normal import collapse

VERSION = "quizlint/v1"
"""The name of this way to make fingerprints, where a report asks for one."""


def stamp(result: Result) -> Result:
    """The result with a fingerprint in every diagnostic."""
    items = {item.ref: item for item in result.items}
    seen: Counter[str] = Counter()
    stamped = []
    for diagnostic in result.diagnostics:
        item = None if diagnostic.ref is None else items.get(diagnostic.ref)
        subject = _subject(diagnostic, item)
        number = seen[subject]
        seen[subject] += 1
        fingerprint = digest(f"{subject}\0{number}", 16).hex()
        stamped.append(diagnostic._replace(fingerprint=fingerprint))
    return result.replaced(tuple(stamped))


def _subject(diagnostic: Diagnostic, item: ItemRecord | None) -> str:
    asked = "" if item is None else str(next(iter(item.content.values()), ""))
    if item is None:
        asked = diagnostic.item
    return "\0".join([diagnostic.code, collapse(asked), collapse(diagnostic.marked)])
