"""Letters written into the options themselves, as in "A) Paris" and "(b) Rome"."""

import re
from collections.abc import Sequence

from quizlint.content import Option
from quizlint.content.problems import LabelOrder
from quizlint.formats.kit.desk import Desk

_LABEL = re.compile(
    r"\s*(?P<open>[(\[]?)(?P<label>[A-Za-z]|\d{1,2})(?P<close>[).\]:、]|->)\s*(?=\S)"
)
_BRACKETS = ")]"


def letter_at(index: int, like: str = "A") -> str:
    """The label of the option at a 0-based index, in the manner of another label."""
    if like.isdigit():
        return str(index + 1)
    return chr(ord("a" if like.islower() else "A") + index) if index < 26 else "?"


def strip_labels(options: list[Option]) -> list[Option]:
    """The options with their written labels told apart from their texts.

    Nothing is taken off unless at least two options carry a label of one style and the labels
    follow the options' places closely enough that they are not initials ("E. coli").
    """
    matches = [_LABEL.match(option.text.value) for option in options[:2]]
    if not any(matches):
        return options
    matches += [_LABEL.match(option.text.value) for option in options[2:]]
    found = [match for match in matches if match is not None and _spaced(match)]
    if len(found) < 2 or len({_style(match) for match in found}) != 1:
        return options
    label = found[0]["label"]
    in_place = sum(
        match is not None and match["label"] == letter_at(index, label)
        for index, match in enumerate(matches)
    )
    everywhere = len(found) == len(options)
    if label.isdigit():
        sure = everywhere and in_place == len(options)
    elif found[0]["close"] in _BRACKETS:
        sure = everywhere or in_place >= 2
    else:
        sure = in_place >= 2 and in_place * 2 >= len(options)
    if not sure:
        return options
    return [
        option if match is None or not _spaced(match) else _stripped(option, match)
        for option, match in zip(options, matches, strict=True)
    ]


def check_order(options: Sequence[Option], desk: Desk, route: str) -> None:
    """Note the first letter label that is not the one of its place."""
    labels = [option.label for option in options]
    for index, label in enumerate(labels):
        if label is None or len(label.value) != 1 or not label.value.isascii():
            return
        if not label.value.isalpha():
            return
        expected = letter_at(index, label.value)
        if label.value != expected:
            if all(each and len(each.value) == 1 and each.value.isalpha() for each in labels):
                part = f"{route}.options[{index}]"
                desk.note(LabelOrder(label.span, label.value, expected, route=part))
            return


def _spaced(match: re.Match[str]) -> bool:
    """A point or colon is part of a label only before a space: "1.5" and "C:" are not labels."""
    return match["close"] in _BRACKETS + "、" or match.group()[-1].isspace()


def _style(match: re.Match[str]) -> tuple[str, str, bool, bool]:
    label = match["label"]
    return match["open"], match["close"], label.isdigit(), label.islower()


def _stripped(option: Option, match: re.Match[str]) -> Option:
    text = option.text
    label = text.slice(*match.span("label"))
    return option._replace(text=text.slice(match.end(), len(text.value)), label=label)
