"""quizlint: a linter for cheat sheets and quizzes.

>>> import quizlint
>>> result = quizlint.check(["content/"])
>>> for finding in result.findings:
...     print(finding.place.path, finding.place.line, finding.message)
"""

TYPE_CHECKING = False  # nothing is loaded here: a signal that comes meanwhile gives a traceback
if TYPE_CHECKING:
    from typing import Any

    from quizlint.content import (
        Card,
        Confidence,
        Document,
        Edit,
        Finding,
        Fix,
        Interaction,
        Item,
        ItemRef,
        Key,
        KeyState,
        Option,
        Prompt,
        Question,
        Reading,
        Related,
        Safety,
        Severity,
        Stimulus,
    )
    from quizlint.engine.read import read
    from quizlint.engine.result import Diagnostic, Result
    from quizlint.engine.session import check
    from quizlint.formats.base import Files, Hints
    from quizlint.rules.base import Example, Rule, Threshold
    from quizlint.rules.context import Context, Levels
    from quizlint.rules.when import Selected, Typed, When
    from quizlint.text import Source, Span, Text

__version__ = "0.1.0"

__all__ = [
    "Card",
    "Confidence",
    "Context",
    "Diagnostic",
    "Document",
    "Edit",
    "Example",
    "Files",
    "Finding",
    "Fix",
    "Hints",
    "Interaction",
    "Item",
    "ItemRef",
    "Key",
    "KeyState",
    "Levels",
    "Option",
    "Prompt",
    "Question",
    "Reading",
    "Related",
    "Result",
    "Rule",
    "Safety",
    "Selected",
    "Severity",
    "Source",
    "Span",
    "Stimulus",
    "Text",
    "Threshold",
    "Typed",
    "When",
    "__version__",
    "check",
    "read",
]

_HOMES = {
    **dict.fromkeys(("Source", "Span", "Text"), "quizlint.text"),
    **dict.fromkeys(("Files", "Hints"), "quizlint.formats.base"),
    **dict.fromkeys(("Context", "Levels"), "quizlint.rules.context"),
    **dict.fromkeys(("Selected", "Typed", "When"), "quizlint.rules.when"),
    **dict.fromkeys(("Example", "Rule", "Threshold"), "quizlint.rules.base"),
    **dict.fromkeys(("Diagnostic", "Result"), "quizlint.engine.result"),
    "check": "quizlint.engine.session",
    "read": "quizlint.engine.read",
}
"""Where a public name stands, if not in `quizlint.content`."""


def __getattr__(name: str) -> "Any":
    """Import a public name when it is first used, so that `import quizlint` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'quizlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "quizlint.content")), name)
