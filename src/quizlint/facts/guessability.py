"""How well a set of questions can be guessed."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from quizlint.facts.answers import Answer

_TWO_SIDED_95 = 1.96


class Guessability(NamedTuple):
    """The test-wise guesser's expected score, with a 95 % interval, beside chance; all in 0..1."""

    items: int
    score: float
    low: float
    high: float
    chance: float


def guessability(answers: Sequence[Answer]) -> Guessability:
    """Of questions that were guessed; the interval is the normal one over items."""
    count = len(answers)
    if not count:
        return Guessability(0, 0.0, 0.0, 0.0, 0.0)
    score = sum(answer.score for answer in answers) / count
    chance = sum(1 / answer.options for answer in answers) / count
    if count == 1:  # one item says nothing of how items differ
        return Guessability(1, score, 0.0, 1.0, chance)
    spread = sum((answer.score - score) ** 2 for answer in answers) / (count - 1)
    margin = _TWO_SIDED_95 * sqrt(spread / count)
    return Guessability(count, score, max(0.0, score - margin), min(1.0, score + margin), chance)
