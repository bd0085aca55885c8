"""STR006: two items with one id."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Text


class DuplicateId(Rule):
    """Two items of a document have the same id.

    ## Why it matters
    Results, links and translations find an item by its id. With two of a name, one item's scores
    are counted for the other, or one is overwritten when the file is imported.

    ## How to fix it
    Give the newer one another id; ids in use should never change.
    """

    code = "STR006"
    name = "duplicate-id"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - id: tides
    front: What pulls the tides?
    back: Mostly the Moon.
  - id: «tides»
    front: What is a spring tide?
    back: A strong tide when Sun and Moon pull along one line.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - id: tides
    front: What pulls the tides?
    back: Mostly the Moon.
  - id: spring-tide
    front: What is a spring tide?
    back: A strong tide when Sun and Moon pull along one line.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        first: dict[str, Text] = {}
        for item in document.items:
            if item.id is None or not item.id:
                continue
            known = first.setdefault(item.id.value.strip(), item.id)
            if known is not item.id:
                yield self.finding(
                    item.id.span,
                    f"the id {item.id.value.strip()!r} is taken by an item above; choose another",
                    related=(Related(known.span, "first here"),),
                    route=item.route,
                )
