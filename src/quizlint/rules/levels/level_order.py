"""LVL003: labels and reading load run against each other."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.facts.grades import grade
from quizlint.language.correlation import Pairs, chance_of_falling, rank_correlation
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.levels._spread import median
from quizlint.rules.scale import scale_of

_SIMPLE = (
    "Why do leaves turn red when the days grow short?",
    "Why do some birds fly south when the cold sets in?",
    "What do bees do all day when the sun is out?",
    "Why is the sea salt and the lake is not?",
    "Where do frogs go when the pond dries up?",
)
_HEAVIER = (
    "Which circumstances usually make a volcano erupt rather violently?",
    "Which properties of a mineral allow geologists to identify it?",
    "How do continental glaciers transform a mountainous landscape?",
    "Which organisms contribute considerably to a coral formation?",
    "How are underground cavities produced by circulating rain?",
)


def _document(mark: bool, first: str, last: str) -> str:
    lines = ["kind: cheat-sheet", "prompts:"]
    labelled = [(first, text) for text in _HEAVIER] + [(last, text) for text in _SIMPLE]
    for index, (level, text) in enumerate(labelled):
        shown = f"«{text}»" if mark and index == 0 else text
        lines += [f"  - difficulty: {level}", f"    prompt: {shown}", "    concepts: [one]"]
    return "\n".join(lines) + "\n"


class LevelOrder(Rule):
    """Items labelled as easier read harder than those labelled as harder.

    ## Why it matters
    A label says how hard an item is for learners; how hard its text is to read is another thing.
    But where the whole document runs the wrong way round, labels were often swapped, or the easy
    items are wrapped in long sentences that beginners must fight through first.

    ## How to fix it
    Look at the easiest label: can its items be said more simply? Were labels mixed up? If neither,
    leave it: this is advice, not a verdict.

    It is said where labels dealt at random to the same items would run so clearly against reading
    load in one case of 100 at most, counted over all ways of dealing them; five cards and five
    questions can be enough. Labels are compared within cards, within questions and within prompts,
    since these are worded differently at any level.

    ## References
    - Page (1963), ordered hypotheses; Fisher (1935), the exact permutation test.
    - Spearman (1904), rank correlation; Kincaid and others (1975), the grade formula.
    """

    code = "LVL003"
    name = "level-order"
    severity = Severity.INFO
    languages = ("en",)
    at_least = Threshold(8, "scored items a document must have")
    words = Threshold(8, "words of an item that is scored")
    chance = Threshold(0.01, "chance of so clear an order at or below which it is reported")
    rho = Threshold(-0.4, "rank correlation at or below which it is reported")
    bad = (Example(_document(True, "beginner", "advanced")),)
    good = (Example(_document(False, "advanced", "beginner")),)

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        labels = {item.difficulty.plain for item in document.items if item.difficulty}
        if len(document.items) < self.at_least or len(labels) < 2:
            return
        scale = scale_of(ctx)
        order = {word.casefold(): rank for rank, word in enumerate(scale)}
        kinds: dict[type, list[tuple[int, float]]] = {}
        grades: dict[int, list[float]] = {}
        for item in document.items:
            rank = order.get(item.difficulty.plain.casefold()) if item.difficulty else None
            load = grade(item, document, ctx.language) if rank is not None else None
            if rank is not None and load is not None and load.words >= self.words:
                kinds.setdefault(type(item), []).append((rank, load.value))
                grades.setdefault(rank, []).append(load.value)
        count = sum(map(len, grades.values()))
        if count < self.at_least or len(grades) < 2:
            return
        strata = [Pairs(*zip(*found, strict=True)) for found in kinds.values()]
        from statistics import fmean  # slow to load, and few collections come this far

        rho = fmean(
            (rank_correlation(pairs.levels, pairs.values) for pairs in strata),
            weights=[len(pairs.levels) for pairs in strata],
        )
        if rho > self.rho or (chance := chance_of_falling(strata)) > self.chance:
            return
        lowest, highest = min(grades), max(grades)
        low, high = (
            f"{len(grades[rank])} {scale[rank]} items at grade {median(grades[rank]):.1f}"
            for rank in (lowest, highest)
        )
        yield self.finding(
            document.items[0].texts[0].span,
            f"labels rise while reading load falls: {low}, {high} (medians; rank correlation "
            f"{rho:.2f} over {count}; by chance in one of {1 / chance:,.0f} documents); are labels "
            "swapped, or easy items worded heavily?",
            route=document.route,
        )
