"""Torn or cut: an option that breaks off, the rest of which is the next option, or is lost.

An English phrase does not end in a preposition, an article or a conjunction ("calmly by", "as much
as the"), and where all others begin with a capital none begins small with "and", "the" or "on".
Where the stem ends in a gap or several options end so, that is how they are meant.
"""

from collections.abc import Sequence

from quizlint.content import Confidence
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import ARTICLES, Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text import Prose

FEWEST = 3
"""Words of a phrase that can break off."""

_NEVER_LAST = frozenset(
    "and or but because of the a an to with from into than which whose between if whether although "
    "while since unless nor as by for at".split()
)
_JOINING = frozenset(
    "and or but because the a an than which whose between whether although while".split()
)
"""Words that stand at no end, where a preposition may ("somebody to play with")."""

_GOES_ON = ARTICLES | frozenset(
    "of in on at by for from with to into onto as than and or but nor because so that which who "
    "whose whom when where while during after before under over through per without".split()
)
"""Words that stand small at the beginning of an option only where it is the rest of another, if
all others begin with a capital.
"""


def find(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether an option breaks off and the other holds the rest, or the whole."""
    first, second = sorted((one, other), key=lambda said: said.place)
    return torn(first, second, asked) or cut(first, second, asked) or cut(second, first, asked)


def cut(short: Said, long: Said, asked: Asked) -> Same | None:
    """Whether `short` is the beginning of `long`, and breaks off."""
    if len(short.words) < FEWEST or long.words[: len(short.words)] != short.words:
        return None
    if len(long.words) == len(short.words) or not _breaks_off(short) or _ends_so(asked, short):
        return None
    return Same(
        Kind.CUT, Confidence.HIGH, f"'{_tail(short)}' breaks off where '{_tail(long)}' goes on"
    )


def torn(first: Said, second: Said, asked: Asked) -> Same | None:
    """Whether `second`, which follows, goes on where `first` breaks off."""
    if second.place != first.place + 1 or len(first.words) < FEWEST or not second.words:
        return None
    if not second.text[:1].islower() or first.words[:1] == second.words[:1]:
        return None
    if asked.stem.text.rstrip(" .:").endswith("_") or _ends_so(asked, first):
        return None
    upper = _begin_large(asked, second)
    goes_on = (
        upper
        and second.words[0] in _GOES_ON
        and second.is_wording
        and first.text[-1:] not in ".!?:"
    )
    stops = _breaks_off(first) and (upper or first.words[-1] in _JOINING)
    if not (stops or goes_on):
        return None
    return Same(Kind.TORN, Confidence.HIGH, f"'{_tail(first)}' goes on with '{_head(second)}'")


def may_be_torn(options: Sequence[Prose]) -> bool:
    """Whether any option may break off, or begins small where another does not; judged cheaply."""
    small = large = False
    for option in options:
        words = option.lower_words
        if len(words) >= FEWEST and (words[-1] in _NEVER_LAST or "(" in option.text):
            return True
        if option.text[:1].islower():
            small = True
        else:
            large = True
    return small and large


def may_go_on(first: Prose, second: Prose) -> bool:
    """Whether `second` may go on where `first` stops, judged cheaply."""
    if not second.text[:1].islower() or not second.lower_words:
        return False
    return may_break_off(first) or (first.text[:1].isupper() and second.lower_words[0] in _GOES_ON)


def may_break_off(option: Prose) -> bool:
    """Whether an option may break off, judged cheaply."""
    words = option.lower_words
    if len(words) < FEWEST:
        return False
    return words[-1] in _NEVER_LAST or option.text.count("(") > option.text.count(")")


def _breaks_off(said: Said) -> bool:
    text = said.text
    if not said.is_wording and "(" not in text:
        return False
    if text.count("(") > text.count(")"):
        return not said.prose.has_code and not said.prose.has_math
    return text[-1:].isalpha() and said.words[-1] in _NEVER_LAST and said.prose.words[-1].islower()


def _ends_so(asked: Asked, said: Said) -> bool:
    """Whether another option ends in such a word too."""
    return any(
        option.lower_words[-1:]
        and option.lower_words[-1] in _NEVER_LAST
        and option.text[-1:].isalpha()
        for place, option in enumerate(asked.options)
        if place != said.place
    )


def _begin_large(asked: Asked, said: Said) -> bool:
    """Whether all other options begin with a capital."""
    others = [option.text for place, option in enumerate(asked.options) if place != said.place]
    return len(others) > 1 and all(text[:1].isupper() for text in others)


def _tail(said: Said) -> str:
    return "… " + " ".join(said.prose.words[-3:])


def _head(said: Said) -> str:
    return " ".join(said.prose.words[:3]) + " …"
