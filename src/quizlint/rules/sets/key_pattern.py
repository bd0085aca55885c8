"""SET002: the right answers follow a pattern."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizlint.content import Finding, Severity
from quizlint.facts import Answer, Pool, PoolShare
from quizlint.facts.answers import ORDERED
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._chance import run_chance, tail
from quizlint.rules.sets._quiz import keyed
from quizlint.rules.wording import letter

_PERIODS = range(1, 9)


class Pattern(NamedTuple):
    """A pattern, how likely chance makes it, and the first question it concerns."""

    chance: float
    says: str
    part: PoolShare
    first: Answer


class KeyPattern(PooledRule):
    """The keys follow a pattern: A B C D A B C D, or the same letter many times in a row.

    ## Why it matters
    Learners see it after a few questions, and answer the rest without reading them.

    ## How to fix it
    Draw the order of the options by lot, or sort them by size, date or alphabet; or let the program
    shuffle them, and say so: `shuffle: true`.

    ## References
    - Haladyna, Downing and Rodriguez (2002): vary the location of the right answer.
    """

    code = "SET002"
    name = "key-pattern"
    severity = Severity.WARNING
    counts = ORDERED
    at_least = Threshold(8, "questions a document or folder must have to be judged by itself")
    chance = Threshold(0.001, "probability, in any other order, at or below which it is told")
    bad = (
        Example(keyed("ABCDABCDABCD", 0)),
        Example(keyed("BDDACADBBACADBCCCCCCCCCCCABDAB", 14)),
    )
    good = (Example(keyed("ACBDDABCADBC")), Example(keyed("ABCD")))

    def chance_of(self, pool: Pool) -> float:
        return min(pattern.chance for pattern in _patterns(pool))

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        best = min(_patterns(pool), key=lambda pattern: pattern.chance)
        yield self.of_pool(
            best.part,
            best.first,
            pool,
            f"{self.where(pool)}{best.says}; put the options in another order",
            [],
        )


def _patterns(pool: Pool) -> Iterator[Pattern]:
    """What the keys show of each kind of pattern.

    Chance is that of the same keys in another order, so that a crowded position is no pattern. Half
    of it goes to counting up and down, a quarter to periods and to runs each (Bonferroni).
    """
    part, first = pool.first()
    rows = [(at, keys) for at, keys in zip(pool.parts, pool.by_part, strict=True) if len(keys) > 2]
    steps = [_Pairs(keys, 1) for _, keys in rows]
    for step, way in ((1, "after"), (-1, "before")):
        hits, of = sum(p.stepping(step) for p in steps), sum(p.count for p in steps)
        chances = [chance for p in steps for chance in p.step_chances(step)]
        says = f"{hits} of {of} keys are the letter {way} the last question's"
        yield Pattern(4 * tail(chances, hits) if 2 * hits > of else 1.0, says, part, first)
    for period in _PERIODS:
        pairs = [_Pairs(keys, period) for _, keys in rows if len(keys) > period]
        hits, of = sum(p.equal for p in pairs), sum(p.count for p in pairs)
        if 2 * hits <= of:
            continue
        chances = [chance for p in pairs for chance in p.equal_chances]
        ago = "the one before" if period == 1 else f"{period} questions before"
        says = f"{hits} of {of} keys are the same letter as {ago}"
        yield Pattern(4 * len(_PERIODS) * tail(chances, hits), says, part, first)
    for at, keys in rows:
        start, length = _longest_run(keys)
        position = keys[start].position
        count = sum(key.position == position for key in keys)
        chance = run_chance(length, count, len(keys)) if length > 3 else 1.0
        says = f"{length} keys in a row are option {letter(position)}"
        yield Pattern(min(1.0, 4 * len(rows) * chance), says, at, keys[start])


class _Pairs:
    """The keys of one document beside those a fixed number of questions later."""

    def __init__(self, keys: Sequence[Answer], distance: int) -> None:
        self._pairs = list(zip(keys, keys[distance:], strict=False))
        self.count = len(self._pairs)
        self._options = max(key.options for key in keys)
        self._keys = Counter(key.position for key in keys)

    @property
    def equal(self) -> int:
        """Pairs of one letter."""
        return sum(a.position == b.position for a, b in self._pairs)

    @property
    def equal_chances(self) -> list[float]:
        """For each pair the chance that two keys drawn without replacement have one letter."""
        total = self._keys.total()
        hits = sum(count * (count - 1) for count in self._keys.values())
        return [hits / (total * (total - 1))] * self.count

    def stepping(self, step: int) -> int:
        """Pairs of which the second is the next letter, the first one after the last."""
        return sum((a.position + step) % b.options == b.position for a, b in self._pairs)

    def step_chances(self, step: int) -> list[float]:
        """For each pair the chance that the second of two keys drawn is the next letter."""
        total = self._keys.total()
        hits = sum(
            count * self._keys[(position + step) % self._options]
            for position, count in self._keys.items()
        )
        return [hits / (total * (total - 1))] * self.count


def _longest_run(keys: Sequence[Answer]) -> tuple[int, int]:
    """Where the longest run of one letter starts, and its length."""
    start = length = begin = 0
    for index, key in enumerate(keys):
        if index == 0 or key.position != keys[index - 1].position:
            begin = index
        if index - begin + 1 > length:
            start, length = begin, index - begin + 1
    return start, length
