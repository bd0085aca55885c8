"""The middle of some values, and how far they lie from it."""

from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle. There must be one at least."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(values: Sequence[float]) -> float:
    """The median distance from the median, scaled to be a standard deviation of normal values."""
    middle = median(values)
    return 1.4826 * median([abs(value - middle) for value in values])
