"""SET003: the right answers are the longest options."""

from collections.abc import Iterator

from quizlint.content import Finding, Related, Severity
from quizlint.facts import Pool
from quizlint.facts.answers import CLEARLY, KEY_LONGEST, LONGEST
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._chance import percent, tail
from quizlint.rules.sets._quiz import quiz

_SHORT = (
    "a cold grey moon",
    "a small red rock",
    "a vast blue gas",
    "a warm wide sea",
    "a thin ice ring",
)
_LONG = "a broad lava lake"


def _rows(longest: str) -> list[tuple[list[str], int]]:
    """Questions keyed A to D in turn; 1 puts the long option at the key, 0 beside it."""
    rows = []
    for number, is_key in enumerate(longest):
        options = [_SHORT[(number + i) % len(_SHORT)] for i in range(4)]
        key = number * number % 7 % 4
        options[key if is_key == "1" else (key + 1) % 4] = _LONG
        rows.append((options, key))
    return rows


class LongestKeyBias(PooledRule):
    """The right answer is the longest option in far more questions than chance would have it.

    ## Why it matters
    A single long key may be needed. When most are, "take the longest" passes the test without any
    knowledge of the subject; it is the cue that learners find first.

    ## How to fix it
    Shorten keys to what makes them right and move the rest into the explanation; or give the
    distractors as much detail, so that the longest option is a distractor as often as not.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep the length of options about equal.
    - NBME Item-Writing Guide (2020): "long correct answer".
    """

    code = "SET003"
    name = "longest-key-bias"
    severity = Severity.WARNING
    supersedes = ("OPT007",)
    counts = LONGEST
    at_least = Threshold(12, "questions a document or folder must have to be judged by itself")
    chance = Threshold(0.001, "probability, if length told nothing, at or below which it is told")
    excess = Threshold(0.2, "share of questions above chance in which the key must be longest")
    bad = (Example(quiz(_rows("111101111111"), 0)),)
    good = (Example(quiz(_rows("000010000010"))),)

    def chance_of(self, pool: Pool) -> float:
        answers = pool.answers
        hits = sum(answer.flags & KEY_LONGEST != 0 for answer in answers)
        chances = [1 / answer.options for answer in answers]
        if hits < sum(chances) + self.excess * len(answers):
            return 1.0
        return tail(chances, hits)

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        answers = pool.answers
        longest = [answer for answer in answers if answer.flags & KEY_LONGEST]
        expected = sum(1 / answer.options for answer in answers)
        part, first = pool.first(KEY_LONGEST)
        yield self.of_pool(
            part,
            first,
            pool,
            f"{self.where(pool)}the key is the longest option in {len(longest)} of {len(answers)} "
            f"questions ({percent(len(longest) / len(answers))}), where chance gives "
            f"{expected:.0f}; even out the lengths",
            [Related(a.key, "longest by far") for a in longest if a.flags & CLEARLY],
        )
