"""Cheap keys, asked first: whether options can be alike at all.

Most options of most questions are told apart here, without a look at the thesaurus or a rule of grammar.
What is let through is then judged by the kinds; what is not, no kind would find.
"""

from collections.abc import Sequence
from operator import ne

from quizlint.language.equivalence import thesaurus
from quizlint.language.equivalence.said import ARTICLES, Said
from quizlint.language.equivalence.spelled import may_be_number
from quizlint.language.equivalence.values import LONGEST, has_digit

FEW = 3
"""Words up to which an option may be said in quite other words."""

DIFFERING = 4
"""Words at the same places that may differ in two options of as many words."""

_NOT = frozenset(("not", "no", "never"))
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
        if len(each.text) <= LONGEST and (has_digit(each.text) or may_be_number(each.words))
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
    a, b = one.bag, other.bag
    if one.brief or other.brief:
        return True
    if len(a) > FEW and len(b) > FEW:
        shared = len(a & b)
        if 2 * shared < min(len(a), len(b)):
            return False
        if len(one.words) != len(other.words) or shared == len(a) or "by" in a or "by" in b:
            return True
        return sum(map(ne, one.words, other.words)) <= DIFFERING
    shared = len(a & b)
    if len(a) > FEW or len(b) > FEW:
        return shared >= min(2, len((a if len(a) < len(b) else b) - ARTICLES))
    return shared > len(a & b & ARTICLES) or not _NOT.isdisjoint(a | b) or _are_related(one, other)


def _are_related(one: Said, other: Said) -> bool:
    """Whether two phrases without a word in common may name the same, or one slip for another."""
    a, b = one.phrase, other.phrase
    if a[:1] == b[:1] and abs(len(a) - len(b)) <= 1:
        return True
    head, tail = a.rpartition("_")[2], b.rpartition("_")[2]
    return not (
        thesaurus.meanings(a).isdisjoint(thesaurus.related(tail))
        and thesaurus.meanings(b).isdisjoint(thesaurus.related(head))
        and (head == a or thesaurus.meanings(b).isdisjoint(thesaurus.related(a)))
        and (tail == b or thesaurus.meanings(a).isdisjoint(thesaurus.related(b)))
    )
