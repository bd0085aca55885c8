"""Which common English words mean the same, more, or the opposite: derived from WordNet.

The table is made by `benchmarks/build_thesaurus.py` (see NOTICE). Its keys are of four kinds: `w:`
lemmas, with their synsets; `r:` numbers of synsets, with what is more general and, behind a `!`,
what is the opposite; `f:` irregular forms, with their lemma; `n:` given names. The numbers of
synsets are in base 36, but for those of keys.
"""

from functools import lru_cache
from typing import NamedTuple

from quizlint.language.table import Table

TABLE = Table("thesaurus.txt")

ANY = 9
"""More senses than are kept of a word."""

USUAL = 3
"""Senses of a word, the most frequent of a part of speech first, in which readers take it."""

_KEPT = 16_384


class Sense(NamedTuple):
    """A meaning of a word: the number of its synset, its part of speech, and how usual it is."""

    synset: int
    part: str
    rank: int


def is_given_name(word: str) -> bool:
    """Whether people are called so before their family name."""
    return f"n:{word.lower()}" in TABLE


def senses(lemma: str) -> tuple[Sense, ...]:
    """The meanings of a lemma ("go_down"), the most usual of each part of speech first."""
    codes = TABLE.get(f"w:{lemma}")
    if codes is None:
        return ()
    found: list[Sense] = []
    ranks = dict.fromkeys("nvar", 0)
    for code in codes.split(" "):
        found.append(Sense(int(code[1:], 36), code[0], ranks[code[0]]))
        ranks[code[0]] += 1
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The lemmas that a lower-case word may be a form of, each with the parts of speech ("va").

    Of a collocation the first word is inflected, as a verb, and the last, as a noun.
    """
    first, space, rest = word.partition("_")
    found = {word: "nvar"}
    for base, parts in _bases(first):
        found.setdefault(base + space + rest, "v" if space else parts)
    if space:
        before, _, last = word.rpartition("_")
        for base, parts in _bases(last):
            if "n" in parts:
                found.setdefault(f"{before}_{base}", "n")
    known = (each for each in found.items() if len(each[0]) > 1 and f"w:{each[0]}" in TABLE)
    return tuple(known)


def lemmas(word: str) -> tuple[str, ...]:
    """The lemmas that a lower-case word or collocation may be a form of."""
    return tuple(base for base, _ in readings(word))


def _bases(word: str) -> list[tuple[str, str]]:
    """What a word may be an inflection of, by WordNet's own rules (morphy(7WN))."""
    found: list[tuple[str, str]] = []
    irregular = TABLE.get(f"f:{word}")
    if irregular is not None:
        found.append((irregular, "nvar"))
    if word[-1:] not in tuple("sdgrt"):
        return found
    for ending, replacement, parts in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            found.append((base + replacement, parts))
            if not replacement and base[-1] == base[-2] and "n" not in parts:
                found.append((base[:-1], parts))
    return found


_ENDINGS = (
    ("ies", "y", "nv"), ("es", "", "nv"), ("s", "", "nv"), ("ied", "y", "v"), ("ed", "e", "v"),
    ("ed", "", "v"), ("ing", "e", "v"), ("ing", "", "v"), ("er", "", "ar"), ("er", "e", "ar"),
    ("est", "", "ar"), ("est", "e", "ar"), ("ier", "y", "ar"), ("iest", "y", "ar"),
)  # fmt: skip


@lru_cache(maxsize=_KEPT)
def meanings(word: str, usual: int = USUAL, parts: str = "nvar") -> frozenset[int]:
    """The synsets of a word in any form, as far as they are usual and of some parts of speech."""
    if "_" in word:  # which the tagged texts have too few of to order their senses
        usual += USUAL
    return frozenset(
        sense.synset
        for lemma, may_be in readings(word)
        for sense in senses(lemma)
        if sense.rank < usual and sense.part in may_be and sense.part in parts
    )


def synonyms(one: str, other: str, parts: str = "nvar") -> bool:
    """Whether two words, in any form, share a meaning as some parts of speech: a usual one of both,
    or the first of one with any of the other.
    """
    return not (
        meanings(one, USUAL, parts).isdisjoint(meanings(other, USUAL, parts))
        and meanings(one, 1, parts).isdisjoint(meanings(other, ANY, parts))
        and meanings(one, ANY, parts).isdisjoint(meanings(other, 1, parts))
    )


def close(one: str, other: str) -> bool:
    """Whether a usual sense of one word is the nearest wider one of the other's, of verbs and
    adjectives: "grow" and "increase", "quick" and "fast".
    """
    return any(
        parent in meanings(b, usual, part)
        for part, usual in (("v", 2), ("a", 1))
        for a, b in ((one, other), (other, one))
        for sense in meanings(a, usual, part)
        for parent in _relations(sense)[0]
    )


def is_noun(word: str) -> bool:
    """Whether a word or collocation names a thing in its usual senses."""
    return bool(meanings(word, 2, "n"))


def more_general(general: str, special: str) -> bool:
    """Whether a noun names a class (or a place) to which the other belongs, in usual senses.

    What is so wide that all is one ("object", "matter") names no class.
    """
    return not classes(special).isdisjoint(meanings(general, 2, "n"))


@lru_cache(maxsize=_KEPT)
def classes(word: str) -> frozenset[int]:
    """The classes and places to which what a noun names belongs."""
    own = meanings(word, 2, "n")
    return frozenset().union(*map(_classes, own)) - own


NAMED = 4
"""Steps down from the widest class of all at which classes begin to have names that people use."""


@lru_cache(maxsize=_KEPT)
def _depth(synset: int) -> int:
    parents = _relations(synset)[0]
    if parents:
        return 1 + min(map(_depth, parents))
    return 0 if synset in meanings("entity") else NAMED  # a continent is under no class


@lru_cache(maxsize=_KEPT)
def _classes(synset: int) -> frozenset[int]:
    parents = [each for each in _relations(synset)[0] if _depth(each) >= NAMED]
    return frozenset(parents).union(*map(_classes, parents))


@lru_cache(maxsize=_KEPT)
def near(word: str) -> frozenset[int]:
    """What a word's meanings are or are close to: of synonyms, one has a meaning in this of the
    other.
    """
    above = (each for sense in meanings(word, 2, "va") for each in _relations(sense)[0])
    return meanings(word, ANY).union(above)


def opposites(one: str, other: str) -> bool:
    """Whether two words are opposites, or near the two poles of an opposition."""
    first, second = _poles(one), _poles(other)
    return any(not second.isdisjoint(_relations(synset)[1]) for synset in first)


@lru_cache(maxsize=_KEPT)
def _poles(word: str) -> frozenset[int]:
    """A word's senses, and the adjectives that they are like."""
    own = meanings(word, USUAL + 2, "va")
    like = {above for sense in meanings(word, USUAL + 2, "a") for above in _relations(sense)[0]}
    return own | like


@lru_cache(maxsize=_KEPT)
def _relations(synset: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    above, _, against = (TABLE.get(f"r:{synset}") or "").partition("!")
    return (
        tuple(int(code, 36) for code in above.split()),
        tuple(int(code, 36) for code in against.split()),
    )
