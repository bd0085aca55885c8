"""Answers told in a sentence that goes on and explains: "The correct answer is C. It shines."."""

import re
from collections.abc import Sequence

from quizlint.content import Option
from quizlint.text import Text
from quizlint.text.normal import collapse
from quizlint.text.patterns import lazy

FEWEST = 3
"""Words behind an answer from which they explain something."""

_LEAD = lazy(
    r"[\W_]*(?:the\s+)?(?:(?:correct|right|best|true)\s+)?(?:answer|option|choice)s?\s*"
    r"(?:\b(?:is|are)\b|:|=)\s*(?:(?:answer|option|choice)\s+)?(?=\S)",
    re.IGNORECASE,
)
_AND = lazy(r"\b(?:and|or)\b")
_BETWEEN = " \t\r\n)]}.:,;*_`\"'”’—–-"


def is_told(text: Text) -> bool:
    """Whether an answer begins as a sentence that tells it."""
    return _LEAD.match(text.value) is not None


def explanation(text: Text, names: Sequence[Text], options: Sequence[Option]) -> Text | None:
    """What an answer says behind the names of the right options, if it is more than their text."""
    lead = _LEAD.match(text.value)
    at = 0 if lead is None else lead.end()
    for name in names:
        found = text.value.find(name.value, at)
        if found < 0 or any(map(str.isalnum, _AND.sub("", text.value[at:found]))):
            return None
        at = found + len(name.value)
    rest = text.value[at:]
    start = at + len(rest) - len(rest.lstrip(_BETWEEN))
    more = collapse(text.value[start:]).casefold()
    for option in options:
        more = more.removeprefix(collapse(option.text.value).casefold())
    return text.slice(start, len(text.value)) if len(more.split()) >= FEWEST else None
