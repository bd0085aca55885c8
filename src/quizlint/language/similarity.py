"""How like each other two short texts are."""

from collections.abc import Sequence


def ratio(a: str, b: str, cutoff: float = 0.0) -> float:
    """The share of characters in common, 0 to 1; 0 for anything below `cutoff`, found cheaply.

    It is 1 minus the insertions and deletions that make one of the other, over both lengths.
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b, score_cutoff=cutoff)


def one_edit(a: str, b: str) -> bool:
    """Whether one character inserted, deleted, replaced or swapped with its neighbour tells them
    apart; equal texts are not one edit apart.
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1) == 1


def same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two lists hold the same words in another order; equal lists do not."""
    return len(a) == len(b) and list(a) != list(b) and sorted(a) == sorted(b)
