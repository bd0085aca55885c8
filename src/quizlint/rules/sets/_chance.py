"""How likely chance alone makes something as uneven as it is."""

from collections.abc import Sequence


def tail(chances: Sequence[float], hits: int) -> float:
    """The probability of at least `hits` successes in independent trials with these chances.

    Exact (the Poisson binomial distribution), by adding one trial after another.
    """
    distribution = [1.0]
    for chance in chances:
        following = [0.0] * (len(distribution) + 1)
        for count, probability in enumerate(distribution):
            following[count] += probability * (1 - chance)
            following[count + 1] += probability * chance
        distribution = following
    return min(1.0, sum(distribution[hits:]))
