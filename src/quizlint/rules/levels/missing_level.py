"""LVL002: an item without the label that the others have."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Item, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Span


class MissingLevel(Rule):
    """An item has no difficulty label in a document that labels others.

    ## Why it matters
    An unlabelled item falls out of every selection by level, and nobody notices. Where most items
    have no label, those that have one are the odd ones: that is told once.

    ## How to fix it
    Give it a level, or take the labels off all items.
    """

    code = "LVL002"
    name = "missing-level"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - difficulty: beginner
    front: What is a chord?
    back: Several notes sounding together.
  - front: «What is a tritone?»
    back: An interval of three whole tones.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is a chord?
    back: Several notes sounding together.
  - front: What is a tritone?
    back: An interval of three whole tones.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        # Cards and questions may be labelled independently of each other.
        kinds: dict[type, list[Item]] = {}
        for item in document.items:
            kinds.setdefault(type(item), []).append(item)
        for items in kinds.values():
            bare = [item for item in items if not item.difficulty]
            labelled = len(items) - len(bare)
            if 0 < labelled < len(bare):
                yield self.finding(
                    _first_text(bare[0]),
                    f"only {labelled} of {len(items)} of its kind have a level; give this and the "
                    "others one, or none",
                    route=bare[0].route,
                )
                continue
            for item in bare if labelled else ():
                yield self.finding(
                    _first_text(item),
                    f"this has no level, though {labelled} of {len(items)} of its kind do; add one",
                    route=item.route,
                )


def _first_text(item: Item) -> Span:
    return item.texts[0].span
