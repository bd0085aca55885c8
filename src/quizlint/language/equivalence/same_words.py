"""The same words: a list in another order, active and passive.

A list is short members between commas, "and" or "or"; where the order may be what is asked, or
where three options are arrangements of the same members, each is an answer of its own. Active and
passive say the same where who does it and what it is done to change places: "A dog bit the man" and
"The man was bitten by a dog", but not "The dog was bitten by the man".
"""

import re

from quizlint.content import Confidence
from quizlint.language.equivalence.aligned import inflected
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import ARTICLES, Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text.patterns import lazy

LONGEST_MEMBER = 3
"""Words of a member of a list."""

_HELPING = frozenset("had has have will would can could may might must should".split())
_BE = frozenset("is are was were be been being gets get got".split())

_BETWEEN = lazy(
    r"\s*(?:,\s*(?:and|or)\b|,|;|\band\b|\bor\b|&|\bas\s+well\s+as\b|\bplus\b)\s*",
    re.IGNORECASE,
)
# Words that make an order of a list.
_IN_TURN = lazy(r"\b(?:then|followed|before|after|first|to)\b|[→>]", re.IGNORECASE)
# Two things asked for at once, to which two members would answer in turn.
_PAIR = lazy(
    r"\band\b|\bversus\b|\bvs\b|_{2,}.*_{2,}|\bbetween\b|\bcompared\b|\bratio\b", re.IGNORECASE
)


def members(text: str) -> tuple[str, ...]:
    """The members of a text that is a mere list, in lower case without articles; else nothing."""
    if _BETWEEN.search(text) is None:
        return ()
    parts = [part.strip() for part in _BETWEEN.split(text.strip(" .").lower())]
    if any(not part or len(part.split()) > LONGEST_MEMBER + 1 for part in parts):
        return ()
    words = [[word for word in part.split() if word not in ARTICLES] for part in parts]
    if any(len(part) > LONGEST_MEMBER for part in words):
        return ()
    return tuple(" ".join(part) for part in words)


def other_order(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether two options are lists of the same members."""
    first, second = members(one.text), members(other.text)
    if len(first) < 2 or first == second or sorted(first) != sorted(second):
        return None
    if asked.order or asked.grammar or _IN_TURN.search(one.text) or _IN_TURN.search(other.text):
        return None
    if len(set(first)) < len(first) or not {"true", "false", "yes", "no"}.isdisjoint(first):
        return None
    if any("not" in member.split() for member in first):
        return None
    same = sum(sorted(members(option.text)) == sorted(first) for option in asked.options)
    if same > 2 or (len(first) == 2 and _PAIR.search(asked.stem.text)):
        return None
    return Same(
        Kind.SAME_WORDS,
        Confidence.HIGH if len(first) > 2 else Confidence.MEDIUM,
        "they differ in the order of a list only",
    )


def active_passive(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether one option says in the passive what the other says in the active."""
    for passive, active in ((one, other), (other, one)):
        if (
            "by" in passive.core
            and not _BE.isdisjoint(passive.core)
            and _turned(passive, active)
            and not asked.grammar
        ):
            return Same(
                Kind.SAME_WORDS,
                Confidence.HIGH,
                f"'{passive.text.strip(' .')}' is the passive of '{active.text.strip(' .')}'",
            )
    return None


def _turned(passive: Said, active: Said) -> bool:
    words, plain = passive.tokens, active.tokens
    at = next((at for at, word in enumerate(words) if word in _BE), 0)
    by = max((at for at, word in enumerate(words) if word == "by"), default=0)
    if not 0 < at < by - 1:
        return False
    patient, verb = words[:at], words[at + 1 : by]
    helping = tuple(word for word in patient if word in _HELPING)
    patient = tuple(word for word in patient if word not in _HELPING)
    verb = verb[1:] if verb[0] in _BE else verb
    if not verb:
        return False
    # The agent ends where the words of the active begin to differ: more may follow it.
    for end in range(by + 1, len(words) + 1):
        agent, rest = words[by + 1 : end], (*verb[1:], *words[end:])
        if not agent or not _alike(agent, plain[: len(agent)]):
            continue
        after = plain[len(agent) :]
        if after[: len(helping)] != helping:
            continue
        after = after[len(helping) :]
        if (
            after
            and inflected(after[0], verb[0])
            and sorted(after[1:]) == sorted((*_object(patient), *rest))
        ):
            return True
    return False


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(
        a == b or _object((a,)) == _object((b,)) for a, b in zip(one, other, strict=True)
    )


def _object(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_OBJECTS.get(word, word) for word in words)


_OBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us", "who": "whom"}
