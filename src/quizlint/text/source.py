"""A file's text: decoded once, with its line map."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quizlint.text.span import Span

BOM = b"\xef\xbb\xbf"


class Position(NamedTuple):
    """A place for people: 1-based line, 1-based column in code points."""

    line: int
    column: int


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """One file's decoded text.

    `text` has no byte-order mark and keeps its line endings. `encoding` is `utf-8` unless the bytes
    were something else; then `undecodable` is the offset in `text` of the first character that
    was not UTF-8.
    """

    path: str
    text: str
    bom: bool = False
    encoding: str = "utf-8"
    undecodable: int | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text):,} characters)"

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> "Source":
        """Decode `data`: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

        Never fails: the readable part of a wrongly encoded file is still worth checking.
        """
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return cls(path, data.decode("utf-16", "replace"), True, "utf-16", 0)
        bom = data.startswith(BOM)
        body = data[len(BOM) :] if bom else data
        try:
            return cls(path, body.decode("utf-8"), bom)
        except UnicodeDecodeError as error:
            # One byte is one character in both fallbacks, so the byte offset is the place.
            encoding = "cp1252" if _is_windows_text(body) else "latin-1"
            return cls(path, body.decode(encoding), bom, encoding, error.start)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; LF, CRLF and CR end a line, as in editors."""
        text = self.text
        starts = [0]
        at = text.find("\n")
        if "\r" not in text:
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return starts
        length = len(text)
        for index, char in enumerate(text):
            if char == "\n" or (
                char == "\r" and not (index + 1 < length and text[index + 1] == "\n")
            ):
                starts.append(index + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def extent(self, span: Span) -> tuple[Position, Position]:
        """Where a range begins, and where the character behind it stands."""
        return self.position(span.start), self.position(span.end)

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line ending."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def line_length(self, line: int) -> int:
        """The number of characters of a 1-based line, its line ending included."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return end - starts[line - 1]

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and code-point column, clamped to the text."""
        if line > len(self.line_starts):
            return len(self.text)
        return min(self.line_starts[line - 1] + column - 1, len(self.text))


def _is_windows_text(data: bytes) -> bool:
    """Whether the bytes decode as Windows-1252, which leaves five bytes undefined."""
    return not any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
