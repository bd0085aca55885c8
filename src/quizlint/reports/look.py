"""How text for people looks: colour, safe characters, widths."""

import os
import re
from posixpath import normpath
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from quizlint.content import Severity

DRIVING = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""For a class of a pattern: what drives a terminal or reorders a line, or is no character, beside
the controls of ASCII."""

COMMAND = r"(?<=#)#(?=\[|vso\[|teamcity\[)"
"""The second sign of what build servers take for a command wherever it stands in a line."""

_UNSAFE = re.compile(f"[\x00-\x08\x0a-\x1f{DRIVING}]|{COMMAND}")
_ROUTE = re.compile(r"(?:\[([0-9]{1,9})\]\.)?(?:.*\.)?([a-z]*)\[([0-9]{1,9})\]", re.DOTALL)
_OPTION = re.compile(r"\.options\[([0-9]{1,9})\]\Z")
_COLOURS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2", "green": "32"}


class Look(NamedTuple):
    """Whether to colour, and the way from the working directory to the result's root.

    `within` is where that root lies in the repository, whose own root services count paths from;
    None where there is no repository.
    """

    colour: bool = False
    root: str = "."
    within: str | None = None

    def path(self, path: str) -> str:
        """A path of the result as a user here would type it, safe to print."""
        return printed(self.relative(path))

    def rooted(self, path: str) -> str:
        """A path of the result from the repository's root, for machines; else from here."""
        if self.within is None:
            return self.relative(path)
        rooted = normpath(f"{self.within}/{path}")
        return self.relative(path) if rooted.startswith(("../", "/")) else rooted

    def relative(self, path: str) -> str:
        """A path of the result from the working directory."""
        if self.root == ".":
            return path
        return os.path.relpath(f"{self.root}/{path}").replace(os.sep, "/")

    def paint(self, text: str, style: str) -> str:
        """`text` in a style: a severity's name, `bold`, `dim` or `green`."""
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and text else text

    def link(self, text: str, url: str) -> str:
        """`text` as a link, if there is an address, on terminals that know links."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.colour and url else text

    def severity(self, severity: Severity) -> str:
        """A severity's name in its colour."""
        return self.paint(str(severity), str(severity))


PLAIN = Look()


def safe(text: str) -> str:
    """`text` with characters that could drive a terminal, or reorder a line, made visible."""
    return text if is_harmless(text) else _UNSAFE.sub(_spelt, text)


def is_harmless(text: str) -> bool:
    """Whether nothing in a text could be more than text; of most this is said at a glance."""
    return text.isprintable() and "##" not in text


def _spelt(match: re.Match[str]) -> str:
    code = ord(match[0])
    # Bytes of a file's name that are no UTF-8 come as lone surrogates.
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def printed(path: str) -> str:
    """A path, safe to print at the start of a line too, where `::` begins a workflow's command."""
    text = safe(path)
    return f"./{text}" if text.lstrip().startswith("::") else text


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if combining(char) or char in "\u200b\u200c\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def plural(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def item_name(item: str) -> str:
    """What people call an item: its id, or `question 3` for the route `questions[2]`."""
    match = _ROUTE.fullmatch(item)
    if match is None:
        return item
    document = f" of document {int(match[1]) + 1}" if match[1] else ""
    return f"{match[2].removesuffix('s') or 'item'} {int(match[3]) + 1}{document}"


def option_of(route: str) -> int | None:
    """The option that a route leads to, from 0."""
    match = _OPTION.search(route)
    return int(match[1]) if match else None
