"""What a file's name says of its content."""

import re

KINDS = ("quiz", "cheat-sheet")
"""What a document can say that it is."""

_NATIVE_NAME = re.compile(r"\.(quiz|sheet)\.(ya?ml|json|jsonl|toml|md|markdown)$", re.IGNORECASE)


def claimed_kind(name: str) -> str | None:
    """The kind of document that a name like `x.quiz.yaml` promises, or None."""
    match = _NATIVE_NAME.search(name)
    if match is None:
        return None
    return "quiz" if match[1].lower() == "quiz" else "cheat-sheet"
