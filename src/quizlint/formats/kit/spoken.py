"""Answers as people write them: "B — Rome", "Option (b).", "a and c", "The answer is C, because …".

What stands around the letter or the text of an option is left out, so that `read_answer` meets the
option's name alone. What cannot be understood stays whole, so that a rule can quote it.
"""

import re

from quizlint.formats.kit.keys import Choices, read_answer
from quizlint.language.pack import packs
from quizlint.text import Text
from quizlint.text.patterns import lazy

_MARKS = " \t\r\n|*_`\"'“”„«»"


def _before() -> str:
    """What may stand before the letter: "The correct option is", "Antwort"."""
    nouns = {noun for each in packs() for noun in each.labels.option} | {"letter", "risposta"}
    listed = "|".join(sorted(nouns, key=lambda noun: (-len(noun), noun)))
    return (
        rf"(?:(?:the\s+)?(?:correct|right|best)?\s*(?:{listed})s?"
        r"(?:\s+(?:is|are|ist|est|es|è|é))?\s*[:=]?\s*)+(?=\S)"
    )


_BEFORE = lazy(_before, re.IGNORECASE)
_LETTERS = re.compile(
    r"[(\[*_`]*[A-Za-z](?!\w)[)\]*_`.]*"
    r"(?:\s*(?:[,;/&+，、]|\b(?:and|or|und|oder|et|ou|y|o|e|en|of)\b)+\s*"
    r"(?:and\s+|or\s+)?[(\[*_`]*[A-Za-z](?!\w)[)\]*_`.]*)+\s*\.?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<![\w'’])[A-Za-z](?![\w'’])")
_RUN = re.compile(r"[A-H]{2,8}|[a-h]{2,4}")
_FIRST = re.compile(
    r"[(\[*_`]*(?P<letter>[A-Za-zА-Яа-я]|\d{1,2}(?=[)\]]))"
    r"(?:[)\].:：、*_`\"'”]|\s+(?:[-–—=(]|is\b|because\b|since\b)|\s*$|\s*[,;]\s|[-–—]\s|\s{2,}|\s*\|)"
)
_STATED = re.compile(
    r"\b(?:answer|option|choice|letter)s?(?:\s+is|\s+should\s+be)?:?\s+[(*_`\"']{0,3}"
    r"(?P<letter>[A-H])(?![\w'’])(?!\s[a-z])",
)
_PARTS = re.compile(r"\s*(?:[,;\n]|\s(?:and|und|et|y|e|&)\s)\s*")
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST = 2_000


def spoken(text: Text, choices: Choices) -> tuple[Text, ...]:
    """The names of options that an answer consists of, or the answer as it is."""
    if choices.text(text.value) is not None:
        return (text,)
    whole = _bare(text)
    if not whole.value or len(whole.value) > _LONGEST:
        return (whole,)
    if read_answer(whole, choices).readings:
        return (whole,)
    before = _BEFORE.match(whole.value)
    said = whole if before is None else _bare(whole.slice(before.end(), len(whole.value)))
    for part in (said, said.slice(0, len(said.value.rstrip(" .!")))):
        if part.value and read_answer(part, choices).readings:
            return (part,)
    value = said.value
    if _LETTERS.fullmatch(value):
        return tuple(
            said.slice(*each.span())
            for each in _LETTER.finditer(value)
            if each[0] not in "yoe" or choices.letter(each[0]) < choices.count
        )
    run = _RUN.fullmatch(value.rstrip(". "))
    if run is not None and len(set(value)) == len(value) and _ascends(value, choices.count):
        return tuple(said.slice(at, at + 1) for at in range(run.end()))
    parts = _texts(said, choices)
    if parts:
        return parts
    first = _FIRST.match(value)
    if first is not None:
        return (said.slice(*first.span("letter")),)
    stated = _STATED.search(whole.value)
    if stated is not None:
        return (whole.slice(*stated.span("letter")),)
    return (whole,)


def _bare(text: Text) -> Text:
    """The text without white space and marks around it, as far as they are no pair around code."""
    value = text.value
    start = len(value) - len(value.lstrip(_MARKS))
    stop = len(value.rstrip(_MARKS))
    if stop <= start:
        return text.slice(0, 0) if value else text
    if value[start:stop].count("`") % 2:  # the marks were a pair around code
        start, stop = min(start, value.find("`")), max(stop, value.rfind("`") + 1)
    return text if (start, stop) == (0, len(value)) else text.slice(start, stop)


def _ascends(letters: str, count: int) -> bool:
    places = [ord(letter.upper()) - ord("A") for letter in letters.rstrip(". ")]
    return places == sorted(places) and places[-1] < count


def _texts(said: Text, choices: Choices) -> tuple[Text, ...]:
    """Several options written out, if every part of the answer is one."""
    found: list[Text] = []
    at = 0
    for match in (*_PARTS.finditer(said.value), None):
        stop = len(said.value) if match is None else match.start()
        part = _bare(said.slice(at, stop))
        if not part.value or choices.text(part.value.rstrip(".")) is None:
            return ()
        found.append(part.slice(0, len(part.value.rstrip("."))))
        at = stop if match is None else match.end()
    return tuple(found) if len(found) > 1 else ()
