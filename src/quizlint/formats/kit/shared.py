"""What native and foreign questions have in common once their options are read."""

from collections.abc import Sequence
from typing import Literal

from quizlint.content import Interaction, Key, KeyState, Option
from quizlint.content.problems import KeyPlace, KeysDisagree
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.labels import letter_at
from quizlint.text import Span

TRUTH_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        *("true false", "vrai faux", "wahr falsch", "richtig falsch", "verdadero falso"),
        *("vero falso", "verdadeiro falso", "waar onwaar", "对 错", "正确 错误"),
    )
)


def flag_key(options: Sequence[Option], origin: Literal["flags", "checkboxes"] = "flags") -> Key:
    """The key that flags on the options make; absent where no option is flagged as right."""
    indices = tuple(index for index, option in enumerate(options) if option.correct)
    if not indices:
        return Key(KeyState.ABSENT)
    first, last = options[indices[0]].span, options[indices[-1]].span
    span = first if len(indices) == 1 else Span(first.start, last.end)
    return Key(KeyState.PRESENT, indices, (), origin, span)


def told_apart(options: Sequence[Option], key: Key) -> Interaction:
    """The interaction of a question that declares none."""
    if len(options) == 2:
        pair = frozenset(option.text.plain.strip().casefold() for option in options)
        if pair in TRUTH_PAIRS:
            return Interaction.TRUE_FALSE
    if len(key.indices) > 1 or len(key.written) > 1:
        return Interaction.MULTIPLE
    return Interaction.CHOICE


def named_options(key: Key, options: Sequence[Option]) -> str:
    """The options of a key for people: by their written labels, else by letter."""
    labels = ((index, options[index].label) for index in key.indices)
    return ", ".join(letter_at(at) if label is None else label.value for at, label in labels)


def note_disagreement(
    key: Key,
    other: Key,
    options: Sequence[Option],
    desk: Desk,
    route: str,
    place: str | KeyPlace | None = None,
) -> None:
    """Note two places that state a question's key and name different options.

    `place` is where the other one stands, None for the flags on the options.
    """
    if key.indices and other.indices and key.indices != other.indices:
        here, there = named_options(key, options), named_options(other, options)
        span = key.span if key.span is not None else options[0].span
        desk.note(KeysDisagree(span, here, there, place, route=route))
