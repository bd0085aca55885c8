"""How answers become keys, in every version of QTI."""

import math
from collections.abc import Sequence

from quizlint.content import Key, KeyState, Option, WrittenKey
from quizlint.formats.kit.keys import accepted, key_of
from quizlint.text import Span, Text

FULL = 100.0
"""Percent of the points."""


def keyed(
    options: list[Option], ids: Sequence[str], named: Sequence[Text]
) -> tuple[list[Option], Key]:
    """The options with those marked as right that are named by identifier, and the key."""
    if not named:
        return options, Key(KeyState.ABSENT)
    places = {identity: index for index, identity in reversed(list(enumerate(ids)))}
    written = [WrittenKey(text, places.get(text.value)) for text in named]
    span = Span(min(text.span.start for text in named), max(text.span.end for text in named))
    key = key_of(written, len(options), span)
    right = frozenset(key.indices)
    return [
        option._replace(correct=True) if index in right else option
        for index, option in enumerate(options)
    ], key


def weighed(
    options: list[Option], points: Sequence[float | None], *, several: bool
) -> list[Option]:
    """The options with what each earns in percent, where it is more than all or nothing.

    Where `several` can be chosen, all that earn something make the whole.
    """
    values = [0.0 if each is None else each for each in points]
    right = [each for each in values if each > 0]
    whole = sum(right) if several else max(right, default=0.0)
    equal = len({*right}) <= 1 and min(values, default=0.0) >= 0
    if equal or not whole or not all(map(math.isfinite, values)):
        return options
    return [
        option._replace(weight=max(min(each / whole, 1.0), -1.0) * FULL)
        for option, each in zip(options, values, strict=True)
    ]


def ordered(options: list[Option], order: Sequence[int], span: Span) -> tuple[list[Option], Key]:
    """Options in the right order, those that no place is known for behind the others."""
    if not order:
        return options, Key(KeyState.ABSENT)
    placed = frozenset(order)
    rest = [index for index in range(len(options)) if index not in placed]
    places = tuple(range(len(order)))
    return [options[index] for index in (*order, *rest)], Key(
        KeyState.PRESENT, places, (), "answer", span
    )


def paired(
    lefts: Sequence[Option], rights: Sequence[Option], pairs: Sequence[tuple[int, int]]
) -> tuple[list[Option], list[Option], Key] | None:
    """A matching: its left sides, the right sides that belong to nothing, and its key.

    Left sides without a partner come last. None where a left side has several partners.
    """
    partner = dict(pairs)
    if len(partner) < len(pairs):
        return None
    order = [index for index in range(len(lefts)) if index in partner]
    rest = [index for index in range(len(lefts)) if index not in partner]
    used = frozenset(partner.values())
    lures = [option for index, option in enumerate(rights) if index not in used]
    partners = [rights[partner[index]].text for index in order]
    key = accepted(text for text in partners if text)
    return [lefts[index] for index in (*order, *rest)], lures, key


def are_truths(ids: Sequence[str]) -> bool:
    """Whether identifiers of options are the two truth values, as those of Common Cartridges."""
    ends = {each.rpartition(".")[2] for each in ids if "." in each}
    return len(ids) == 2 and ends == {"true", "false"}
