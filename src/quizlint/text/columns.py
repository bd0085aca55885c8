"""Columns in the units that other tools count in."""


def utf16_column(line: str, column: int) -> int:
    """The 1-based UTF-16 column of a 1-based code-point column in `line` (LSP, SARIF)."""
    return column + sum(char > "\uffff" for char in line[: column - 1])


def utf8_column(line: str, column: int) -> int:
    """The 1-based byte column of a 1-based code-point column in `line` (compilers, Neovim)."""
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1


def codepoint_column(line: str, utf16: int) -> int:
    """The 1-based code-point column of a 1-based UTF-16 column; the inverse of `utf16_column`."""
    units = 1
    for index, char in enumerate(line, start=1):
        if units >= utf16:
            return index
        units += 2 if char > "\uffff" else 1
    return len(line) + 1
