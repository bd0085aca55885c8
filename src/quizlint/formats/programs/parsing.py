"""Programs as trees of syntax, with places in characters: parsed, never run or imported.

The parser recovers from what is no program, so that the rest of a file keeps its shape. It counts
in bytes; `Parsed` counts in characters of the decoded text, as everything else here does.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from tree_sitter import Language, Node, Parser

from quizlint.text import Span
from quizlint.text.patterns import lazy

PYTHON, SCRIPT, TYPED, TYPED_MARKUP = "Python", "JavaScript", "TypeScript", "TSX"

_SUFFIXES = {
    **dict.fromkeys((".py",), PYTHON),
    **dict.fromkeys((".js", ".mjs", ".cjs", ".jsx"), SCRIPT),
    **dict.fromkeys((".ts", ".mts", ".cts"), TYPED),
    ".tsx": TYPED_MARKUP,
}

_PYTHONIC = lazy(
    r"^(?:from\s+\S+\s+import\b|import\s+\w+|def\s|class\s[^{\n]*:|#|\w+\s*=\s*[\[{(])", 8
)
_SCRIPTED = lazy(r"^(?:export\b|module\.exports|(?:const|let|var)\s|//|/\*|import\b.*[\"'])", 8)


class Parsed(NamedTuple):
    """A parsed program: its root, what it is written in, and the places of its bytes.

    `astral` are the places, in units of two bytes, of the characters that take two units; None
    where a byte is a character.
    """

    root: Node
    language: str
    astral: list[int] | None

    def span(self, node: Node) -> Span:
        """Where a node stands, in characters."""
        return Span(self.at(node.start_byte), self.at(node.end_byte))

    def at(self, byte: int) -> int:
        """The character that begins at a byte of what was parsed."""
        if self.astral is None:
            return byte
        unit = byte >> 1
        return unit - bisect_left(self.astral, unit) if self.astral else unit


def language_of(name: str, text: str) -> str:
    """What a program is written in: by its name, or where that is silent by its lines."""
    lower = name.lower()
    for suffix, language in _SUFFIXES.items():
        if lower.endswith(suffix):
            return language
    scripted, pythonic = _SCRIPTED.search(text), _PYTHONIC.search(text)
    if pythonic and not scripted:
        return PYTHON
    return TYPED_MARKUP


def parse(text: str, language: str) -> Parsed:
    """The tree of a program."""
    parser = _parser(language)
    if text.isascii():
        return Parsed(parser.parse(text.encode("ascii")).root_node, language, None)
    astral: list[int] = []
    if max(text) > "\uffff":
        astral = [at + count for count, at in enumerate(_astral(text))]
    data = text.encode("utf-16-le", "surrogatepass")
    return Parsed(parser.parse(data, encoding="utf16le").root_node, language, astral)


_ASTRAL = lazy("[\U00010000-\U0010ffff]")


def _astral(text: str) -> list[int]:
    return [found.start() for found in _ASTRAL.finditer(text)]


@cache
def _parser(language: str) -> Parser:
    """The parser of a language. A grammar is loaded when a file in it is first read."""
    if language == PYTHON:
        import tree_sitter_python as python

        return Parser(Language(python.language()))
    if language == SCRIPT:
        import tree_sitter_javascript as script

        return Parser(Language(script.language()))
    import tree_sitter_typescript as typed

    grammar = typed.language_typescript() if language == TYPED else typed.language_tsx()
    return Parser(Language(grammar))
