"""The word that was probably meant."""

from collections.abc import Iterable

CUTOFF = 60
"""The likeness in percent (2 × common letters in order ÷ letters of both) from which it counts."""

LONGEST = 500
"""Characters of a word that are compared: what goes wrong in spelling shows in fewer."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, the first of several, if any is; case does not count."""
    from rapidfuzz import fuzz, process  # only now: most files have nothing to guess

    by_lower: dict[str, str] = {}
    for name in known:
        by_lower.setdefault(name[:LONGEST].lower(), name)
    near = process.extractOne(
        word[:LONGEST].lower(), by_lower.keys(), scorer=fuzz.ratio, score_cutoff=CUTOFF
    )
    return None if near is None else by_lower[near[0]]
