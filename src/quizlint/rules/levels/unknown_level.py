"""LVL001: a difficulty label outside the scale."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Item, Safety, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.nearest import nearest
from quizlint.rules.scale import scale_of
from quizlint.rules.wording import listed, quote


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
        near = nearest(label.plain, scale)
        advice = f"did you mean {near!r}?" if near else f"the scale is {listed(scale, 'or')}"
        fix = Fix((Edit(label.span, near),), Safety.UNSAFE) if near else None
        yield self.finding(label.span, f"{quote(label.plain)} is no level; {advice}", fix=fix)
