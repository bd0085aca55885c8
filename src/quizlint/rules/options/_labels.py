"""Options that name other options, or numbered statements of the stem, by their labels."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from quizlint.content import Option, Question
from quizlint.language import combines_options, foreign
from quizlint.rules.options._last import LONGEST
from quizlint.rules.wording import letter
from quizlint.text.patterns import lazy

_SETS = (
    ("I", "II", "III", "IV", "V", "VI"),
    ("i", "ii", "iii", "iv", "v", "vi"),
    ("1", "2", "3", "4", "5", "6"),
    ("P", "Q", "R", "S", "T"),
    ("A", "B", "C", "D", "E", "F"),
    ("a", "b", "c", "d", "e", "f"),
)
"""Labels that stems give to statements; each set must be used from its start."""

_SMALL_LABEL = lazy(r"(?<![\w'’])[a-f](?![\w'’])")


def combined_letters(
    question: Question, index: int, language: str = "en"
) -> tuple[int, ...] | None:
    """The places of the other options that an option combines ("both A and B", "A, B and C").

    None unless all of them are real options of their own: "A and B" among blood groups is not.
    """
    if index not in combinable(question):
        return None
    options = question.options
    text = options[index].text.plain
    labels = tuple(letter(at) for at in range(len(options)))
    named = _named(text, labels, language)
    # "b and c", "Options a or b", as typed in a hurry
    if named is None and language == "en" and len(text) < 40:
        capital = _SMALL_LABEL.sub(lambda match: match[0].upper(), text)
        named = combines_options(capital, labels) if capital != text else None
    if named is None:
        return None
    places = tuple(labels.index(label) for label in named)
    real = all(at != index and _is_answer(options[at].text.plain, labels) for at in places)
    return places if real else None


def _named(text: str, labels: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """The labels that an option combines, in the words of a language."""
    if language == "en":
        return combines_options(text, labels)
    return foreign.names_all(text, labels, language)


def _is_answer(text: str, labels: Sequence[str]) -> bool:
    """Whether an option is more than letters like those that name options."""
    letters = text.replace("and", " ").replace(",", " ").replace("&", " ").split()
    return any(word.strip(".()").upper() not in labels for word in letters)


def combined_statements(question: Question, language: str = "en") -> dict[int, tuple[str, ...]]:
    """The labels of statements in the stem that each option names, by the option's place.

    Empty unless two options or more name some, and one of them at least two.
    """
    options = question.options
    if not combinable(question):
        return {}
    stem = question.stem.plain
    if question.stimulus is not None:
        stem += " " + question.stimulus.text.plain
    for labels in _stated(stem):
        found: dict[int, tuple[str, ...]] = {}
        for at, option in enumerate(options):
            text = option.text.plain
            named = (
                (text,)
                if text in labels
                else _named(text, labels, language) or _claims(text, labels)
            )
            if named:
                found[at] = named
        if len(found) > 1 and any(len(named) > 1 for named in found.values()):
            return found
    return {}


def _stated(stem: str) -> list[tuple[str, ...]]:
    """For each kind of label with which the stem numbers two statements or more, those it uses."""
    found = []
    for labels in _SETS:
        used = []
        for label in labels:
            if not _mark(label).search(stem):
                break
            used.append(label)
        if len(used) > 1:
            found.append(tuple(used))
    return found


def _claims(text: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """The labels in "I and II are true, III and IV are false"."""
    match = _VERDICTS.fullmatch(text)
    if match is None:
        return None
    named = tuple(label for label in labels if re.search(rf"(?<!\w){label}(?!\w)", text))
    return named or None


@lru_cache(maxsize=1)  # several rules in a row ask it of one question
def combinable(question: Question) -> tuple[int, ...]:
    """The places of the options that have something like a label."""
    return tuple(at for at, option in enumerate(question.options) if may_combine(option))


def may_combine(option: Option) -> bool:
    """Whether an option has something like a label, judged cheaply."""
    if len(option.text.value) > LONGEST:
        return False
    words = option.text.prose.words
    if not _NAMES.isdisjoint(words):
        return len(words) > 1 or words[0].isalpha()
    return not (_NAMES_OR_WORDS.isdisjoint(words) or _ALONE.isdisjoint(words))


_NAMES_OR_WORDS = frozenset(("A", "a", "I"))
_NAMES = frozenset(label for labels in _SETS for label in labels) - _NAMES_OR_WORDS
_ALONE = frozenset(("only", "Only", "alone"))
"""What makes a label of a lone `A` or `I`."""


@cache
def _mark(label: str) -> re.Pattern[str]:
    """How a stem labels a statement: `I.`, `(ii)`, `3)`, `A:`, `Statement 1`."""
    before = r"(?:(?<![\w.,\-])|(?<=[.?!:;]))"
    if len(label) == 1 and label.isalpha() and label not in "Ii":
        return re.compile(rf"{before}(?:\({label}\)|{label}[.):](?=\s)(?!\s*$))")
    return re.compile(
        rf"{before}(?:\({label}\)|{label}[.):](?![\w.]*\d)|{label}\s*[–—|-]\s|(?i:statement|assumption|"
        rf"conclusion|argument|scenario)\s+{label}\b)"
    )


def _verdicts() -> str:
    label = r"\(?(?:[IViv]{1,4}|[1-6A-Fa-f])\)?"
    some = rf"(?:both\s+|only\s+|neither\s+)?{label}(?:\s*(?:,|and|or|nor|&)\s*{label})*"
    claim = (
        rf"(?:(?:statements?|items?|options?)\s+)?{some}\s+(?:is|are)\s+(?:both\s+)?"
        r"(?:true|false|correct|incorrect|right|wrong)"
    )
    return rf"{claim}(?:[\s,;]*(?:and|but|while|whereas)?\s*{claim})*\.?"


_VERDICTS = lazy(_verdicts, re.IGNORECASE)
