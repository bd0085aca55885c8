"""Whether two series rise and fall together, and whether chance alone would do it."""

from collections.abc import Iterable, Sequence
from math import prod, sqrt
from typing import NamedTuple

EXACT = 50_000
"""Steps of work up to which the exact distribution is made; beyond, it is as good as normal."""


class Pairs(NamedTuple):
    """Two series of the same length, ranked within themselves."""

    levels: Sequence[int]
    values: Sequence[float]


def rank_correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Spearman's rho (1904), ties given their middle rank; 0 where one series does not vary."""
    a, b = ranks(xs), ranks(ys)
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    covariance = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    spread = sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return covariance / spread if spread else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 1, ties given their middle rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            found[place] = (start + end) / 2 + 1
        start = end + 1
    return found


def chance_of_falling(strata: Iterable[Pairs]) -> float:
    """The chance that labels dealt at random fall as clearly, against the values, as they do.

    It is Page's statistic, the sum of level times rank of the value, under all ways of dealing the
    same labels to the same items, one stratum apart from the other (things of another kind are not
    exchanged). The distribution is exact as long as that is quickly made, then normal.
    """
    listed = [pairs for pairs in strata if len(pairs.levels) > 1]
    observed = sum(_statistic(pairs) for pairs in listed)
    if sum(map(_work, listed)) > EXACT:
        return _normal(listed, observed)
    whole = 1
    bits = _bits(listed)
    for pairs in listed:
        whole *= _distribution(pairs, bits)
    size = bits // 8
    packed = whole.to_bytes((whole.bit_length() + bits - 1) // bits * size, "little")
    pieces = range(0, len(packed), size)
    counts = [int.from_bytes(packed[at : at + size], "little") for at in pieces]
    return sum(counts[: observed + 1]) / sum(counts)


def _doubled(pairs: Pairs) -> list[int]:
    """Twice the ranks: whole numbers, though ties stand between two."""
    return [round(2 * rank) for rank in ranks(pairs.values)]


def _statistic(pairs: Pairs) -> int:
    return sum(level * rank for level, rank in zip(_dense(pairs), _doubled(pairs), strict=True))


def _dense(pairs: Pairs) -> list[int]:
    """The levels as 0, 1, 2 …"""
    order = {level: at for at, level in enumerate(sorted(set(pairs.levels)))}
    return [order[level] for level in pairs.levels]


def _counts(pairs: Pairs) -> tuple[int, ...]:
    levels = _dense(pairs)
    return tuple(levels.count(level) for level in range(max(levels) + 1))


def _work(pairs: Pairs) -> int:
    return len(pairs.levels) * prod(count + 1 for count in _counts(pairs))


def _bits(strata: Sequence[Pairs]) -> int:
    """Bits that hold the number of ways to deal all labels, in whole bytes."""
    needed = sum(len(pairs.levels) * len(_counts(pairs)).bit_length() for pairs in strata)
    return (needed // 8 + 1) * 8


def _distribution(pairs: Pairs, bits: int) -> int:
    """How many ways of dealing give each sum: coefficients of a polynomial, packed in a number.

    Items take their labels in turn; what counts is only how many of each label are left.
    """
    states = {_counts(pairs): 1}
    for rank in _doubled(pairs):
        following: dict[tuple[int, ...], int] = {}
        for left, ways in states.items():
            for level, count in enumerate(left):
                if count:
                    rest = (*left[:level], count - 1, *left[level + 1 :])
                    shifted = ways << bits * level * rank
                    following[rest] = following.get(rest, 0) + shifted
        states = following
    (whole,) = states.values()
    return whole


def _normal(strata: Sequence[Pairs], observed: int) -> float:
    """The chance by the normal distribution with the statistic's mean and variance."""
    from statistics import NormalDist

    mean = variance = 0.0
    for pairs in strata:
        levels, doubled, n = _dense(pairs), _doubled(pairs), len(pairs.levels)
        middle, centre = sum(levels) / n, sum(doubled) / n
        mean += n * middle * centre
        variance += (
            sum((x - middle) ** 2 for x in levels) * sum((y - centre) ** 2 for y in doubled)
        ) / (n - 1)
    return NormalDist().cdf((observed + 0.5 - mean) / sqrt(variance)) if variance else 1.0
