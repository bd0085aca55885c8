"""What a rule says about one place, and how to mend it.

All places are offsets into the text that the rule sees. With the file around them the engine makes
a `Diagnostic` of a `Finding`, a `Repair` of a `Fix`, a `TextEdit` of an `Edit` and a `Note` of a
`Related` (`engine/place.py`), which need that text no more.
"""

from enum import StrEnum
from typing import NamedTuple

from quizlint.content.scale import Confidence, Severity
from quizlint.text import Span


class Safety(StrEnum):
    """A safe fix leaves what a learner sees, and the key, as they were."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace the characters of `span` with `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together, none overlapping another."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


class Related(NamedTuple):
    """Another place that a finding is about.

    In another file, `path` names it, with the 1-based line and column at which `span` begins there.
    """

    span: Span
    message: str
    path: str | None = None
    line: int = 0
    column: int = 0


class Finding(NamedTuple):
    """One thing a rule says about one place.

    `message` is one line: what was seen, and what to do. `route` names the item and its part, like
    `questions[2].options[1]`; the engine fills it in when the rule leaves it empty. `path` is given
    by rules about the bank only, whose places may lie in any file. `severity` is given where one
    rule's findings differ in consequence; what settings say of the rule goes before it.
    """

    code: str
    span: Span
    message: str
    confidence: Confidence
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    route: str = ""
    path: str | None = None
    severity: Severity | None = None
