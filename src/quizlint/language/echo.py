"""Telling words that return from one text in another, whatever their form.

A clang association (Haladyna and Downing, 1989) is a telling word of the stem in the key. Function
words and words of every day tell nothing; a compound ("photo-electric", "DataLoader") echoes its
parts too.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from quizlint.language.telling import is_function_word
from quizlint.text import Prose
from quizlint.text.patterns import lazy

if TYPE_CHECKING:
    from quizlint.language.lemmas import Memory

SHORTEST = 3
"""Letters of the shortest word that tells anything."""

_HUMP = lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def roots(prose: Prose, language: str) -> tuple[frozenset[str], ...]:
    """For each word of a text the roots it tells of; an empty set for one that tells nothing."""
    root = _telling(language)
    return tuple(frozenset(root[part] for part in _parts(word)) - {""} for word in prose.words)


def all_roots(prose: Prose, language: str) -> frozenset[str]:
    """The roots of all telling words of a text."""
    return frozenset().union(*roots(prose, language))


def _parts(word: str) -> Iterator[str]:
    """A word in lower case, and the parts of a compound."""
    yield word.lower().removesuffix("'s").removesuffix("’s")
    if "-" in word:
        yield from (part.lower() for part in word.split("-"))
    elif word.isalpha() and not (word.islower() or word.istitle() or word.isupper()):
        yield from (part.lower() for part in _HUMP.findall(word))


@cache
def _telling(language: str) -> "Memory":
    """The roots of lower-case words that say what a text is about; nothing for other words."""
    from quizlint.language.lemmas import Memory, stem

    def root(word: str) -> str:
        if len(word) < SHORTEST or not word.isalpha() or is_function_word(word):
            return ""
        return "" if word in _everyday() else stem(word, language)

    return Memory(root)


@cache
def _everyday() -> frozenset[str]:
    """Words that may stand in any question and any answer."""
    return frozenset(
        "about after all also and another answer answers any are because become becomes been "
        "before being best better between both call called came can case cases cause causes "
        "change changes come comes common correct could describe describes did different do "
        "does done during each even ever every example false find finds first following for "
        "form forms found from get gets getting give given gives go goes going good happen "
        "happens has have having help helps here how identify include includes increase "
        "increases into involve involves is its just keep keeps kind know known knows least "
        "less let like likely little long look looks made main make makes making many mark may "
        "mean means might more most much must need needed needs never not nothing now occur "
        "occurs off one only option options order other others over own part parts people "
        "person possible produce produces put puts question reason reasons right said same say "
        "says see seen set sets several should show shows side similar since small some "
        "something sort statement statements still such take taken takes tell tells term terms "
        "than that the their them then there these they thing things think this those through "
        "time times too true try two type types under until up use used user uses using usually "
        "value values very want wants was way ways well went were what when where whether which "
        "while who whom whose why will with within without work working works would year years "
        "you your".split()
    )
