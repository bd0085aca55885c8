"""Regular expressions by which tools mark what is typed, where they stand for one plain text."""

import re

from quizlint.text import Text

_PLAIN = re.compile(
    r"(?:\^|\\{1,2}b)?(?:\\s\*)?(?P<said>[^\\^$.|?*+()\[\]{}]+?)(?:\\s\*)?(?:\$|\\{1,2}b)?"
)


def plainly(pattern: Text) -> Text | None:
    """The one text that a pattern takes, without its anchors; None where it takes several."""
    before = len(pattern.value) - len(pattern.value.lstrip())
    whole = _PLAIN.fullmatch(pattern.value.strip())
    if whole is None:
        return None
    start, end = whole.span("said")
    return pattern.slice(before + start, before + end)
