"""Options put to the measure as a question has them."""

from collections.abc import Sequence

from quizlint.language.equivalence import Asked, Pair, Same, alike, same_meaning
from quizlint.text import Prose

PLAIN = "Which of these is it?"


def asked(options: Sequence[str], stem: str = PLAIN, keys: Sequence[int] = ()) -> Asked:
    return Asked(Prose(stem), [Prose(option) for option in options], keys)


def same(
    one: str, other: str, stem: str = PLAIN, others: Sequence[str] = (), keys: Sequence[int] = ()
) -> Same | None:
    """What two options have in common, the other options of the question behind them."""
    question = asked((one, other, *others), stem, keys)
    return same_meaning(question.options[0], question.options[1], question)


def pairs(options: Sequence[str], stem: str = PLAIN, keys: Sequence[int] = ()) -> tuple[Pair, ...]:
    return alike(asked(options, stem, keys))
