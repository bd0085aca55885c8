"""LVL005: the labels are far from the wanted mix, or all the same."""

from collections import Counter
from collections.abc import Iterator, Mapping

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.wording import listed
from quizlint.text import Span


def _sheet(levels: str, title: str = "Chords", mark: bool = False) -> str:
    lines = ["kind: cheat-sheet", f"title: {title}", "cards:"]
    for index, level in enumerate(levels):
        name = {"b": "beginner", "i": "intermediate", "a": "advanced"}[level]
        front = f"How many keys are there from key {index} to key {index + index}?"
        front = f"«{front}»" if mark and not index else front
        lines += [
            f"  - difficulty: {name}",
            f"    front: {front}",
            f"    back: {index}, the first not counted.",
        ]
    return "\n".join(lines) + "\n"


_MIX = {"rules": {"level-skew": {"mix": "beginner 50, intermediate 25, advanced 25"}}}


class LevelSkew(Rule):
    """The difficulty labels are far from the wanted mix, or one label stands on everything.

    ## Why it matters
    A label that all items share tells nothing and selects nothing; often it was never chosen, only
    copied along. And a set with far too few easy items discourages those who begin.

    ## How to fix it
    Label the items one by one, or write what is missing. A document that is for one level only may
    say so in its title ("Chords for beginners") and is then left alone.

    The wanted mix is an option, in percent: `mix = "beginner 40, intermediate 40, advanced 20"`.

    ## References
    - Haladyna and Rodriguez (2013), test specifications: decide on the mix before writing.
    """

    code = "LVL005"
    name = "level-skew"
    severity = Severity.INFO
    preset = "strict"
    at_least = Threshold(10, "labelled items that a document must have")
    mix = Threshold("", "wanted percentages, like 'beginner 40, intermediate 40, advanced 20'")
    tolerance = Threshold(20, "percentage points that a label may be off the wanted mix")
    bad = (
        Example(_sheet("bbbbbbbbbb", mark=True)),
        Example(_sheet("bbiiiiiiiiaa", mark=True), config=_MIX),
    )
    good = (
        Example(_sheet("bbbbbbbbbi")),
        Example(_sheet("bbbbbbbbbb", title="Chords for the beginner")),
        Example(_sheet("bbbbbiiiiaaa"), config=_MIX),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        if len(document.items) < self.at_least:
            return
        labels = [item.difficulty for item in document.items if item.difficulty]
        counts = Counter(label.plain.casefold() for label in labels)
        total = counts.total()
        if total < self.at_least:
            return
        wanted = _percentages(self.mix)
        place, route = document.items[0].texts[0].span, document.route
        if wanted:
            yield from self._against(wanted, counts, place, route)
        elif len(counts) == 1:
            only = next(iter(counts))
            named = [text.plain.casefold() for text in (document.title, document.topic) if text]
            if not any(only in name for name in named):
                yield self.finding(
                    place,
                    f"all {total} labels are {only}; choose them one by one, or say the level in "
                    "the title",
                    route=route,
                )

    def _against(
        self, wanted: Mapping[str, float], counts: Counter[str], place: Span, route: str
    ) -> Iterator[Finding]:
        total = counts.total()
        off = [
            f"{100 * counts[level] / total:.0f} % {level} instead of {share:g} %"
            for level, share in wanted.items()
            if abs(100 * counts[level] / total - share) > self.tolerance
        ]
        if off:
            yield self.finding(
                place, f"of {total} labelled items {listed(off)}; even them out", route=route
            )


def _percentages(mix: str) -> dict[str, float]:
    """Level to percent; empty where what is written is no mix."""
    found = {}
    for part in mix.replace("%", " ").replace(":", " ").split(","):
        *level, share = part.split() or [""]
        if not level or not share.replace(".", "", 1).isdecimal():
            return {}
        found[" ".join(level).casefold()] = float(share)
    return found
