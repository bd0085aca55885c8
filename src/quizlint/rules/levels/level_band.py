"""LVL009: an item outside the reading band that the settings declare for its label."""

from collections.abc import Iterator, Mapping

from quizlint.content import Finding, Item, Severity
from quizlint.facts.grades import grade
from quizlint.rules.bands import band_of
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context

_TEXT = """\
kind: cheat-sheet
cards:
  - difficulty: beginner
    front: «Why does an eyelid sometimes twitch?»
    back: >-
      Usually the reason is simply that you have slept badly for several days, or that you have
      been drinking a considerable amount of coffee.
"""


class LevelBand(Rule):
    """An item reads harder, or easier, than the settings allow for its difficulty label.

    ## Why it matters
    Whoever declares a band promises learners of that level texts that they can read. Reading load
    is not difficulty: an easy text may ask a hard question. But a text that is hard to read keeps
    beginners from the question itself.

    ## How to fix it
    Shorten sentences and choose common words, or change the label. The grade is found as for
    `reads-above-level`, which says the same of items that are beyond doubt too heavy, and names the
    sentence to begin with; items of fewer than 20 words are not scored.

    ## References
    - Kincaid, Fishburne, Rogers and Chissom (1975), on the grade formula.
    """

    code = "LVL009"
    name = "level-band"
    severity = Severity.WARNING
    languages = ("en", "de")
    bad = (Example(_TEXT, config={"levels": {"bands": {"beginner": {"max-grade": 7}}}}),)
    good = (
        Example(_TEXT.replace("«", "").replace("»", "")),
        Example(
            """\
kind: cheat-sheet
cards:
  - difficulty: beginner
    front: Why does an eyelid twitch?
    back: >-
      Mostly you are tired. You may need more sleep, less coffee and some water. It goes away by
      itself in a day or two.
""",
            config={"levels": {"bands": {"beginner": {"max-grade": 9}}}},
        ),
    )

    def check(self, item: Item, ctx: Context) -> Iterator[Finding]:
        if not ctx.levels.bands or item.difficulty is None:
            return
        level = item.difficulty.plain.casefold()
        band = band_of(level, ctx)
        load = grade(item, ctx.document, ctx.language, known=True) if band else None
        if load is None or not load.enough:
            return
        limits = f"{level} is declared as grade {_limits(band)}"
        if load.value > band.get("max-grade", load.value):
            advice = "shorten sentences and words"
        elif load.value < band.get("min-grade", load.value):
            advice = "is the label right?"
        else:
            return
        yield self.finding(
            item.texts[0].span, f"this reads at {load.shown}, and {limits}; {advice}"
        )


def _limits(band: Mapping[str, float]) -> str:
    low, high = band.get("min-grade"), band.get("max-grade")
    if low is None:
        return f"{high:g} at most"
    return f"{low:g} at least" if high is None else f"{low:g} to {high:g}"
