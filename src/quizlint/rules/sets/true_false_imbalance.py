"""SET010: nearly all statements are true, or nearly all are false."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity
from quizlint.facts import Pool
from quizlint.facts.answers import KEY_TRUE, TRUE_FALSE
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._chance import percent, tail
from quizlint.rules.sets._quiz import quiz


def _rows(keys: str) -> list[tuple[list[str], int]]:
    return [(['"True"', '"False"'], "TF".index(key)) for key in keys]


class TrueFalseImbalance(PooledRule):
    """True/false questions are keyed true, or false, far more often than even.

    ## Why it matters
    Guessing already earns half the marks. Authors find true statements easier to write, learners
    know it, and whoever ticks "true" throughout then earns most of the rest.

    ## How to fix it
    Turn some statements round, by a wrong fact and not by a "not", until both keys are about even.

    ## References
    - Ebel and Frisbie (1991), "Essentials of Educational Measurement", on true-false items.
    """

    code = "SET010"
    name = "true-false-imbalance"
    severity = Severity.INFO
    preset = "strict"
    counts = TRUE_FALSE
    at_least = Threshold(12, "true/false questions a document or folder must have")
    chance = Threshold(0.001, "probability, if keys fell at random, at or below which it is told")
    excess = Threshold(0.2, "share above one half that one of the keys must have")
    bad = (Example(quiz(_rows("TTTTTTTTFTTTTTTT")).replace('"True"', '«"True"»', 1)),)
    good = (Example(quiz(_rows("TFTTFTTFTTFTTFFT"))),)

    def chance_of(self, pool: Pool) -> float:
        total, true = len(pool.answers), _true(pool)
        most = max(true, total - true)
        if most < (0.5 + self.excess) * total:
            return 1.0
        return min(1.0, 2 * tail([0.5] * total, most))

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        total, true = len(pool.answers), _true(pool)
        key = 2 * true > total
        of_that = [a for a in pool.answers if bool(a.flags & KEY_TRUE) is key]
        part, first = pool.first(KEY_TRUE) if key else pool.first()
        word = "true" if key else "false"
        yield self.of_pool(
            part,
            first,
            pool,
            f"{self.where(pool)}{len(of_that)} of {total} true/false questions "
            f"({percent(len(of_that) / total)}) are keyed {word}; even them out",
            [Related(answer.key, f"also {word}") for answer in of_that[1:4]],
        )


def _true(pool: Pool) -> int:
    return sum(answer.flags & KEY_TRUE != 0 for answer in pool.answers)
