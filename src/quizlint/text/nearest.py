"""The word that was probably meant."""

from collections.abc import Iterable

CUTOFF = 60
"""The likeness in percent (2 × common letters in order ÷ letters of both) from which it counts."""

LONGEST = 500
"""Characters of a word that are compared: what goes wrong in spelling shows in fewer."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if any is; case does not count.

    Of several that are as like, the one that the fewest slips of a hand make of it.
    """
    from rapidfuzz import fuzz, process  # only now: most files have nothing to guess
    from rapidfuzz.distance import OSA

    word = word[:LONGEST].lower()
    by_lower: dict[str, str] = {}
    for name in known:
        by_lower.setdefault(name[:LONGEST].lower(), name)
    near = process.extract(
        word, by_lower.keys(), scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=None
    )
    best = [name for name, score, _ in near if score == near[0][1]]
    return by_lower[min(best, key=lambda name: OSA.distance(word, name))] if best else None
