"""Whether two options of a question say the same, in what way, and how sure that is.

Each kind has a module whose docstring defines it. `same_meaning` compares two options; `alike` finds all
pairs of a question, a cheap key first, so that 5,000 options cost no 12 million comparisons.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from quizlint.language.equivalence import (
    inside,
    names,
    other_words,
    same_words,
    slips,
    torn,
    values,
    written,
)
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text import Prose

__all__ = ["Asked", "Kind", "Pair", "Same", "alike", "same_meaning"]

MOST = 60
"""Options beyond which only what has a key is compared: spellings and values."""

APART = 4
"""Words that each of two options may have alone, if they are to be put side by side."""


class Pair(NamedTuple):
    """Two options by their places, the first of them smaller, and what is the same."""

    one: int
    other: int
    same: Same


def same_meaning(one: Prose, other: Prose, asked: Asked, language: str = "en") -> Same | None:
    """Whether two options of a question say the same; None where they do not."""
    first, second = Said(one, _place(one, asked, 0)), Said(other, _place(other, asked, 1))
    key = written.key(first)
    if key and key == written.key(second) and first.text != second.text:
        return written.find(first, second, asked)
    amounts = values.value(first, language), values.value(second, language)
    if amounts[0] is not None and amounts[1] is not None:
        return values.find(amounts[0], amounts[1], asked)
    return _compared(first, second, asked) if language == "en" else None


def _place(prose: Prose, asked: Asked, otherwise: int) -> int:
    return next((at for at, option in enumerate(asked.options) if option is prose), otherwise)


def alike(asked: Asked, language: str = "en") -> tuple[Pair, ...]:
    """All pairs of a question's options that say the same, each option told by its place.

    Of several options that say the same, each is paired with the first.
    """
    said = [Said(prose, place) for place, prose in enumerate(asked.options)]
    found = [*_by_spelling(said, asked), *_by_value(said, asked, language)]
    if language != "en" or len(said) > MOST:
        return tuple(found)
    known = {(pair.one, pair.other) for pair in found}
    for one, other in combinations(said, 2):
        if (one.place, other.place) not in known:
            same = _compared(one, other, asked)
            if same is not None:
                found.append(Pair(one.place, other.place, same))
    return tuple(found)


def _by_spelling(said: Sequence[Said], asked: Asked) -> Iterator[Pair]:
    """Pairs that are written otherwise, by what they have in common."""
    starts = {each.text[:1].casefold() for each in said}
    if len(starts) == len(said) and all(start.isascii() and start.isalnum() for start in starts):
        if not any(each.words[:1] and each.words[0] in ("a", "an", "the") for each in said):
            return
    groups: dict[str, list[Said]] = {}
    for each in said:
        key = written.key(each)
        if key:
            groups.setdefault(key, []).append(each)
    for group in groups.values():
        if len(group) < 2 or len({option.text for option in group}) < 2:
            continue
        if written.is_set_of_capitals(group):
            continue
        for other in group[1:]:
            if other.text != group[0].text:
                same = written.find(group[0], other, asked)
                if same is not None:
                    yield Pair(group[0].place, other.place, same)


def _by_value(said: Sequence[Said], asked: Asked, language: str) -> Iterator[Pair]:
    """Pairs that are one value: equal ones by their value, rounded conversions in a row."""
    found = [(each, value) for each in said if (value := values.value(each, language)) is not None]
    if len(found) < 2 or asked.notation:
        return
    groups: dict[tuple[object, str, bool], tuple[Said, values.Value]] = {}
    for each, value in found:
        quantity = value.quantity
        key = (quantity.value, quantity.dimension, quantity.approximate)
        first, known = groups.setdefault(key, (each, value))
        if first is not each:
            same = values.find(known, value, asked)
            if same is not None:
                yield Pair(first.place, each.place, same)
    distinct = sorted(groups.values(), key=lambda pair: (pair[1].quantity.dimension, pair[1].quantity.value))
    for (one, low), (other, high) in zip(distinct, distinct[1:], strict=False):
        same = values.find(low, high, asked)
        if same is not None:
            yield Pair(*sorted((one.place, other.place)), same)


def _compared(one: Said, other: Said, asked: Asked) -> Same | None:
    """What a comparison word by word tells of two English options."""
    if not one.words or not other.words or one.text == other.text:
        return None
    if names.may_be_initials(one) or names.may_be_initials(other):
        same = names.initials(*sorted((one, other), key=lambda each: len(each.text)))
        if same is not None:
            return same
    here, there = one.bag - other.bag, other.bag - one.bag
    if len(here) > APART or len(there) > APART:
        if len(here) * 2 > len(one.bag) and len(there) * 2 > len(other.bag):
            return None
    if not (one.is_wording and other.is_wording):
        return torn.find(one, other, asked) if one.text.count("(") != other.text.count("(") else None
    if not here and not there:
        return same_words.other_order(one, other, asked) or same_words.active_passive(one, other, asked)
    if not here or not there or len(one.tokens) != len(other.tokens):
        same = (
            torn.find(one, other, asked)
            or names.find(one, other, asked)
            or inside.listed(one, other, asked)
            or inside.joined(one, other, asked)
            or same_words.active_passive(one, other, asked)
        )
        if same is not None:
            return same
    if asked.spelling and not asked.meaning:
        return None
    return (
        torn.find(one, other, asked)
        or slips.find(one, other, asked)
        or other_words.find(one, other, asked)
        or inside.general(one, other, asked)
    )
