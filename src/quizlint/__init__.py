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
        Document,
        Finding,
        ItemRef,
        Prompt,
        Question,
        Reading,
        Severity,
    )
    from quizlint.engine.read import read
    from quizlint.engine.result import Diagnostic, Result
    from quizlint.engine.session import check
    from quizlint.rules.base import Rule

__version__ = "0.1.0"

__all__ = [
    "Card",
    "Diagnostic",
    "Document",
    "Finding",
    "ItemRef",
    "Prompt",
    "Question",
    "Reading",
    "Result",
    "Rule",
    "Severity",
    "__version__",
    "check",
    "read",
]

_HOMES = {
    "check": "quizlint.engine.session",
    "read": "quizlint.engine.read",
    "Diagnostic": "quizlint.engine.result",
    "Result": "quizlint.engine.result",
    "Rule": "quizlint.rules.base",
}


def __getattr__(name: str) -> "Any":
    """Import a public name when it is first used, so that `import quizlint` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'quizlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "quizlint.content")), name)
