"""Regular expressions by which tools mark what is typed, where they stand for one plain text."""

import re

from quizlint.text import Text

_PLAIN = re.compile(
    r"(?:\^|\\b)?(?:\\s\*)?(?P<said>(?:[^\\^$.|?*+()\[\]{}]|\\[^\w\s])+?)(?:\\s\*)?(?:\$|\\b)?"
)
_ESCAPED = re.compile(r"\\[^\w\s]")


def plainly(pattern: Text) -> Text | None:
    """The one text that a pattern takes, but for its anchors; None where it takes several.

    A text in which a sign is escaped is left out too: what it stands for is not what is written.
    """
    whole = _PLAIN.fullmatch(pattern.value.strip())
    if whole is None or _ESCAPED.search(whole["said"]):
        return None
    before = len(pattern.value) - len(pattern.value.lstrip())
    start, end = whole.span("said")
    return pattern.slice(before + start, before + end)
