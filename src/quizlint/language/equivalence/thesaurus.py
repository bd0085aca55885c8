"""Which common English words mean the same, more, or the opposite: derived from WordNet.

The table is made by `benchmarks/build_thesaurus.py` (see NOTICE) and read when it is first asked.
Uncompressed it has four sections between form feeds: each lemma with its synsets; for each synset,
in the order of their numbers, what is more general and, behind a `!`, what is the opposite;
irregular forms with their lemma; given names. Numbers are in base 36.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent.parent / "data" / "thesaurus.z"

USUAL = 3
"""Senses of a word, the most frequent of a part of speech first, in which readers take it."""

STEPS = 7
"""Steps up from the special to the general that readers still follow (a toothed whale, a mammal).
WordNet's chains go through classes that nobody names."""

_KEPT = 16_384


class _Table(NamedTuple):
    words: list[str]
    relations: list[str]
    forms: dict[str, str]
    given_names: frozenset[str]


class Sense(NamedTuple):
    """A meaning of a word: the number of its synset, its part of speech, and how usual it is."""

    synset: int
    part: str
    rank: int


@cache
def _table() -> _Table:
    import zlib

    text = zlib.decompress(TABLE.read_bytes()).decode("ascii")
    words, relations, forms, names = text.split("\f")
    return _Table(
        words.split("\n"),
        relations.split("\n"),
        dict(line.split(" ") for line in forms.split("\n")),
        frozenset(names.split("\n")),
    )


def is_given_name(word: str) -> bool:
    """Whether people are called so before their family name."""
    return word.lower() in _table().given_names


@lru_cache(maxsize=_KEPT)
def senses(lemma: str) -> tuple[Sense, ...]:
    """The meanings of a lemma ("go_down"), the most usual of each part of speech first."""
    words = _table().words
    at = bisect_left(words, f"{lemma}\t")
    if at == len(words) or not words[at].startswith(f"{lemma}\t"):
        return ()
    found: list[Sense] = []
    ranks = dict.fromkeys("nvar", 0)
    for code in words[at][len(lemma) + 1 :].split(" "):
        found.append(Sense(int(code[1:], 36), code[0], ranks[code[0]]))
        ranks[code[0]] += 1
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def lemmas(word: str) -> tuple[str, ...]:
    """The lemmas that a lower-case word, or the first word of a collocation, may be a form of."""
    first, space, rest = word.partition("_")
    tail = space + rest
    bases = dict.fromkeys((first, *_bases(first)))
    return tuple(base + tail for base in bases if senses(base + tail))


def _bases(word: str) -> list[str]:
    """What a word may be an inflection of, by WordNet's own rules (morphy(7WN))."""
    found = []
    irregular = _table().forms.get(word)
    if irregular is not None:
        found.append(irregular)
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)]
            found.append(base + replacement)
            if ending in ("ing", "ed", "er", "est") and base[-1:] == base[-2:-1]:
                found.append(base[:-1])
    return found


_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y"),
)  # fmt: skip


@lru_cache(maxsize=_KEPT)
def meanings(word: str, usual: int = USUAL) -> frozenset[int]:
    """The synsets of a word in any form, as far as they are usual."""
    return frozenset(
        sense.synset for lemma in lemmas(word) for sense in senses(lemma) if sense.rank < usual
    )


def synonyms(one: str, other: str) -> bool:
    """Whether two words, in any form, share a usual meaning."""
    return not meanings(one).isdisjoint(meanings(other))


def more_general(general: str, special: str, steps: int = STEPS) -> bool:
    """Whether one word names a class (or a place) to which the other belongs, in usual senses."""
    wanted = meanings(general)
    return bool(wanted) and not wanted.isdisjoint(_above(special, steps))


@lru_cache(maxsize=_KEPT)
def _above(word: str, steps: int) -> frozenset[int]:
    level = set(meanings(word))
    found: set[int] = set()
    for _ in range(steps):
        level = {parent for synset in level for parent in _relations(synset)[0]} - found
        found |= level
    return frozenset(found - meanings(word))


def opposites(one: str, other: str) -> bool:
    """Whether two words are opposites, or near the two poles of an opposition."""
    first, second = _poles(one), _poles(other)
    return any(not second.isdisjoint(_relations(synset)[1]) for synset in first)


@lru_cache(maxsize=_KEPT)
def _poles(word: str) -> frozenset[int]:
    """A word's senses, and the adjectives that they are like."""
    own = {
        sense for lemma in lemmas(word) for sense in senses(lemma) if sense.rank < USUAL + 2
    }
    like = {above for sense in own if sense.part == "a" for above in _relations(sense.synset)[0]}
    return frozenset(like.union(sense.synset for sense in own))


@lru_cache(maxsize=_KEPT)
def _relations(synset: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    above, _, against = _table().relations[synset].partition("!")
    return (
        tuple(int(code, 36) for code in above.split()),
        tuple(int(code, 36) for code in against.split()),
    )


def close(one: str, other: str) -> bool:
    """Whether a usual sense of one word is the nearest wider one of the other's, of verbs and
    adjectives: "grow" and "increase", "quick" and "fast".
    """
    return any(
        parent in _meanings_of(b, "va")
        for a, b in ((one, other), (other, one))
        for sense in _meanings_of(a, "va")
        for parent in _relations(sense)[0]
    )


@lru_cache(maxsize=_KEPT)
def _meanings_of(word: str, parts: str) -> frozenset[int]:
    return frozenset(
        sense.synset
        for lemma in lemmas(word)
        for sense in senses(lemma)
        if sense.part in parts and sense.rank < 2
    )


def is_noun(word: str) -> bool:
    """Whether a word or collocation names a thing in its usual senses."""
    return bool(_meanings_of(word, "n"))
