"""Cheap keys, asked first: which options can be alike at all.

Most options of most questions are told apart here, by sets of their words. What is let through is
then judged by the kinds; what is not, no kind would find.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, compress, starmap
from operator import ne

from quizlint.language.equivalence import thesaurus
from quizlint.language.equivalence.aligned import PARTICLES, SMALL
from quizlint.language.equivalence.said import ARTICLES, is_brief, without_article
from quizlint.language.equivalence.spelled import may_be_number
from quizlint.language.equivalence.values import LONGEST, has_digit
from quizlint.text import Prose

FEW = 3
"""Content words up to which an option may be said in quite other words, and that may differ in
longer ones."""

_SMALL = SMALL | ARTICLES | PARTICLES
_TURNING = frozenset("not no never by make makes made become becomes get gets".split()) | PARTICLES
"""Words with which a wording may have more words than another that says the same."""

_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


def may_be_written_otherwise(options: Sequence[Prose]) -> bool:
    """Whether two options may have the same letters."""
    letters = set()
    for option in options:
        words = option.lower_words
        if len(words) > 1 and words[0] in ARTICLES:
            words = words[1:]
        letters.add("".join(words))
        if not option.text.isascii():
            return True
    return len(letters) < len(options)


def numeric(options: Sequence[Prose]) -> list[int]:
    """The places of options that may be quantities; none where only whole numbers differ."""
    joined = "\n".join([option.text for option in options])
    if not has_digit(joined) and not may_be_number(
        frozenset().union(*[option.lower_words for option in options]), joined
    ):
        return []
    found = [
        place
        for place, option in enumerate(options)
        if len(option.text) <= LONGEST
        and (has_digit(option.text) or may_be_number(option.lower_words, option.text))
    ]
    if len(found) < 2:
        return []
    texts = {options[place].text for place in found}
    if len(texts) < len(found) or len({text.translate(_NO_DIGITS) for text in texts}) > 1:
        return found
    whole = all(has_digit(text) and "." not in text and text[0] != "0" for text in texts)
    return [] if whole else found


def pairs(
    options: Sequence[Prose], keys: frozenset[int], *, doubtful: bool
) -> Iterator[tuple[int, int]]:
    """The places of options that may say the same, or of which one may be a kind of the other.

    The latter only where the special one is right, unless `doubtful` pairs are wanted.
    """
    words = [option.lower_words for option in options]
    content = [frozenset(each) - _SMALL for each in words]
    brief = [
        place
        for place, each in enumerate(words)
        if 0 < len(each) < 3 and is_brief(options[place].text)
    ]
    few = [len(each) <= FEW for each in content]
    if len(options) < 2 or (not brief and True not in few and _all_differ(content)):
        return
    for one, other in combinations(range(len(options)), 2):
        a, b = content[one], content[other]
        shared = len(a & b)
        if not shared:
            if not (few[one] and few[other] and words[one] and words[other]):
                if not (brief and (one in brief or other in brief)):
                    continue
            elif (
                _meet(words[one], words[other])
                or ((doubtful or one in keys) and _is_kind(words[one], words[other]))
                or ((doubtful or other in keys) and _is_kind(words[other], words[one]))
            ):
                yield one, other
                continue
        elif _may_align(words[one], words[other], shared, min(len(a), len(b))):
            yield one, other
            continue
        if (
            brief
            and (one in brief or other in brief)
            and _may_be_initials(options[one].text, options[other].text)
        ):
            yield one, other


def _all_differ(content: Sequence[frozenset[str]]) -> bool:
    """Whether options of many words share too few for any two of them to be alike."""
    shared = sum(map(len, content)) - len(frozenset().union(*content))
    return 2 * shared < min(map(len, content)) - 1


def _may_align(one: tuple[str, ...], other: tuple[str, ...], shared: int, smaller: int) -> bool:
    """Whether options with words in common may stand side by side, or one inside the other."""
    if shared == smaller:
        return True
    if 2 * shared < smaller - 1:
        return False
    turning = not (_TURNING.isdisjoint(one) and _TURNING.isdisjoint(other))
    if len(one) != len(other):
        return (turning or smaller - shared == 1) and abs(len(one) - len(other)) <= FEW
    differing = [*compress(zip(one, other, strict=True), map(ne, one, other))]
    return turning or (len(differing) <= FEW and all(starmap(_may_stand_for, differing)))


def _may_stand_for(one: str, other: str) -> bool:
    """Whether a word may stand for another: small words, forms, slips, like meanings."""
    if one in _SMALL or other in _SMALL:
        return one in _SMALL and other in _SMALL
    return one[:2] == other[:2] or not (
        thesaurus.meanings(one, thesaurus.ANY).isdisjoint(thesaurus.near(other))
        and thesaurus.near(one).isdisjoint(thesaurus.meanings(other, thesaurus.ANY))
        and thesaurus.classes(one).isdisjoint(thesaurus.meanings(other, 2, "n"))
        and thesaurus.classes(other).isdisjoint(thesaurus.meanings(one, 2, "n"))
    )


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two short phrases without a content word in common may name the same."""
    a, b = _phrase(one), _phrase(other)
    if a[:1] == b[:1] and abs(len(a) - len(b)) <= 1 and (a[:2] == b[:2] or a[-2:] == b[-2:]):
        return True  # a slip
    if "not" in one or "not" in other:
        return True
    turning = not (_TURNING.isdisjoint(one[1:]) and _TURNING.isdisjoint(other[1:]))
    if turning and not ARTICLES.issuperset(set(one).intersection(other)):
        return True
    if "_" in a and "_" in b:
        return len(one) == len(other) and all(
            x == y or _may_stand_for(x, y) for x, y in zip(one, other, strict=True)
        )
    return not (
        thesaurus.meanings(a, thesaurus.ANY).isdisjoint(thesaurus.near(b))
        and thesaurus.near(a).isdisjoint(thesaurus.meanings(b, thesaurus.ANY))
    )


def _is_kind(special: tuple[str, ...], wide: tuple[str, ...]) -> bool:
    """Whether what one phrase names may be a kind of what the other names."""
    whole = _phrase(special)
    return not (
        (found := thesaurus.meanings(_phrase(wide), 2, "n")).isdisjoint(thesaurus.classes(whole))
        and found.isdisjoint(thesaurus.classes(whole.rpartition("_")[2]))
    )


@lru_cache(maxsize=1024)
def _phrase(words: tuple[str, ...]) -> str:
    """A phrase as a collocation, without articles and an opening preposition."""
    found = [word for word in words if word not in ARTICLES]
    if len(found) > 1 and found[0] in ("in", "at", "on", "by", "to"):
        del found[0]
    return "_".join(found)


def _may_be_initials(one: str, other: str) -> bool:
    """Whether two texts begin with the same letter, or one has something in brackets."""
    a, b = (without_article(text.lower())[:1] for text in (one, other))
    return a == b or "(" in one or "(" in other
