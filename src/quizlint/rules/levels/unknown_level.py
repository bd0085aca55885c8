"""LVL001: a difficulty label outside the scale."""

from collections.abc import Iterator
from functools import lru_cache

from quizlint.content import Document, Edit, Finding, Fix, Item, Safety, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.scale import scale_of
from quizlint.rules.wording import listed, quote
from quizlint.text.nearest import nearest


class UnknownLevel(Rule):
    """A difficulty label is not on the scale.

    ## Why it matters
    Filters and statistics do not find the item: learners who choose "beginner" never meet one that
    is labelled "beginer".

    ## How to fix it
    Correct the spelling, or add the label to `[levels] scale` in the settings, easiest first.
    Quizzes in other formats may use a scale of their own (easy, medium, hard) without a word here.
    """

    code = "LVL001"
    name = "unknown-level"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - difficulty: «beginer»
    front: What is a chord?
    back: Several notes sounding together.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - difficulty: beginner
    front: What is a chord?
    back: Several notes sounding together.
  - difficulty: Advanced
    front: What is a tritone?
    back: An interval of three whole tones.
"""
        ),
    )

    def check(self, item: Item, ctx: Context) -> Iterator[Finding]:
        label = item.difficulty
        if label is None or not label:
            return
        scale = scale_of(ctx)
        if label.plain.casefold() in (word.casefold() for word in scale):
            return
        if _is_number(label.plain) and _is_rated(ctx.document):
            return
        near = nearest(label.plain, scale)
        advice = f"did you mean {near!r}?" if near else f"the scale is {listed(scale, 'or')}"
        fix = Fix((Edit(label.span, near),), Safety.UNSAFE) if near else None
        yield self.finding(label.span, f"{quote(label.plain)} is no level; {advice}", fix=fix)


@lru_cache(maxsize=1)  # asked for one item after the other
def _is_rated(document: Document) -> bool:
    """Whether all labels of a document are numbers: a rating such as Elo's 1500 or a share of right
    answers is another scale, and no slip in one of words.
    """
    labels = [item.difficulty for item in document.items if item.difficulty]
    return all(_is_number(label.plain) for label in labels)


def _is_number(label: str) -> bool:
    return label.strip().removesuffix("%").strip().replace(".", "", 1).isdecimal()
