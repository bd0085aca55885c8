"""Other words: each content word is the same, a form of the same, a synonym, or a negated opposite.

A synonym shares a usual sense in the thesaurus; a verb and its nearest wider verb, an adjective and
the one it is like ("quick", "fast") count as well, but less surely. Numbers, names and small words
must be the same, and so must everything if only endings differ. Nouns that stand alone are terms:
only a question about meaning makes two of them one answer for sure.
"""

from quizlint.content import Confidence
from quizlint.language.equivalence import thesaurus
from quizlint.language.equivalence.aligned import SMALL, Step, inflected, near, steps, units
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.language.units import unit as measure

MOST = 3
"""Words that may differ; of more, no reader says that they are the same at a glance."""

NUMBERS = frozenset(
    "hundred thousand million billion trillion zillion dozen first second third".split()
)
"""Words that count, none of which stands for another."""

_NOT = frozenset(("not", "no", "never"))


def find(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether two options say the same in other words."""
    first, second = units(one.tokens), units(other.tokens)
    first, second = _without_opening(first, second)
    negated = _negated(first, second)
    if negated is not None:
        return negated
    found = steps(first, second)
    if not found or len(found) > MOST:
        return None
    said: list[Step] = []
    confidence = Confidence.HIGH
    for step in found:
        a, b = step
        if a in SMALL or b in SMALL:
            if not near(a, b):
                return None
        elif a in second or b in first:
            return None  # they change places
        elif not inflected(a, b):
            nouns = a in one.after_determiners and b in other.after_determiners
            sure = _synonyms(a, b, "na" if nouns else "nvar")
            if sure is None:
                return None
            said.append(step)
            confidence = min(confidence, sure)
    if not said or _are_names(one, said) or _are_names(other, said):
        return None
    if _is_term(first, second, said, asked):
        confidence = Confidence.LOW
    pairs = " and ".join(f"'{_said(b)}' says '{_said(a)}'" for a, b in said)
    return Same(Kind.OTHER_WORDS, confidence, pairs)


def _said(unit: str) -> str:
    return unit.replace("_", " ")


def _synonyms(one: str, other: str, parts: str) -> Confidence | None:
    if not all(
        unit.replace("_", "").replace("-", "").isalpha() and unit not in NUMBERS
        for unit in (one, other)
    ):
        return None
    if thesaurus.opposites(one, other):
        return None
    if measure(one) is not None or measure(other) is not None:
        return None  # a minute and a second are both "a moment", and eight of them are not the same
    if thesaurus.synonyms(one, other, parts):
        return Confidence.HIGH
    if thesaurus.close(one, other):
        return Confidence.MEDIUM
    return None


def _without_opening(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without an opening word that only one of them has and that adds nothing ("by", "to")."""
    if len(one) == len(other) + 1 and one[0] in _OPENING and other[0] not in SMALL:
        return one[1:], other
    if len(other) == len(one) + 1 and other[0] in _OPENING and one[0] not in SMALL:
        return one, other[1:]
    return one, other


_OPENING = frozenset(("to", "by", "it", "they", "because", "so"))


def _negated(one: tuple[str, ...], other: tuple[str, ...]) -> Same | None:
    """Whether one option denies the opposite of what the other says (not allowed, forbidden)."""
    for denying, plain in ((one, other), (other, one)):
        places = [at for at, word in enumerate(denying) if word in _NOT]
        if len(places) != 1 or not _NOT.isdisjoint(plain):
            continue
        at = places[0]
        rest = _without_do(denying[:at], denying[at + 1 :])
        found = steps(rest, _without_do(plain, ()))
        if found is None or len(found) != 1:
            continue
        a, b = found[0]
        if thesaurus.opposites(a, b) and not thesaurus.synonyms(a, b):
            return Same(Kind.OTHER_WORDS, Confidence.MEDIUM, f"'not {_said(a)}' says '{_said(b)}'")
    return None


def _without_do(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    if before and after and before[-1] in ("do", "does", "did"):
        before = before[:-1]
    return (*before, *after)


def _are_names(option: Said, said: list[Step]) -> bool:
    """Whether what differs is part of a name or title: capitals where others are small."""
    words = option.prose.words
    if len(option.text) > 1 and option.text.isupper():
        return True
    inner = [word for word in words[1:] if word.lower() not in SMALL]
    if inner and all(word[:1].isupper() for word in inner):
        return True
    heads = {unit.partition("_")[0] for step in said for unit in step}
    return any(word[:1].isupper() and word.lower() in heads for word in words[1:])


def _is_term(one: tuple[str, ...], other: tuple[str, ...], said: list[Step], asked: Asked) -> bool:
    """Whether what differs is a term that was asked for."""
    if asked.meaning:
        return False
    if asked.term or asked.code:
        return True
    alone = len(one) == 1 or len(other) == 1
    return alone and any(thesaurus.is_noun(a) and thesaurus.is_noun(b) for a, b in said)
