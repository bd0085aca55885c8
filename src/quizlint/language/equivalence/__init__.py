"""Whether two options of a question say the same, in what way, and how sure that is.

Each kind has a module whose docstring defines it. `same_meaning` compares two options; `alike` finds all
pairs of a question, a cheap key first, so that 5,000 options cost no 12 million comparisons.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from quizlint.language.equivalence import (
    inside,
    names,
    other_words,
    same_words,
    sift,
    slips,
    torn,
    values,
    written,
)
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import Said, by_length
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text import Prose

__all__ = ["Asked", "Kind", "Pair", "Same", "alike", "same_meaning"]

MOST = 60
"""Options beyond which only what has a key is compared: spellings and values."""


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
    if language != "en":
        return None
    return torn.find(first, second, asked) or _compared(first, second, asked)


def _place(prose: Prose, asked: Asked, otherwise: int) -> int:
    return next((at for at, option in enumerate(asked.options) if option is prose), otherwise)


def alike(asked: Asked, language: str = "en") -> tuple[Pair, ...]:
    """All pairs of a question's options that say the same, each option told by its place.

    Of several options that say the same, each is paired with the first.
    """
    said = [Said(prose, place) for place, prose in enumerate(asked.options)]
    found = [*_by_spelling(said, asked), *_by_value(said, asked, language)]
    if language == "en":
        found += _by_ends(said, asked)
        if len(said) <= MOST:
            known = {(pair.one, pair.other) for pair in found}
            found += _by_comparison(said, asked, known)
    return tuple(found)


def _by_spelling(said: Sequence[Said], asked: Asked) -> Iterator[Pair]:
    """Pairs that are written otherwise, by what they have in common."""
    if not sift.may_be_written_otherwise(said):
        return
    groups: dict[str, list[Said]] = {}
    for each in said:
        key = written.key(each)
        if key:
            groups.setdefault(key, []).append(each)
    for group in groups.values():
        if len(group) < 2 or written.is_set_of_capitals(group):
            continue
        for other in group[1:]:
            if other.prose.value != group[0].prose.value:
                same = written.find(group[0], other, asked)
                if same is not None:
                    yield Pair(group[0].place, other.place, same)


def _by_value(said: Sequence[Said], asked: Asked, language: str) -> Iterator[Pair]:
    """Pairs that are one value: equal ones by their value, rounded conversions in a row."""
    numeric = sift.numeric(said)
    if len(numeric) < 2 or asked.notation:
        return
    found = [(each, value) for each in numeric if (value := values.value(each, language))]
    groups: dict[tuple[object, ...], tuple[Said, values.Value]] = {}
    for each, value in found:
        quantity = value.quantity
        key = (quantity.value, quantity.dimension, quantity.approximate)
        first, known = groups.setdefault(key, (each, value))
        if first is not each:
            same = values.find(known, value, asked)
            if same is not None:
                yield Pair(first.place, each.place, same)
    in_order = sorted(groups.values(), key=lambda pair: pair[1].quantity[1::-1])
    for (one, low), (other, high) in pairwise(in_order):
        same = values.find(low, high, asked)
        if same is not None:
            yield Pair(*sorted((one.place, other.place)), same)


def _by_ends(said: Sequence[Said], asked: Asked) -> Iterator[Pair]:
    """Options that break off, each with the one that goes on."""
    for first, second in pairwise(said):
        if torn.may_go_on(first, second):
            same = torn.torn(first, second, asked)
            if same is not None:
                yield Pair(first.place, second.place, same)
                return
    for short in filter(torn.may_break_off, said):
        for long in said:
            same = torn.cut(short, long, asked)
            if same is not None:
                yield Pair(*sorted((short.place, long.place)), same)
                return


def _by_comparison(
    said: Sequence[Said], asked: Asked, known: set[tuple[int, int]]
) -> Iterator[Pair]:
    for one, other in combinations(said, 2):
        if sift.may_be_same(one, other) and (one.place, other.place) not in known:
            same = _compared(one, other, asked)
            if same is not None:
                yield Pair(one.place, other.place, same)


def _compared(one: Said, other: Said, asked: Asked) -> Same | None:
    """What a comparison word by word tells of two English options."""
    if not one.words or not other.words or one.text == other.text:
        return None
    if one.brief or other.brief:
        same = names.initials(*by_length(one, other))
        if same is not None:
            return same
    if not (one.is_wording and other.is_wording):
        return None
    for kind in _HOLDING if one.core <= other.core or other.core <= one.core else _CROSSING:
        same = kind(one, other, asked)
        if same is not None:
            return same
    if asked.spelling and not asked.meaning:
        return None
    return (
        slips.find(one, other, asked)
        or other_words.find(one, other, asked)
        or inside.general(one, other, asked)
    )


_HOLDING = (
    same_words.other_order,
    names.full_name,
    names.subject,
    inside.listed,
    inside.joined,
    same_words.active_passive,
)
"""Kinds in which all words of one option are in the other."""

_CROSSING = (same_words.active_passive,)
