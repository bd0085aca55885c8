"""LVL012: an item of the highest label that a child could read, unlike the rest of the label."""

from collections.abc import Iterator

from quizlint.content import Confidence, Document, Finding, Item, Severity
from quizlint.facts.grades import PROSE_WORDS, Grade, grade, running_texts
from quizlint.language.known import unfamiliar_share
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.levels._load import says_more_than_words
from quizlint.rules.levels._spread import median
from quizlint.rules.scale import TASKS, scale_of

_ADVANCED = (
    (
        "How does latent heat influence the development of convective storms? Begin with "
        "instability, then consider condensation."
    ),
    (
        "Which mechanism explains the persistence of a temperature inversion? Distinguish "
        "subsidence from nocturnal cooling of the surface."
    ),
    (
        "How do jet streams redistribute angular momentum between latitudes? Derive the direction "
        "of the meridional transport."
    ),
)
_CHILD = (
    "What do you put on your head when it is cold and the wind blows hard in the snow? Say why it "
    "helps you."
)


def _sheet(*asked: str) -> str:
    lines = ["kind: cheat-sheet", "prompts:"]
    for prompt in asked:
        lines += [
            "  - difficulty: advanced",
            f"    prompt: {prompt}",
            "    concepts: [first, second, third]",
        ]
    return "\n".join(lines) + "\n"


class ReadsBelowLevel(Rule):
    """An item of the highest label is one for children, in words that the rest is far above.

    ## Why it matters
    Plain words are good, and a plain question may be hard. But an item under the highest label that
    uses no word beyond the fourth grade's, while everything else there reads far above it, is
    mostly a warm-up question whose label was copied along.

    ## How to fix it
    Look at what it asks, not at its words: if it is easy, give it a lower label. If it is a hard
    question in plain words, leave it, and be proud of it.

    It is said only where both instruments agree: hardly a word (5 % at most) is missing from Dale
    and Chall's list of those that fourth-graders know, and the item reads some grades below the
    median of the label's other items. Items with code, formulas or pictures are left alone.

    ## References
    - Chall and Dale (1995), Readability revisited: the list of familiar words, and 5 %.
    - Haladyna and Rodriguez (2013), on test specifications: items at the level they are meant for.
    """

    code = "LVL012"
    name = "reads-below-level"
    severity = Severity.INFO
    confidence = Confidence.MEDIUM
    preset = "strict"
    languages = ("en",)
    at_least = Threshold(1, "other scored items that the label must have")
    grades = Threshold(4.0, "grades below the median of the others, at least")
    share = Threshold(0.05, "words of the item that may be unfamiliar")
    bad = (Example(_sheet(*_ADVANCED, f"«{_CHILD}»")),)
    good = (
        Example(_sheet(*_ADVANCED)),
        Example(_sheet(*_ADVANCED, _CHILD).replace("advanced", "intermediate")),
    )

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        scale = scale_of(ctx)
        if scale in TASKS or len(scale) < 2:
            return
        highest = scale[-1].casefold()
        items = [
            item
            for item in document.items
            if item.difficulty is not None and item.difficulty.plain.casefold() == highest
        ]
        if len(items) <= self.at_least:
            return
        scored = [(item, load) for item in items if (load := _load(item, ctx)) is not None]
        for item, load in scored:
            others = [other.value for each, other in scored if each is not item]
            if not load.enough or len(others) < self.at_least:
                continue
            if median(others) - load.value < self.grades:
                continue
            texts = [text.prose for text in running_texts(item, whole=True)]
            if says_more_than_words(item) or unfamiliar_share(texts) > self.share:
                continue
            yield self.finding(
                item.texts[0].span,
                f"this {highest} item reads at {load.shown} in words that children know, "
                f"and the other {len(others)} at {load.gauge.shown(median(others))} (median); "
                "is the label right?",
                route=item.route,
            )


def _load(item: Item, ctx: Context) -> Grade | None:
    load = grade(item, ctx.document, ctx.language, whole=True)
    return load if load is not None and load.words >= PROSE_WORDS else None
