"""What a rule says about one place, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from quizlint.content.scale import Confidence
from quizlint.text import Span


class Safety(StrEnum):
    """A safe fix leaves what a learner sees, and the key, as they were."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of `span` with `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, none overlapping another."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about.

    In another file, `path` names it, with the 1-based line and column at which `span` begins there.
    """

    span: Span
    message: str
    path: str | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule says about one place.

    `message` is one line: what was seen, and what to do. `route` names the item and its part, like
    `questions[2].options[1]`; the engine fills it in when the rule leaves it empty. `path` is given
    by rules about the bank only, whose places may lie in any file.
    """

    code: str
    span: Span
    message: str
    confidence: Confidence
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    route: str = ""
    path: str | None = None
