"""Which scale a document's labels are on."""

from weakref import WeakKeyDictionary

from quizlint.content import Document
from quizlint.rules.context import Context

TASKS = (("remember", "understand", "apply", "analyze", "evaluate", "create"),)
"""Scales that say what a learner has to do, not who the learner is."""

COMMON = (
    ("easy", "medium", "hard"),
    ("easy", "medium", "hard", "expert"),
    ("easy", "moderate", "hard"),
    ("easy", "intermediate", "hard"),
    ("easy", "intermediate", "difficult"),
    ("easy", "medium", "difficult"),
    ("basic", "intermediate", "advanced"),
    ("basic", "moderate", "challenging"),
    ("novice", "intermediate", "expert"),
    ("beginner", "intermediate", "expert"),
    ("beginner", "intermediate", "advanced", "expert"),
    ("low", "medium", "high"),
    *TASKS,
    ("a1", "a2", "b1", "b2", "c1", "c2"),
    ("1", "2", "3", "4", "5"),
    ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
)
"""Scales that other formats use, easiest first."""


_found: WeakKeyDictionary[Document, dict[tuple[str, ...], tuple[str, ...]]] = WeakKeyDictionary()
"""By document and the settings' scale: every labelled item asks."""


def scale_of(ctx: Context) -> tuple[str, ...]:
    """The scale that a document's labels are judged by, easiest first.

    It is the settings' scale. A document in somebody else's format whose labels all stand on one of
    the common scales, and not all on the settings', is taken to use that one.
    """
    document = ctx.document
    if document.native:
        return ctx.levels.scale
    kept = _found.setdefault(document, {})
    if ctx.levels.scale not in kept:
        kept[ctx.levels.scale] = _scale_of(document, ctx.levels.scale)
    return kept[ctx.levels.scale]


def _scale_of(document: Document, own: tuple[str, ...]) -> tuple[str, ...]:
    used = {
        item.difficulty.plain.casefold()
        for item in document.items
        if item.difficulty is not None and item.difficulty
    }
    if used <= {word.casefold() for word in own}:
        return own
    fitting = [scale for scale in COMMON if len(used & set(scale)) * 2 > len(used)]
    return max(fitting, key=lambda scale: (len(used & set(scale)), -len(scale)), default=own)
