"""Whether two options of a question say the same, in what way, and how sure that is.

Each kind has a module whose docstring defines it. `same_meaning` compares two options; `alike`
finds all pairs of a question, a cheap key first, so that 5,000 options cost no 12 million
comparisons.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from quizlint.content import Confidence
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
from quizlint.language.equivalence.said import Said, by_length, is_brief
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text import Prose
from quizlint.text.normal import collapse

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
    if key and key == written.key(second) and one.value != other.value:
        return written.find(first, second, asked)
    amounts = values.value(first, language), values.value(second, language)
    if amounts[0] is not None and amounts[1] is not None:
        return values.find(amounts[0], amounts[1], asked)
    if language != "en":
        return None
    return torn.find(first, second, asked) or _compared(first, second, asked)


def _place(prose: Prose, asked: Asked, otherwise: int) -> int:
    return next((at for at, option in enumerate(asked.options) if option is prose), otherwise)


def alike(asked: Asked, language: str = "en", *, doubtful: bool = True) -> tuple[Pair, ...]:
    """All pairs of a question's options that say the same, each option told by its place.

    Of several options that are written otherwise or have one value, each is paired with the first.
    Without `doubtful`, pairs of low confidence are left out.
    """
    options = asked.options
    found: list[Pair] = []
    if sift.may_be_written_otherwise(options):
        found += _by_spelling(asked)
    amounts = {
        place: value
        for place in sift.numeric(options)
        if (value := values.value(Said(options[place], place), language)) is not None
    }
    if len(amounts) > 1 and not asked.notation:
        found += _by_value(amounts, asked)
    if language == "en":
        if torn.may_be_torn(options):
            found += _by_ends(asked)
        if len(options) <= MOST:
            known = {(pair.one, pair.other) for pair in found}
            known.update(combinations(sorted(amounts), 2))
            found += _by_comparison(asked, known, doubtful=doubtful)
    return tuple(found)


def _by_spelling(asked: Asked) -> Iterator[Pair]:
    """Pairs that are written otherwise, by what they have in common."""
    groups: dict[str, list[Said]] = {}
    for place, prose in enumerate(asked.options):
        said = Said(prose, place)
        key = written.key(said)
        if key:
            groups.setdefault(key, []).append(said)
    for group in groups.values():
        if len(group) < 2 or written.is_pattern(group):
            continue
        first, *others = group
        for other in others:
            if collapse(other.prose.value) != collapse(first.prose.value):
                same = written.find(first, other, asked)
                if same is not None:
                    yield Pair(first.place, other.place, same)


def _by_value(amounts: Mapping[int, values.Value], asked: Asked) -> Iterator[Pair]:
    """Pairs that are one value: equal ones by their value, rounded conversions in a row."""
    groups: dict[tuple[object, ...], tuple[int, values.Value]] = {}
    for place, value in amounts.items():
        quantity = value.quantity
        key = (quantity.value, quantity.dimension, quantity.approximate)
        first, known = groups.setdefault(key, (place, value))
        if first != place:
            same = values.find(known, value, asked)
            if same is not None:
                yield Pair(first, place, same)
    in_order = sorted(groups.values(), key=lambda pair: pair[1].quantity[1::-1])
    for (one, low), (other, high) in pairwise(in_order):
        same = values.find(low, high, asked)
        if same is not None:
            yield Pair(min(one, other), max(one, other), same)


def _by_ends(asked: Asked) -> Iterator[Pair]:
    """The first option that breaks off, with the one that goes on."""
    options = asked.options
    for place, (first, second) in enumerate(pairwise(options)):
        if torn.may_go_on(first, second):
            same = torn.torn(Said(first, place), Said(second, place + 1), asked)
            if same is not None:
                yield Pair(place, place + 1, same)
                return
    for place, short in enumerate(options):
        if torn.may_break_off(short):
            for other, long in enumerate(options):
                same = torn.cut(Said(short, place), Said(long, other), asked)
                if same is not None:
                    yield Pair(min(place, other), max(place, other), same)
                    return


def _by_comparison(asked: Asked, known: set[tuple[int, int]], *, doubtful: bool) -> Iterator[Pair]:
    """Pairs that a comparison word by word finds, among those that may be alike."""
    said: dict[int, Said] = {}
    for pair in sift.pairs(asked.options, asked.keys, doubtful=doubtful):
        if pair not in known:
            for at in pair:
                if at not in said:
                    said[at] = Said(asked.options[at], at)
            same = _compared(said[pair[0]], said[pair[1]], asked)
            if same is not None and (doubtful or same.confidence > Confidence.LOW):
                yield Pair(*pair, same)


def _compared(one: Said, other: Said, asked: Asked) -> Same | None:
    """What a comparison word by word tells of two English options."""
    if not one.words or not other.words or one.text == other.text:
        return None
    if is_brief(one.text) or is_brief(other.text) or "(" in one.text or "(" in other.text:
        same = names.initials(*by_length(one, other))
        if same is not None:
            return same
    if not (one.is_wording and other.is_wording):
        return None
    for kind in _HOLDING if one.core <= other.core or other.core <= one.core else _CROSSING:
        same = kind(one, other, asked)
        if same is not None:
            return same
    same = (
        slips.find(one, other, asked)
        or other_words.find(one, other, asked)
        or inside.general(one, other, asked)
    )
    # Asked last: few pairs are found, and looking through the stem takes longer than they do.
    return None if same is not None and asked.spelling and not asked.meaning else same


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
