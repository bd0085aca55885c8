"""LVL010: one item reads quite unlike the others of its label."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.levels._load import reading_load, says_more_than_words
from quizlint.rules.levels._spread import median, spread
from quizlint.rules.scale import scale_of

_PLAIN = (
    (
        "Why does the moon look big when it is low? The eye sees trees near it. Say if this is "
        "true of the sun as well."
    ),
    (
        "What makes the tides rise and fall? The moon pulls the water up. Tell me how high it gets "
        "at the beach you know."
    ),
    (
        "Why do stars seem to blink at night? The air bends their light to and fro. Look up and "
        "find one that does not."
    ),
    (
        "Why do we see one side of the moon? It turns once while it goes round us. Use two coins "
        "to show how."
    ),
    (
        "What is a shooting star made of? It is a small bit of stone or dust. Guess how fast it "
        "comes down to us."
    ),
    (
        "Why do the days grow short in the fall? The land leans away by then. Draw the path that "
        "the light takes."
    ),
    (
        "Why do some stars look red to us? They are less hot than the blue ones. Think of a fire "
        "and of what it looks like."
    ),
)
_HEAVY = (
    "How do the moons of a planet settle into regular orbits? Describe the gradual process by "
    "which they influence one another, and name a typical example."
)


def _sheet(texts: tuple[str, ...]) -> str:
    lines = ["kind: cheat-sheet", "prompts:"]
    for text in texts:
        lines += [
            "  - difficulty: beginner",
            f"    prompt: {text}",
            "    concepts: [what pulls on what]",
        ]
    return "\n".join(lines) + "\n"


class LevelOutlier(Rule):
    """An item of the lowest label reads far above its peers, or one of the highest far below.

    ## Why it matters
    Reading load is not difficulty. But one beginner's item worded like nothing else on its level
    was often labelled by mistake, or says in heavy words what the others say plainly.

    ## How to fix it
    Look at the label, then at the wording. If both are meant, leave it: this is advice.

    The grade is found as for `reads-above-level`. An item is far off when it lies beyond 3.5 robust
    standard deviations of its peers' median, and by some grades too.

    ## References
    - Iglewicz and Hoaglin (1993), how to detect and handle outliers: the cut at 3.5.
    - Kincaid, Fishburne, Rogers and Chissom (1975), the grade formula.
    """

    code = "LVL010"
    name = "level-outlier"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    at_least = Threshold(8, "scored items that the label must have")
    grades = Threshold(5.0, "grades from the label's median, at least")
    deviations = Threshold(3.5, "robust standard deviations from the label's median, at least")
    min_words = Threshold(25, "words that the item must have")
    bad = (Example(_sheet((*_PLAIN, f"«{_HEAVY}»"))),)
    good = (
        Example(_sheet(_PLAIN)),
        Example(_sheet((*_PLAIN, _HEAVY)).replace("beginner", "intermediate")),
    )

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        if len(document.items) < self.at_least or not any(i.difficulty for i in document.items):
            return
        scale = [word.casefold() for word in scale_of(ctx)]
        for level, sign in ((scale[0], 1), (scale[-1], -1)):
            yield from self._of_level(ctx, level, sign)

    def _of_level(self, ctx: Context, level: str, sign: int) -> Iterator[Finding]:
        labelled = [
            item
            for item in ctx.document.items
            if item.difficulty is not None and item.difficulty.plain.casefold() == level
        ]
        if len(labelled) < self.at_least:  # before anything is scored: what counts must be loaded
            return
        scored = [
            (item, load)
            for item in labelled
            if (sign > 0 or not says_more_than_words(item))
            and (load := reading_load(item, ctx)) is not None
        ]
        if len(scored) < self.at_least:
            return
        grades = [load.value for _, load in scored]
        middle = median(grades)
        limit = max(self.grades, self.deviations * spread(grades))
        for item, load in scored:
            if sign * (load.value - middle) <= limit or load.words < self.min_words:
                continue
            way = "above" if sign > 0 else "below"
            yield self.finding(
                item.texts[0].span,
                f"this reads at {load.shown}, far {way} the {middle:.1f} that is the median "
                f"of {len(scored)} {level} items; is the label right, and the wording needed?",
                route=item.route,
            )
