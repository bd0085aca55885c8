"""How messages speak of options and quote what was written."""

SHOWN = 60
"""Characters of an author's text that a message quotes."""


def letter(index: int) -> str:
    """What a message calls the option at a 0-based index: A … Z, then AA, AB …"""
    name = chr(ord("A") + index % 26)
    return name if index < 26 else letter(index // 26 - 1) + name


def quote(text: str) -> str:
    """An author's text in quotes, on one line and cut to a readable length."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + '…'}'"


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; nothing for none."""
    *rest, final = words or [""]
    return f"{', '.join(rest)} {last} {final}" if rest else final
