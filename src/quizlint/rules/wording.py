"""How messages speak of options and quote what was written."""

from quizlint.text.letters import letter as letter  # rules have all words from here

SHOWN = 60
"""Characters of an author's text that a message quotes."""


def quote(text: str) -> str:
    """An author's text in quotes, on one line and cut to a readable length."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + '…'}'"


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *rest, final = words
    return f"{', '.join(rest)} {last} {final}" if rest else final
