"""LVL003: labels and reading load run against each other."""

from collections.abc import Iterator
from math import sqrt

from quizlint.content import Document, Finding, Severity
from quizlint.language.correlation import rank_correlation
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.levels._load import reading_load
from quizlint.rules.levels._scale import scale_of
from quizlint.rules.levels._spread import median

_SIMPLE = (
    "Say in a few short words why it is that we see the day and then the night come and go, each "
    "in its turn"
)
_HEAVY = (
    "Characterise comprehensively the meteorological circumstances predisposing maritime "
    "territories to extraordinarily persistent precipitation during transitional seasons"
)


def _document(mark: bool, first: str, last: str) -> str:
    lines = ["kind: cheat-sheet", "prompts:"]
    for index in range(12):
        level, text = (first, _HEAVY) if index < 6 else (last, _SIMPLE)
        text = f"{text}, case {index}, with at least one example of your own."
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

    ## References
    - Spearman (1904), rank correlation; Kincaid and others (1975), the grade formula.
    """

    code = "LVL003"
    name = "level-order"
    severity = Severity.INFO
    languages = ("en",)
    at_least = Threshold(12, "scored items a document must have")
    each = Threshold(3, "scored items that two labels must have")
    rho = Threshold(-0.4, "rank correlation at or below which it is reported")
    bad = (Example(_document(True, "beginner", "advanced")),)
    good = (Example(_document(False, "advanced", "beginner")),)

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        labels = {item.difficulty.plain for item in document.items if item.difficulty}
        if len(document.items) < self.at_least or len(labels) < 2:
            return
        scale = scale_of(ctx)
        order = {word.casefold(): rank for rank, word in enumerate(scale)}
        grades: dict[int, list[float]] = {}
        for item in document.items:
            rank = order.get(item.difficulty.plain.casefold()) if item.difficulty else None
            load = reading_load(item) if rank is not None else None
            if rank is not None and load is not None:
                grades.setdefault(rank, []).append(load.flesch_kincaid_grade)
        count = sum(map(len, grades.values()))
        large = sorted(rank for rank, found in grades.items() if len(found) >= self.each)
        if count < self.at_least or len(large) < 2:
            return
        scored = [(rank, grade) for rank, found in grades.items() for grade in found]
        rho = rank_correlation([rank for rank, _ in scored], [grade for _, grade in scored])
        # Under chance rho has a standard deviation of 1/sqrt(n - 1); 2.58 of them is one in 200.
        if rho > self.rho or rho * sqrt(count - 1) > -2.58:
            return
        low, high = (
            f"{len(grades[rank])} {scale[rank]} items at grade {median(grades[rank]):.1f}"
            for rank in (large[0], large[-1])
        )
        yield self.finding(
            document.items[0].texts[0].span,
            f"labels rise while reading load falls: {low}, {high} (medians; rank correlation "
            f"{rho:.2f} over {count}); are labels swapped, or easy items worded heavily?",
            route=document.route,
        )
