"""Two wordings side by side: which word of one stands for which of the other.

Words are aligned one to one in their order, after phrasal verbs were put together ("call it off"),
so that subject stands against subject and object against object. Nothing is averaged: one word
without a partner, and the two are not the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from quizlint.language.equivalence import thesaurus

PARTICLES = frozenset(
    "up down out off on in away back over through along apart together around about forward "
    "aside".split()
)
REACH = 3
"""Words that may stand between a verb and its particle."""

_MAKING = frozenset(
    "make makes made making become becomes became becoming get gets got getting".split()
)
_OPENERS = _MAKING | frozenset(
    "do does did doing go goes went take takes took put puts bring brings have has".split()
)
"""Verbs that make a phrase with what follows, where other small words do not."""

SMALL = frozenset(
    "of in on at by for from with to into onto as than and or but nor if because so that which who "
    "whose whom when where while is are was were be been being am has have had do does did will "
    "would shall should can could may might must it they he she its their his her this these "
    "those them him i you we us our your my not no never none neither without only all any each "
    "every both some between among during after before under over through per up down out off "
    "more most less least very too there".split()
)
"""Words that say how others belong together; each must be the same on both sides."""

_NEAR = (
    frozenset(("to", "for")),
    frozenset(("in", "at", "on", "within")),
    frozenset(("by", "with", "through", "via")),
    frozenset(("it", "they", "this", "that")),
    frozenset(("is", "are")),
    frozenset(("was", "were")),
    frozenset(("its", "their")),
    frozenset(("will", "would")),
    frozenset(("has", "have")),
    frozenset(("does", "do", "did")),
    frozenset(("that", "which")),
)
"""Small words that may stand for each other where content words do."""


class Step(NamedTuple):
    """A word of one side against one of the other."""

    one: str
    other: str


def units(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words, with phrasal verbs and words like "make faster" in one piece (`call_off`)."""
    if PARTICLES.isdisjoint(tokens) and _OPENERS.isdisjoint(tokens):
        return tuple(tokens)
    left = list(tokens)
    for at, word in enumerate(tokens):
        if not left[at] or (word in SMALL and word not in _OPENERS):
            continue
        whole = "_".join(tokens[at : at + 3])
        if "" not in left[at : at + 3] and thesaurus.lemmas(whole):
            left[at : at + 3] = whole, "", ""
            continue
        for after in range(at + 1, min(at + 1 + REACH, len(tokens))):
            follower = tokens[after]
            makes = word in _MAKING and follower not in SMALL
            if left[after] and (makes or follower in PARTICLES):
                joined = f"{word}_{follower}"
                if thesaurus.lemmas(joined):
                    left[at], left[after] = joined, ""
                    break
    return tuple(word for word in left if word)


def steps(one: Sequence[str], other: Sequence[str]) -> list[Step] | None:
    """The words that differ, where two sequences can be put side by side; None where not.

    Where they have as many words, each stands against the one at its place; else what is left
    between a common beginning and a common end stands as one piece against the other piece.
    """
    if len(one) == len(other):
        return [Step(a, b) for a, b in zip(one, other, strict=True) if a != b]
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    first, second = one[begin : len(one) - end], other[begin : len(other) - end]
    if not first or not second or max(len(first), len(second)) > REACH:
        return None
    return [Step("_".join(first), "_".join(second))]


def near(one: str, other: str) -> bool:
    """Whether two small words may stand for each other."""
    return any(one in group and other in group for group in _NEAR)


def inflected(one: str, other: str) -> bool:
    """Whether two words are forms of one word."""
    if not set(thesaurus.lemmas(one)).isdisjoint(thesaurus.lemmas(other)):
        return True
    if one[:2] != other[:2] or not (one.isalpha() and other.isalpha()):
        return False
    from quizlint.language.lemmas import stem

    return stem(one) == stem(other)
