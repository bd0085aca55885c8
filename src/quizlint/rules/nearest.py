"""The word that was probably meant."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if any is like it; case does not count."""
    from difflib import get_close_matches  # only now: most files have nothing to guess

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), by_lower, 1, cutoff=0.6)
    return by_lower[near[0]] if near else None
