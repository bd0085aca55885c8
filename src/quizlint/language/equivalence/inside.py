"""One inside the other: what the longer or more special one says, the shorter or wider one says as
well.

Where the longer or special one is the key, the other is right too, and the question has two right
answers: that is sure. Where the shorter is the key, the longer may well be wrong. Where the stem
asks for the exact term, or options grow one out of the other (a bell, a church bell, a small church
bell), the difference is the point.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizlint.content import Confidence
from quizlint.language.equivalence import thesaurus
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import JOINING, Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.language.equivalence.same_words import members
from quizlint.text.patterns import lazy

FEWEST = 4
"""Words from which one option counts wherever it stands in another."""

MOST = 5
"""Words of a phrase that names a class."""

_NOT = frozenset(("not", "no", "never"))
_PREPOSITIONS = frozenset("in at on of by with for to from".split())

_LABEL = lazy(r"\(?(?:[ivx]+|[a-z]|\d)\)?(?:\s+(?:only|alone))?|only|alone")
_NEGATED = lazy(r"\b(?:not?|never|without|neither|nor|than|except|non|un)\b", re.IGNORECASE)
_CONTRAST = lazy(r",?\s*(?:only|alone|but\s+not|or|nor|to|versus|vs)\b")
_JOINS_AFTER = lazy(r",?\s*(?:and|plus|as\s+well\s+as|together\s+with|with|&|\+)\s|,\s")
_JOINS_BEFORE = lazy(r"(?:\b(?:and|plus|as\s+well\s+as|together\s+with)|&|\+)\s$")


def listed(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether one list holds all members of the other."""
    first, second = members(one.text), members(other.text)
    short, long = (one, other) if len(first) < len(second) else (other, one)
    few, many = sorted((first, second), key=len)
    if len(few) < 2 or not set(few) < set(many) or len(few) >= len(many):
        return None
    if any(member.isdigit() for member in many) or _are_labels(many, asked):
        return None
    return _inside(
        short,
        long,
        asked,
        f"'{short.text.strip(' .')}' is part of the list '{long.text.strip(' .')}'",
    )


def joined(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether one option is the other with something joined on by "and", "with" or the like."""
    short, long = sorted((one, other), key=lambda said: len(said.text))
    inner, outer = short.text.strip(" .").lower(), long.text.strip(" .").lower()
    if len(inner) < 3 or not _adds(inner, outer):
        return None
    if len(asked.options) < 3 or inner in ("yes", "no") or _are_labels(inner.split(), asked):
        return None
    return _inside(short, long, asked, f"'{_cut(long.text)}' says all of '{_cut(short.text)}'")


def general(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether one option names a class or place to which what the other names belongs."""
    if not _NOT.isdisjoint(one.core | other.core):
        return None
    if max(len(one.tokens), len(other.tokens)) > MOST:
        return None
    for special, wide in ((one, other), (other, one)):
        if (
            len(asked.options) > 2
            and special.place not in asked.keys
            and wide.place not in asked.keys
        ):
            return None
        narrow, broad = special.tokens, wide.tokens
        while narrow and broad and narrow[0] == broad[0]:
            narrow, broad = narrow[1:], broad[1:]
        while narrow and broad and narrow[-1] == broad[-1] and len(broad) > 1:
            narrow, broad = narrow[:-1], broad[:-1]
        if _is_compound(special, narrow) or (
            not narrow
            or not broad
            or len(broad) > 2
            or not _PREPOSITIONS.isdisjoint((*narrow, *broad))
        ):
            continue
        whole = "_".join(broad)
        if min(len(whole), len(narrow[-1])) < 3 or _is_quality(wide):
            continue
        if not thesaurus.is_noun(whole):
            continue
        names = ("_".join(narrow), narrow[-1]) if narrow[-1] != whole else ()
        if any(thesaurus.is_noun(name) and thesaurus.more_general(whole, name) for name in names):
            return None if asked.term or asked.code else _kinds(special, wide, asked)
    return None


def _is_compound(said: Said, own: tuple[str, ...]) -> bool:
    """Whether a phrase shares a word with the other and is written like a name ("Test Plan")."""
    return len(own) < len(said.tokens) and any(
        word.lower() in own and word[:1].isupper() and before.lower() not in _PREPOSITIONS
        for before, word in pairwise(said.prose.words)
    )


def _is_quality(said: Said) -> bool:
    """Whether a sentence ends in an adjective ("It is real")."""
    before, last = said.tokens[-2:-1], said.tokens[-1]
    return (
        before != ()
        and before[0] in ("is", "are", "was", "were")
        and bool(thesaurus.meanings(last, 1, "a"))
    )


def _kinds(special: Said, wide: Said, asked: Asked) -> Same:
    sure = Confidence.MEDIUM if asked.keys == {special.place} else Confidence.LOW
    return Same(
        Kind.GENERAL,
        sure,
        f"'{special.text.strip(' .')}' is a kind or part of '{wide.text.strip(' .')}'",
    )


def _inside(short: Said, long: Said, asked: Asked, words: str) -> Same:
    doubtful = asked.keys != {long.place} or _grow(asked) or _are_parts(short, long, asked)
    sure = Confidence.LOW if doubtful else Confidence.MEDIUM
    return Same(Kind.INSIDE, sure, words)


def _grow(asked: Asked) -> bool:
    """Whether three options hold one another, or all begin alike: then each is an answer of its
    own.
    """
    texts = sorted((option.text.strip(" .").lower() for option in asked.options), key=len)
    return sum(texts[0] in text for text in texts) > 2


def _are_parts(short: Said, long: Said, asked: Asked) -> bool:
    """Whether the long one puts two other options together ("both", on purpose)."""
    return any(
        (words := frozenset(option.lower_words) - JOINING) and words < long.core
        for place, option in enumerate(asked.options)
        if place not in (short.place, long.place)
    )


def _are_labels(words: Sequence[str], asked: Asked) -> bool:
    """Whether all are labels of statements in the stem ("I", "(ii) only"), and no vitamins."""
    if not all(_LABEL.fullmatch(word) for word in words):
        return False
    return not re.search(
        r"\b(?:vitamins?|blood|hepatitis|grades?|notes?)\b", asked.stem.text, re.IGNORECASE
    )


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _adds(short: str, long: str) -> bool:
    """Whether `long` is `short` with something joined on; both in lower case."""
    if short not in long or len(short) == len(long):
        return False
    if (
        not short[0].isalpha()
        or not short.replace("-", "").replace(" ", "").replace(",", "").isalpha()
    ):
        return False
    start = long.find(short)
    end = start + len(short)
    if long[start - 1 : start].isalnum() or long[end : end + 1].isalnum():
        return False
    before, after = long[:start], long[end:]
    if _NEGATED.search(before) or _CONTRAST.match(after):
        return False
    if short.count(" ") + 1 >= FEWEST:
        return True
    if before.endswith("and/or "):
        return True
    joined_after = after and not before and _JOINS_AFTER.match(after)
    joined_before = before and not after and _JOINS_BEFORE.search(before)
    return bool(joined_after or joined_before)
