"""Short and long: one option is the short form of the other.

* initials and what they stand for (CSS, Cascading Style Sheets), each beside the other in brackets
  too;
* a family name or first name and the full name (Austen, Jane Austen), with or without a title;
* a clause and what is left of it without its subject (Not found; The page was not found).
"""

import re

from quizlint.content import Confidence
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import MOST_INITIALS, Said, by_length, without_article
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text.patterns import lazy

_UNSAID = frozenset("of the and for in to on by with a an de la du et".split())
"""Small words that initials pass over."""

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess president "
    "general captain colonel emperor pope saint st father rabbi senator mount mt river "
    "lake".split()
)
_PLACES = frozenset(
    "desert river ocean mountains island islands inc ltd corporation company".split()
)
"""Words that say what a name is the name of, and may be left out."""

_PARTICLES = frozenset("de da di van von der den la le el bin ibn al of".split())
_BE = frozenset("is are was were".split())
_QUARTERS = frozenset("New North South East West".split())
_ROMAN = re.compile(r"[IVX]+$")

_IN_BRACKETS = lazy(r"(?P<before>[^()]+)\((?P<inside>[^()]+)\)")


def initials(short: Said, long: Said) -> Same | None:
    """Whether the short one is the initials of the long one, or the long one names its own."""
    bracket = _IN_BRACKETS.fullmatch(long.text.strip(" ."))
    if bracket is not None:
        forms = [bracket["before"].strip(), bracket["inside"].strip()]
        named = without_article(short.text.strip(" .").lower())
        if any(without_article(form.lower()) == named for form in forms) and (
            _stands_for(forms[0], forms[1]) or _stands_for(forms[1], forms[0])
        ):
            return Same(Kind.SHORT, Confidence.HIGH, f"'{long.text}' names '{short.text}'")
    for brief, full in ((short.text, long.text), (long.text, short.text)):
        if _stands_for(brief, full):
            plain = [without_article(text.strip(" .")) for text in (brief, full)]
            return Same(Kind.SHORT, Confidence.HIGH, f"{plain[0]} is short for {plain[1]}")
    return None


def _stands_for(brief: str, full: str) -> bool:
    """Whether `brief` is made of the first letters of all words of `full`, and few others.

    Of three letters or more, each may also stand inside the word of the one before it (DNA).
    """
    word = without_article(brief.strip(" ."))
    letters = "".join(char for char in word if char not in ".-&")
    if letters.endswith("s") and letters[:-1].isupper():
        letters = letters[:-1]
    upper = sum(map(str.isupper, letters))
    if not (
        2 <= len(letters) <= MOST_INITIALS
        and letters.isalpha()
        and upper >= 2
        and upper >= len(letters) - 1
    ):
        return False
    words = [part for word in full.split() for part in re.split(r"[-/]", word) if part]
    words = [word.strip("().,") for word in words]
    said = [word for word in words if word and word.lower() not in _UNSAID]
    wanted = letters.lower()
    if len(said) < 2 or len(said) > len(wanted):
        # every small word may be spelled as well (Prisoner of War)
        said = [word for word in words if word]
        if len(said) != len(wanted):
            return False
    return _spells(wanted, [word.lower() for word in said], len(wanted) - len(said))


def _spells(letters: str, words: list[str], inner: int) -> bool:
    """Whether the letters are the first ones of the words, with `inner` more from inside them."""
    if not words:
        return not letters
    if not letters or letters[0] != words[0][0]:
        return False
    if inner == 0 or len(letters) < 2:
        return _spells(letters[1:], words[1:], inner)
    if _spells(letters[1:], words[1:], inner):
        return True
    at = words[0].find(letters[1], 1)
    return at > 0 and _spells(letters[2:], words[1:], inner - 1)


def full_name(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether the longer one is the shorter one with the rest of its name."""
    short, long = by_length(one, other)
    brief, full = short.names, long.names
    if not brief or not 0 < len(full) - len(brief) <= 3 or len(brief) > 2:
        return None
    if not all(_is_name(word) or word.lower() in _PARTICLES for word in (*full, *brief)):
        return None
    if any(_ROMAN.match(word) for word in full[-1:]) or any(word.isdigit() for word in full):
        return None
    if full[-len(brief) :] == brief:
        extra = full[: -len(brief)]
    elif full[: len(brief)] == brief and len(brief) == 1:
        extra = full[1:]
        if all(word.lower() in _PLACES for word in extra):
            return _as_name(short, long)
        if not asked.person:
            return None
    else:
        return None
    if all(word.lower().strip(".") in _TITLES for word in extra):
        return _as_name(short, long)
    if _is_persons(full, extra, asked) and not _is_compared(short, long, asked):
        return _as_name(short, long)
    return None


def _as_name(short: Said, long: Said) -> Same:
    return Same(Kind.SHORT, Confidence.HIGH, f"'{short.text}' is short for '{long.text}'")


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.replace("-", "").replace("'", "").replace(".", "").isalpha()


def _is_persons(full: tuple[str, ...], extra: tuple[str, ...], asked: Asked) -> bool:
    """Whether a name is somebody's: asked for, or begun by a given name or an initial."""
    from quizlint.language.equivalence.thesaurus import is_given_name

    first = full[0]
    if len(first.strip(".")) == 1:
        return True
    if asked.person:
        return _QUARTERS.isdisjoint(extra)
    return is_given_name(first)


def _is_compared(short: Said, long: Said, asked: Asked) -> bool:
    """Whether another option shares the short name: then the rest of it is what is asked."""
    shared = short.names[-1]
    return any(
        shared in option.words
        for place, option in enumerate(asked.options)
        if place not in (short.place, long.place)
    )


def subject(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether the longer one is the shorter one with its subject said."""
    short, long = by_length(one, other)
    brief, full = short.tokens, long.tokens
    extra = len(full) - len(brief)
    if not 2 <= extra <= 4 or full[extra:] != brief or full[extra - 1] not in _BE:
        return None
    if not asked.options or any(
        option.lower_words[-len(brief) :] == short.words[-len(brief) :]
        for place, option in enumerate(asked.options)
        if place not in (short.place, long.place)
    ):
        return None
    if "not" in full[:extra] or "no" in full[:extra]:
        return None
    return Same(
        Kind.SHORT,
        Confidence.MEDIUM,
        f"'{long.text.strip(' .')}' only adds a subject to '{short.text.strip(' .')}'",
    )
