"""One defect, one finding: drop what another finding on the same place already says."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, Place


def supersede(diagnostics: Sequence[Diagnostic], plan: Plan) -> list[Diagnostic]:
    """Those of one file that remain when the rules' `supersedes` are heard.

    Two findings are about the same place if they overlap, or one is noted beside the other; what a
    reader stumbled over concerns the whole item, and nothing more is said of that.
    """
    claims: dict[str, _Claim] = {}
    for diagnostic in diagnostics:
        rule = plan.by_code[diagnostic.code]
        for code in rule.supersedes:
            claims.setdefault(code, _Claim()).add(diagnostic, whole_item=rule.about_problems())
    if not claims:
        return list(diagnostics)
    return [d for d in diagnostics if d.code not in claims or not claims[d.code].covers(d)]


def item_route(route: str) -> str:
    """The route of the item that a part belongs to: `questions[2]` of `questions[2].options[1]`."""
    head, bracket, _ = route.rpartition("].options[")
    return f"{head}]" if bracket else route


class _Claim:
    """The places of which one rule has nothing more to say."""

    def __init__(self) -> None:
        self._items: set[str] = set()
        self._ranges: list[tuple[int, int]] = []
        self._merged: list[tuple[int, int]] | None = None

    def add(self, winner: Diagnostic, *, whole_item: bool) -> None:
        """Claim the places of a finding."""
        if whole_item and winner.route:
            self._items.add(item_route(winner.route))
        places = [winner.place, *(note.place for note in winner.notes)]
        self._ranges += [(p.start, p.end) for p in places if p.path == winner.place.path]

    def covers(self, loser: Diagnostic) -> bool:
        """Whether a finding stands on a claimed place."""
        return item_route(loser.route) in self._items or self._meets(loser.place)

    def _meets(self, place: Place) -> bool:
        if self._merged is None:
            self._merged = _merged(self._ranges)
        # Of merged ranges the last that begins before the place's end is the only one to look at.
        index = bisect_left(self._merged, (place.end,)) - 1
        return index >= 0 and self._merged[index][1] > place.start


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
