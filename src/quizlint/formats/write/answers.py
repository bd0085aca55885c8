"""The answers of questions in one shape, whatever format they were read from."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Interaction, Question
from quizlint.text import Text

FULL = 100.0
"""Percent of the points."""

_NUMBER = re.compile(r"\s*(?P<center>[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\s*(?::[^:]*)?")
_RANGE = re.compile(r"\s*(?P<low>[-+]?[0-9.]+)\s*\.\.\s*(?P<high>[-+]?[0-9.]+)\s*")


class Accepted(NamedTuple):
    """An answer that may be typed, and what it earns in percent."""

    text: Text
    value: str
    weight: float = FULL
    tolerance: float | None = None
    feedback: Text | None = None


def accepted(question: Question) -> list[Accepted]:
    """What is accepted, or known to be wrong, of what may be typed."""
    if question.responses:
        found = []
        for each in question.responses:
            weight = each.weight if each.weight is not None else FULL * each.correct
            found.append(
                Accepted(each.text, each.text.value, weight, each.tolerance, each.feedback)
            )
    else:
        found = [Accepted(each.text, each.text.value) for each in question.key.written]
    if question.interaction is Interaction.NUMERIC:
        found = [_number(each) for each in found]
    return found


def _number(answer: Accepted) -> Accepted:
    """The number alone, with what `3:2` and `1..5` say of its tolerance."""
    told = _RANGE.fullmatch(answer.value)
    if told is not None:
        low, high = float(told["low"]), float(told["high"])
        return answer._replace(value=plain((low + high) / 2), tolerance=abs(high - low) / 2)
    told = _NUMBER.fullmatch(answer.value)
    return answer if told is None else answer._replace(value=told["center"])


def is_number(value: str) -> bool:
    """Whether a value is a number as every format writes it."""
    return _NUMBER.fullmatch(value) is not None and ":" not in value and _floats(value)


def _floats(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def plain(number: float) -> str:
    """A number in as few digits as it needs, never with an exponent where it can be helped."""
    shown = f"{number:.10f}".rstrip("0").rstrip(".")
    return shown if shown not in ("", "-", "-0") and float(shown) == number else repr(number)


def percent(weight: float) -> str:
    """A share of the points with at most five digits after the point, as Moodle has them."""
    shown = f"{weight:.5f}".rstrip("0").rstrip(".")
    return "0" if shown in ("", "-0") else shown


def weights(question: Question) -> list[float]:
    """What each option earns in percent: as it says, else the right ones share everything.

    Where several can be chosen, taking wrong ones costs as much as the right ones earn: else
    whoever took all of them would earn everything.
    """
    options, right = question.options, frozenset(question.key.indices)
    if any(option.weight is not None for option in options):
        return [
            option.weight if option.weight is not None else FULL * (index in right)
            for index, option in enumerate(options)
        ]
    if question.interaction is not Interaction.MULTIPLE:
        return [FULL * (index in right) for index in range(len(options))]
    if not right:
        return [0.0] * len(options)
    wrong = len(options) - len(right)
    share, cost = FULL / len(right), -FULL / wrong if wrong else 0.0
    return [share if index in right else cost for index in range(len(options))]


def pairs(question: Question) -> tuple[list[tuple[Text, Text | None]], list[Text]]:
    """The two sides of a matching in order, and the right sides that belong to nothing."""
    rights = [each.text for each in question.key.written]
    both = [
        (option.text, rights[index] if index < len(rights) else None)
        for index, option in enumerate(question.options)
    ]
    return both, [each.text for each in question.responses]


def is_true_or_false(question: Question) -> bool:
    """Whether the options are the English words for the two, in any order and case."""
    words = sorted(option.text.value.strip().casefold() for option in question.options)
    return words == ["false", "true"] and len(question.key.indices) == 1


def is_text_between(question: Question) -> bool:
    """Whether it is no question but a text that is shown between questions."""
    unasked = question.interaction is Interaction.UNSUPPORTED and not question.scored
    return unasked and not (question.options or question.key.written or question.dynamic)


def every_text(question: Question) -> Iterator[Text]:
    """All that is written of a question."""
    yield from question.texts
    yield from (each.text for each in question.responses)
    yield from (each.text for each in question.key.written)
    if question.stimulus is not None:
        yield question.stimulus.text
