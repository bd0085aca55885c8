"""SET001: the right answers crowd one position."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from quizlint.content import Finding, Related, Severity
from quizlint.facts import Pool
from quizlint.facts.answers import POSITION
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._chance import percent, tail
from quizlint.rules.sets._quiz import keyed
from quizlint.rules.wording import letter


class KeyPositionBias(PooledRule):
    """The right answers stand at one position far more often than chance would have it.

    ## Why it matters
    Authors hide the key in the middle, or write it first. Learners notice: "if in doubt, take B"
    then beats knowing nothing by a wide margin.

    ## How to fix it
    Put options in an order of their own (by size, date or alphabet), and let the key fall where it
    falls; or let the program shuffle them, and say so: `shuffle: true`.

    ## References
    - Attali and Bar-Hillel (2003), "Guess where": edge aversion of authors and examinees.
    """

    code = "SET001"
    name = "key-position-bias"
    severity = Severity.WARNING
    counts = POSITION
    at_least = Threshold(10, "questions a document or folder must have to be judged by itself")
    chance = Threshold(0.001, "probability, if keys fell at random, at or below which it is told")
    excess = Threshold(0.1, "share of all keys above chance that a position must hold")
    bad = (Example(keyed("BBBABBBBBBBC", 0)),)
    good = (Example(keyed("BADCABDBCCBA")), Example(keyed("BBBA")))

    def chance_of(self, pool: Pool) -> float:
        return self._crowd(pool)[0]

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        _, position, expected = self._crowd(pool)
        keyed_there = [answer for answer in pool.answers if answer.position == position]
        part, first = pool.first(position=position)
        name = letter(position)
        count = len(pool.answers)
        yield self.of_pool(
            part,
            first,
            pool,
            f"{self.where(pool)}{len(keyed_there)} of {count} keys "
            f"({percent(len(keyed_there) / count)}) are option {name}, where chance puts "
            f"{expected:.0f}; spread them over the positions",
            [Related(answer.key, f"also {name}") for answer in keyed_there[1:4]],
        )

    def _crowd(self, pool: Pool) -> tuple[float, int, float]:
        """The probability of the most crowded position, that position, and its expected number.

        Each position is tested by itself, exactly; the probability is multiplied by the number of
        positions tested (Bonferroni).
        """
        answers = pool.answers
        keys = Counter(answer.position for answer in answers)
        positions = max(answer.options for answer in answers)
        best = (1.0, 0, 0.0)
        for position, count in keys.items():
            chances = [1 / a.options for a in answers if position < a.options]
            expected = sum(chances)
            if count < expected + max(2 * sqrt(expected), self.excess * len(answers)):
                continue
            best = min(best, (positions * tail(chances, count), position, expected))
        return best
