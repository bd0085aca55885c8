"""SET009: "all of the above" that is always the key, or never."""

from collections.abc import Iterator, Sequence
from math import prod

from quizlint.content import Finding, Related, Severity
from quizlint.facts import Answer, Pool
from quizlint.facts.answers import HAS_ALL, HAS_NONE, KEY_ALL, KEY_NONE
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._quiz import quiz

_KINDS = ((HAS_ALL, KEY_ALL, "all of the above"), (HAS_NONE, KEY_NONE, "none of the above"))


def _rows(keys: str, last: str) -> list[tuple[list[str], int]]:
    return [(["Venus", "Mars", "Saturn", last], "ABCD".index(key)) for key in keys]


class TelltaleOption(PooledRule):
    """ "All of the above" or "none of the above" is the key whenever, or never when, it appears.

    ## Why it matters
    Authors add "all of the above" when they have nothing but right answers, and "none of the above"
    when they are short of a distractor. Learners who notice take it at sight, or strike it unread.

    ## How to fix it
    Replace it by real answers; or let it be right about as often as any other option.

    ## References
    - Haladyna, Downing and Rodriguez (2002), guidelines on "all" and "none of the above".
    """

    code = "SET009"
    name = "telltale-option"
    severity = Severity.WARNING
    languages = ("en",)
    counts = HAS_ALL | HAS_NONE
    at_least = Threshold(4, "questions with such an option that a document or folder must have")
    chance = Threshold(0.005, "probability, if keys fell at random, at or below which it is told")
    bad = (
        Example(quiz(_rows("DDDDD", "None of the above"), 0)),
        Example(
            quiz(_rows("ABCACBBACABCBACCABBCA", "None of the above"), 0),
        ),
    )
    good = (Example(quiz(_rows("ADBCDA", "None of the above"))),)

    def chance_of(self, pool: Pool) -> float:
        return min(chance for chance, *_ in self._habits(pool))

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        _, has, words, always = min(self._habits(pool))
        part, first = pool.first(has)
        concerned = [answer for answer in pool.answers if answer.flags & has]
        how = "is the key every time it appears" if always else "appears but is never the key"
        yield self.of_pool(
            part,
            first,
            pool,
            f"{self.where(pool)}'{words}' {how} ({len(concerned)} questions); replace it by real "
            f"answers, or let it be {'wrong' if always else 'right'} as well",
            [Related(answer.key, "another") for answer in concerned[1:4]],
        )

    def _habits(self, pool: Pool) -> Iterator[tuple[float, int, str, bool]]:
        """For each kind the probability that it is always the key, and that it never is."""
        for has, keyed, words in _KINDS:
            concerned = [answer for answer in pool.answers if answer.flags & has]
            hits = sum(answer.flags & keyed != 0 for answer in concerned)
            enough = len(concerned) >= self.at_least
            chance = _all_or_none(concerned, hits) if enough else 1.0
            yield chance, has, words, hits > 0


def _all_or_none(concerned: Sequence[Answer], hits: int) -> float:
    if hits == len(concerned):
        return prod(1 / answer.options for answer in concerned)
    return prod(1 - 1 / answer.options for answer in concerned) if not hits else 1.0
