"""SET004: a quiz that can be passed by looking at the options."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from quizlint.content import Finding, Severity
from quizlint.facts import Pool
from quizlint.facts.answers import GUESSED
from quizlint.facts.guessability import guessability
from quizlint.language.guesser import CUES
from quizlint.rules.base import Example, Threshold
from quizlint.rules.context import Context
from quizlint.rules.pooled import PooledRule
from quizlint.rules.sets._chance import percent, upper
from quizlint.rules.sets._quiz import quiz
from quizlint.rules.wording import listed

_PLAIN = ("a broad grey plain of dust", "a small red rock in the dark", "a dim star in the east")
_RICH = "a moon (cold, and dry)"


def _rows(keys: str) -> list[tuple[list[str], int]]:
    """Questions in which one option has commas: at the key where its letter is in upper case."""
    rows = []
    for number, letter in enumerate(keys):
        options = [_PLAIN[(number + i) % 3] for i in range(3)]
        options.insert("ABCD".index(letter.upper()), _RICH)
        key = "ABCD".index(letter.upper())
        rows.append((options, key if letter.isupper() else (key + 1) % 4))
    return rows


class GuessableQuiz(PooledRule):
    """A guesser who knows the form of tests but nothing of the subject does well on this quiz.

    ## Why it matters
    Length and detail, absolute words, echoes of the stem, "all of the above", middle numbers and
    favourite positions let the test-wise find keys that they do not know. What a quiz is worth is
    what is left when they are gone.

    ## How to fix it
    Start with the cues that the message names, as they paid most, and look at the findings about
    single questions. Give distractors the length, detail and wording of the key.

    ## References
    - Millman, Bishop and Ebel (1965), an analysis of test-wiseness.
    - The guesser's cues and weights: `quizlint.language.guesser`; how they were fitted to questions
      in public, and how they do on others: `benchmarks/fit_guesser.py`.
    """

    code = "SET004"
    name = "guessable-quiz"
    severity = Severity.WARNING
    preset = "strict"  # a guess costs as much as all other rules together
    languages = ("en",)
    counts = GUESSED
    at_least = Threshold(12, "questions a document or folder must have to be judged")
    chance = Threshold(0.0005, "probability, if cues told nothing, at or below which it is told")
    excess = Threshold(0.1, "share of keys above chance that the guesser must find")
    bad = (Example(quiz(_rows("ADBCABDCBADC"), 0)),)
    good = (Example(quiz(_rows("aDbcAbdCbaDc"))),)

    def chance_of(self, pool: Pool) -> float:
        found = guessability(pool.answers)
        if found.items < self.at_least or found.score < found.chance + self.excess:
            return 1.0
        spread = sqrt(sum(answer.variance for answer in pool.answers))
        return upper((found.score - found.chance) * found.items / spread) if spread else 1.0

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        found = guessability(pool.answers)
        part, first = pool.first()
        paid = Counter(CUES[answer.cue].says for answer in pool.answers if answer.cue >= 0)
        cues = [f"{says} ({count})" for says, count in paid.most_common(3)]
        yield self.of_pool(
            part,
            first,
            pool,
            f"{self.where(pool)}a guesser who knows no answer scores {percent(found.score)}, "
            f"chance {percent(found.chance)} (95 % interval {100 * found.low:.0f}-"
            f"{percent(found.high)}, {found.items} questions); it goes by {listed(cues)}: "
            "remove them",
            [],
        )
