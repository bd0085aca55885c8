"""Cheap keys, asked first: whether options can be alike at all.

Most options of most questions are told apart here, without a look at the thesaurus or a rule of grammar.
What is let through is then judged by the kinds; what is not, no kind would find.
"""

from collections.abc import Sequence
from itertools import compress, starmap
from operator import ne

from quizlint.language.equivalence import thesaurus
from quizlint.language.equivalence.aligned import PARTICLES, SMALL
from quizlint.language.equivalence.said import ARTICLES, Said
from quizlint.language.equivalence.spelled import may_be_number
from quizlint.language.equivalence.values import LONGEST, has_digit

FEW = 3
"""Words up to which an option may be said in quite other words, and that may differ in longer ones."""

_TURNING = frozenset("not no never by make makes made become becomes get gets".split()) | PARTICLES
"""Words with which a wording may have more words than another that says the same."""

_SMALL = SMALL | ARTICLES
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


def may_be_written_otherwise(said: Sequence[Said]) -> bool:
    """Whether two options may have the same letters."""
    letters = set()
    for each in said:
        words = each.words
        if len(words) > 1 and words[0] in ARTICLES:
            words = words[1:]
        letters.add("".join(words))
        if not each.text.isascii():
            return True
    return len(letters) < len(said)


def numeric(said: Sequence[Said]) -> list[Said]:
    """The options that may be quantities; none where they only differ in whole numbers."""
    found = [
        each
        for each in said
        if len(each.text) <= LONGEST and (has_digit(each.text) or may_be_number(each.words, each.text))
    ]
    if len(found) < 2:
        return []
    shapes = {each.text.translate(_NO_DIGITS) for each in found}
    if len(shapes) == 1 and not any("." in each.text or each.text[0] == "0" for each in found):
        texts = {each.text for each in found}
        if len(texts) == len(found) and all(has_digit(text) for text in texts):
            return []
    return found


def may_be_same(one: Said, other: Said) -> bool:
    """Whether two options may say the same."""
    a, b = one.core, other.core
    if (one.brief or other.brief) and _may_be_initials(one.text, other.text):
        return True
    shared, smaller = len(a & b), min(len(a), len(b))
    if smaller == shared:  # all of one is in the other
        return smaller > 0
    if len(one.words) == len(other.words):
        if len(a) <= FEW and not shared:
            return _are_related(one.phrase, other.phrase) or not _TURNING.isdisjoint(a | b)
        if 2 * shared < smaller - 1:
            return False
        differing = [*compress(zip(one.words, other.words), map(ne, one.words, other.words))]
        if len(differing) <= FEW and all(starmap(_may_stand_for, differing)):
            return True
        return not (_TURNING.isdisjoint(a) and _TURNING.isdisjoint(b))
    if abs(len(one.words) - len(other.words)) > FEW or 2 * shared < smaller - 1:
        return False
    if not (_TURNING.isdisjoint(a) and _TURNING.isdisjoint(b)):
        return shared > 0 or "not" in a or "not" in b or _are_related(one.phrase, other.phrase)
    if smaller - shared > 1 or len(a) > FEW or len(b) > FEW:
        return False
    return shared > 0 or _are_related(one.phrase, other.phrase)


def _may_be_initials(one: str, other: str) -> bool:
    """Whether two texts begin with the same letter, or one has something in brackets."""
    return one[0].lower() == other[0].lower() or "(" in one or "(" in other or other[:4] == "the "


def _may_stand_for(one: str, other: str) -> bool:
    """Whether a word may stand for another: small words, forms, slips, and words of like meaning."""
    return (
        (one in _SMALL and other in _SMALL)
        or one[:2] == other[:2]
        or not thesaurus.meanings(one).isdisjoint(thesaurus.related(other))
        or not thesaurus.related(one).isdisjoint(thesaurus.meanings(other))
    )


def _are_related(a: str, b: str) -> bool:
    """Whether two phrases without a word in common may name the same, or one slip for another."""
    if a[:1] == b[:1] and abs(len(a) - len(b)) <= 1:
        return True
    head, tail = a.rpartition("_")[2], b.rpartition("_")[2]
    return not (
        thesaurus.meanings(a).isdisjoint(thesaurus.related(tail))
        and thesaurus.meanings(b).isdisjoint(thesaurus.related(head))
        and (head == a or thesaurus.meanings(b).isdisjoint(thesaurus.related(a)))
        and (tail == b or thesaurus.meanings(a).isdisjoint(thesaurus.related(b)))
    )
