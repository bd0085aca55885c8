"""A slip: one word apart by one edit, and only one of the two spellings is a word.

A word is what the pronouncing dictionary or the thesaurus has, or what stands again elsewhere in
the document while the other spelling does not. A slip swaps two neighbouring letters, drops,
doubles or adds one, or takes one vowel for another; a consonant for another makes a different term
(autonomy, autotomy), and so does a first letter.
"""

from quizlint.content import Confidence
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import Said
from quizlint.language.equivalence.same import Kind, Same

FEWEST = 5
"""Letters from which a word that no dictionary has is a slip for one that it has."""


def find(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether a slip is all that tells two options apart."""
    if len(one.words) != len(other.words):
        return None
    differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(differing) != 1 or not _is_slip(*differing[0]) or asked.grammar or asked.code:
        return None
    a, b = differing[0]
    if _is_pattern(a, b, one, other, asked):
        return None
    right = _right(a, b, asked.elsewhere)
    if right is None:
        return None
    wrong = b if right == a else a
    written = {word.lower(): word for said in (one, other) for word in said.prose.words}
    return Same(Kind.SLIP, Confidence.HIGH, f"'{written[wrong]}' is a slip for '{written[right]}'")


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < FEWEST or not (one.isalpha() and other.isalpha()):
        return False
    if one[0] != other[0]:
        return False
    from quizlint.language.similarity import one_edit

    if not one_edit(one, other):
        return False
    changed = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    if len(one) == len(other) and len(changed) == 1:
        return set(changed[0]) <= set("aeiouy")
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) or not longer.startswith(shorter)  # an ending is no slip


def _is_pattern(one: str, other: str, a: Said, b: Said, asked: Asked) -> bool:
    """Whether a third option is a spelling of the same word: then spelling is what is asked."""
    from rapidfuzz.distance import OSA

    at = a.words.index(one)
    for place, option in enumerate(asked.options):
        if place not in (a.place, b.place) and len(option.lower_words) > at:
            third = option.lower_words[at]
            if (
                max(len(third), len(one)) >= FEWEST
                and min(OSA.distance(third, one), OSA.distance(third, other)) <= 2
            ):
                return True
    return False


def _right(one: str, other: str, elsewhere: str) -> str | None:
    """The one of two spellings that is a word, where only one of them is."""
    known = [word for word in (one, other) if _is_word(word)]
    if len(known) == 1:
        return known[0]
    if known or not elsewhere:
        return None
    seen = [word for word in (one, other) if elsewhere.lower().count(word) > 1]
    return seen[0] if len(seen) == 1 else None


def _is_word(word: str) -> bool:
    from quizlint.language._pronunciation import syllables
    from quizlint.language.equivalence.thesaurus import lemmas

    return syllables(word) is not None or bool(lemmas(word))
