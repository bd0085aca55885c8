"""Answers told in a sentence that goes on and explains: "The correct answer is C. It shines."."""

import re
from collections.abc import Sequence

from quizlint.content import Option
from quizlint.language.pack import packs
from quizlint.text import Text
from quizlint.text.normal import collapse
from quizlint.text.patterns import lazy

FEWEST = 3
"""Words behind an answer from which they explain something."""


def _lead() -> str:
    """What tells an answer, in every language with a pack: "The correct answer is"."""
    foreign = "|".join(
        phrase for each in packs() for phrase in each.labels.key_sentences if "(?=" not in phrase
    )
    english = r"(?:the\s+)?(?:(?:correct|right|best|true)\s+)?(?:answer|option|choice)s?"
    return (
        rf"[\W_]*(?:{english}\s*(?:\b(?:is|are)\b|:|=)|(?:{foreign})\b\s*:?)\s*"
        r"(?:(?:answer|option|choice)\s+)?(?=\S)"
    )


_LEAD = lazy(_lead, re.IGNORECASE)
_AND = lazy(r"\b(?:and|or)\b")
_BETWEEN = " \t\r\n)]}.:,;*_`\"'”’—–-"


def is_told(text: Text) -> bool:
    """Whether an answer begins as a sentence that tells it."""
    return _LEAD.match(text.value) is not None


def answer_told(text: Text) -> Text:
    """An answer without the beginning of the sentence that tells it."""
    lead = _LEAD.match(text.value)
    return text if lead is None else text.slice(lead.end(), len(text.value))


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
