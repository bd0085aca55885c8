"""Options that rightly stand after the others, whatever those are."""

import re
from collections.abc import Sequence
from typing import Literal

from quizlint.content import Option
from quizlint.language import catch_all, foreign
from quizlint.text.patterns import lazy

LONGEST = 120
"""Characters beyond which an option is an answer of its own."""

_OF_ALL = frozenset(
    "all both each every everyone everything any either neither none no nothing not these they "
    "those combination".split()
)
"""Words of which an option that speaks of all others has one."""

_SHARE = lazy(
    r"(?:only |just |about |exactly )?(?:half|most|some|part|many|much|few|one|two|three|four|"
    r"several|a (?:half|third|quarter|part|few|little))"
    r"(?: of (?:it|them|these|those|the)\b.*|\W*)$",
    re.IGNORECASE,
)
_UNKNOWN = lazy(
    r"(?:it |the (?:\w+ ){1,3})?(?:can ?not|can['’]t|could not|impossible to) (?:be )?"
    r"(?:determine|know|tell|say|calculate)|infinit|undefined|unlimited|not enough|"
    r"insufficient|unknown|(?:it )?depends|i do ?n['’]?o?t know|don['’]t know",
    re.IGNORECASE,
)


def may_be_about_others(option: Option) -> bool:
    """Whether an option has a word that all have that speak of the others."""
    return not _OF_ALL.isdisjoint(option.text.prose.lower_words)


def about_others(option: Option, language: str = "en") -> Literal["all", "none"] | None:
    """What an option says of all the others: that they are right, or that none is."""
    prose = option.text.prose
    if language != "en":
        return foreign.catch_all(prose.text, language)
    if len(prose.text) > LONGEST or _OF_ALL.isdisjoint(prose.lower_words):
        return None
    return catch_all(prose.text)


def comes_last(option: Option, language: str = "en") -> bool:
    """Whether an option speaks of the others, or says that there is no answer."""
    prose = option.text.prose
    text = prose.text
    if language != "en":
        return foreign.catch_all(text, language, bare=True) is not None
    if len(text) > LONGEST:
        return False
    if not _OF_ALL.isdisjoint(prose.lower_words) and catch_all(text, bare=True) is not None:
        return True
    return text[:1] in "cCiIuUnNdDtT" and _UNKNOWN.match(text) is not None


def are_shares(options: Sequence[Option], language: str = "en") -> bool:
    """Whether options say how many or how much ("most of it"), so that "all of it" is one more."""
    if language != "en":
        return any(foreign.is_share(option.text.plain, language) for option in options)
    return any(_SHARE.match(option.text.plain) is not None for option in options)
