"""All answers to a question as its format has them, with every reading of each."""

from collections.abc import Iterable
from typing import NamedTuple

from quizlint.content import WrittenKey
from quizlint.formats.kit.keys import Choices, read_answer, split_letters
from quizlint.formats.kit.spoken import spoken
from quizlint.formats.kit.told import answer_told, is_told
from quizlint.text import Text

NUMBERS = ("integer", "float")
"""Kinds of values that are numbers to the format itself."""


class Answer(NamedTuple):
    """An answer as written, of which it is still to be told what option it names.

    `kind` is what the format takes it for, as of a scalar. `counted` says whether a number may
    name an option by its place, `base` which number is the first one's (None: nothing decides),
    `words` whether a number or a label may be an option's text as well. `lists` is false where
    "A, C" is one answer, since the format has lists of its own.
    """

    text: Text
    kind: str = "string"
    counted: bool = False
    base: int | None = None
    words: bool = True
    lists: bool = True


def resolved(answers: Iterable[Answer], choices: Choices) -> list[WrittenKey]:
    """All answers with their readings; one that lists letters, or says them, is several."""
    written: list[WrittenKey] = []
    for answer in answers:
        text, kind = answer.text, answer.kind
        counts = answer.counted and (kind in NUMBERS or choices.text(text.value) is None)
        boolean = kind == "boolean"
        for part in split_letters(text, choices) if answer.lists else (text,):
            key = read_answer(
                part,
                choices,
                counts=counts,
                base=answer.base,
                words=answer.words,
                boolean=boolean,
            )
            whole = counts or boolean or not answer.lists
            if key.readings or (whole and not is_told(part)):
                written.append(key)
            else:
                written += (read_answer(each, choices) for each in _spoken(part, choices))
    return written


def _spoken(text: Text, choices: Choices) -> tuple[Text, ...]:
    """The options that an answer told in a sentence names: "The correct answer is C. …"."""
    parts = spoken(text, choices)
    if parts[0].value == text.value and is_told(text):
        parts = spoken(answer_told(text), choices)
    return tuple(parts)
