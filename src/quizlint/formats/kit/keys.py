"""Which option a written answer names: read as text, as letter and as number.

Every reader uses this module, so that "B", "(b)", "B) Rome", "Rome" and 1 mean the same whatever
the format.
"""

import re
from collections.abc import Iterable, Sequence

from quizlint.content import Key, KeyState, Option, WrittenKey
from quizlint.text import Span, Text
from quizlint.text.normal import collapse

_LETTER = re.compile(r"\s*[(\[]?([A-Za-z])[)\].:]?\s*")
_LABELLED = re.compile(r"\s*[(\[]?([A-Za-z0-9])(?:[)\].:]|\s+[-–—])\s*(\S.*)", re.DOTALL)
_NUMBER = re.compile(r"\s*(-?[0-9]{1,6})(?:\.0)?\s*")


class Choices:
    """The options of one question by their texts and by their written labels."""

    __slots__ = ("_labels", "count", "texts")

    def __init__(self, options: Sequence[Option], ids: Sequence[str | None] = ()) -> None:
        self.count = len(options)
        self.texts: dict[str, int] = {}
        labels: dict[str, int] | None = None
        for index, option in enumerate(options):
            self.texts.setdefault(collapse(option.text.value), index)
            if option.label is not None:
                labels = {} if labels is None else labels
                labels.setdefault(option.label.value.strip().casefold(), index)
        for index, identity in enumerate(ids):
            if identity is not None:
                labels = {} if labels is None else labels
                labels.setdefault(identity.strip().casefold(), index)
        self._labels = labels

    def text(self, value: str) -> int | None:
        """The option with this text, compared after white space is collapsed."""
        return self.texts.get(collapse(value))

    def truth(self, value: str) -> int | None:
        """The option that a boolean names, whatever its case."""
        found = [at for text, at in self.texts.items() if text.casefold() == value.casefold()]
        return found[0] if len(found) == 1 else None

    def label(self, value: str) -> int | None:
        """The option with this written label, if the options have labels."""
        return None if self._labels is None else self._labels.get(value.strip().casefold())

    def letter(self, letter: str) -> int:
        """The place that a letter names; beyond the options where none has that label."""
        at = self.label(letter)
        if at is not None:
            return at
        place = ord(letter.upper()) - ord("A")
        return place if self._labels is None else max(place, self.count)


def integer(value: str) -> int | None:
    """The number that an answer is, or None."""
    match = _NUMBER.fullmatch(value)
    return int(match[1]) if match else None


def read_answer(
    text: Text,
    choices: Choices,
    *,
    counts: bool = False,
    base: int | None = None,
    words: bool = True,
    boolean: bool = False,
) -> WrittenKey:
    """One answer with all its readings.

    `counts` says whether a number may name an option, `base` which number names the first (None:
    nothing decides), `words` whether a number or a written label may be an option's text as well,
    `boolean` whether the format itself takes the answer for a boolean.
    """
    value = text.value
    if not words and choices.label(value) is None and (number := integer(value)) is not None:
        return _counted(text, None, number, base)
    as_text = choices.text(value)
    if as_text is None and boolean:
        as_text = choices.truth(value.strip())
    match = _LETTER.fullmatch(value)
    if match:
        if not words and choices.label(match[1]) is not None:
            as_text = None
        return WrittenKey(text, as_text, choices.letter(match[1]))
    as_letter = choices.label(value)
    if as_text is None and as_letter is None:
        labelled = _LABELLED.fullmatch(value)
        if labelled:
            as_text = choices.text(labelled[2])
            if as_text is not None and labelled[1].isalpha():
                as_letter = choices.letter(labelled[1])
    number = integer(value) if counts and as_letter is None else None
    if number is None:
        return WrittenKey(text, as_text, as_letter)
    return _counted(text, as_text, number, base)


def _counted(text: Text, as_text: int | None, number: int, base: int | None) -> WrittenKey:
    as_index = number if base in (0, None) else None
    as_ordinal = number - 1 if base in (1, None) else None
    return WrittenKey(text, as_text, None, as_index, as_ordinal)


def named(written: WrittenKey, count: int) -> int | None:
    """The one option that all readings within the options agree on, or None."""
    inside = [way for way in written.readings if 0 <= way < count]
    return inside[0] if len(inside) == 1 else None


def split_letters(text: Text, choices: Choices) -> tuple[Text, ...]:
    """The answers of a list like "A, C"; any other text is one answer."""
    if "," not in text.value or choices.text(text.value) is not None:
        return (text,)
    parts: list[Text] = []
    at = 0
    for part in text.value.split(","):
        if not _LETTER.fullmatch(part):
            return (text,)
        start = at + len(part) - len(part.lstrip())
        parts.append(text.slice(start, start + len(part.strip())))
        at += len(part) + 1
    return tuple(parts)


def key_of(written: Sequence[WrittenKey], count: int, span: Span) -> Key:
    """The key that written answers make."""
    if len(written) == 1:
        at = named(written[0], count)
        indices: tuple[int, ...] = () if at is None else (at,)
    else:
        places = {named(each, count) for each in written}
        indices = tuple(sorted(place for place in places if place is not None))
    return Key(KeyState.PRESENT, indices, tuple(written), "answer", span)


def accepted(texts: Iterable[Text], span: Span | None = None) -> Key:
    """The key that answers without options make: typed, put into gaps, or matched.

    Its place is that of the first answer where no other is given.
    """
    written = tuple(map(WrittenKey, texts))
    if not written:
        return Key(KeyState.ABSENT)
    return Key(KeyState.PRESENT, (), written, "answer", span or written[0].text.span)
