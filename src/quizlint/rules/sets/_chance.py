"""How likely chance alone makes something as uneven as it is."""

from collections.abc import Sequence
from functools import lru_cache
from math import erfc, prod, sqrt

_EXACT = 400


def tail(chances: Sequence[float], hits: int) -> float:
    """The probability of at least `hits` successes in independent trials with these chances.

    Exact (the Poisson binomial distribution, one trial added after another) for up to 400 trials,
    beyond that by the normal distribution with continuity correction.
    """
    mean = sum(chances)
    if len(chances) > _EXACT:
        spread = sqrt(sum(chance * (1 - chance) for chance in chances))
        return upper((hits - 0.5 - mean) / spread) if spread else float(hits <= mean)
    return _exactly(tuple(chances), hits)


@lru_cache(64)  # an editor asks the same after each keystroke
def _exactly(chances: tuple[float, ...], hits: int) -> float:
    distribution = [1.0]
    for chance in chances:
        missed = 1 - chance
        distribution = [
            fewer * chance + as_many * missed
            for fewer, as_many in zip((0.0, *distribution), (*distribution, 0.0), strict=True)
        ]
    return min(1.0, sum(distribution[hits:]))


def upper(z: float) -> float:
    """The probability of at least `z` under the standard normal distribution."""
    return erfc(z / sqrt(2)) / 2


def run_chance(length: int, count: int, total: int) -> float:
    """A bound on the probability that `count` of `total` things, shuffled, hold a run of `length`.

    The sum over all places where the run could begin; each has the probability that `length` drawn
    without replacement are all of that kind.
    """
    if length > count:
        return 0.0
    place = prod((count - i) / (total - i) for i in range(length))
    return min(1.0, (total - length + 1) * place)


def percent(share: float) -> str:
    """`38 %`."""
    return f"{100 * share:.0f} %"
