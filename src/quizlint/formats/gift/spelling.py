"""How GIFT spells its texts: backslash escapes, comment lines in between, a gap for the answers."""

import re
from collections.abc import Iterator

from quizlint.text import Decoded, Span, Text

ESCAPE = re.compile(r"\\[\\:#={}~n]")
_STEP = re.compile(r"\\[\\:#={}~n]|[\r\n]++(?P<comment>[ \t]*+//[^\r\n]*+)?")
_BREAK = re.compile(r"[\r\n]")
_PREFIX = re.compile(r"\[(?:html|markdown|plain|moodle)\]", re.IGNORECASE)

CLOZE = re.compile(r"[0-9]{0,4}:[A-Z_]{2,24}:")
"""How answers in Moodle's Cloze notation begin, which GIFT does not know."""

Piece = tuple[str, int, int]


def pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """What `source[start:end]` says: runs of characters that stand for themselves, and escapes."""
    at = start
    for found in _STEP.finditer(source, start, end):
        here, after = found.span()
        if source[here] != "\\" and found["comment"] is None:
            continue  # ends of lines that nothing is wrong with
        if at < here:
            yield source[at:here], at, here
        if source[here] == "\\":
            letter = source[here + 1]
            yield "\n" if letter == "n" else letter, here, after
        at = after
    if at < end:
        yield source[at:end], at, end


class GiftText:
    """A text with backslash escapes; lines of comment inside it are no part of it."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(pieces(source, *span))


GIFT_TEXT = GiftText()


class Gapped:
    """A stem that goes on behind its answers, in whose place a blank is shown."""

    __slots__ = ("_blank", "_close", "_open")

    def __init__(self, start: int, end: int, blank: str) -> None:
        self._open, self._close, self._blank = start, end, blank

    def decode(self, source: str, span: Span) -> Decoded:
        before = Decoded.joined(pieces(source, span.start, self._open))
        after = Decoded.joined(pieces(source, self._close, span.end))
        width = len(self._blank)
        return Decoded(
            before.value + self._blank + after.value,
            [*before.starts, *[self._open] * width, *after.starts],
            [*before.ends, *[self._close] * width, *after.ends],
        )


class Script:
    """A file's text beside a mask of it, in which structure is looked for.

    The mask has the same length. Escapes are NUL in it and comments are spaces, so that each `{`,
    `=` or `#` left there is one that Moodle acts upon.
    """

    __slots__ = ("comments", "mask", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments = tuple(_comments(text))
        mask = text
        if self.comments:
            parts: list[str] = []
            at = 0
            for start, end in self.comments:
                parts += (text[at:start], " " * (end - start))
                at = end
            mask = "".join((*parts, text[at:]))
        if "\\" in mask:
            mask = ESCAPE.sub(_hidden, mask)
        self.mask = mask

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A range without the white space and comments at its ends."""
        held = self.mask[start:end]
        inner = held.lstrip()
        start += len(held) - len(inner)
        return start, start + len(inner.rstrip())

    def leaf(self, start: int, end: int, mark: int) -> Text:
        """The text of a range; of an empty one the place is the character at `mark`."""
        start, end = self.trim(start, end)
        if start >= end:
            return Text("", Span(mark, mark + 1), self.text)
        return self._text(start, end)

    def formatted(self, start: int, end: int, mark: int) -> Text:
        """The same for a text that may begin with the name of its markup, as in `[html]`."""
        return self.leaf(self.behind_format(start, end), end, mark)

    def remark(self, start: int, end: int) -> Text | None:
        """The same for a text that may be absent."""
        start, end = self.trim(start, end)
        start, end = self.trim(self.behind_format(start, end), end)
        return self._text(start, end) if start < end else None

    def behind_format(self, start: int, end: int) -> int:
        """Where a text begins behind the name of its markup, if it has one."""
        start, _ = self.trim(start, end)
        prefix = (
            _PREFIX.match(self.mask, start, end) if self.mask[start : start + 1] == "[" else None
        )
        return start if prefix is None else prefix.end()

    def gapped(self, start: int, end: int, opened: int, closed: int, blank: str) -> Text:
        """The text of a range in which `blank` stands for what lies from `opened` to `closed`."""
        spelling = Gapped(opened, closed, blank)
        span = Span(start, end)
        return Text(spelling.decode(self.text, span).value, span, self.text, spelling)

    def _text(self, start: int, end: int) -> Text:
        value = self.text[start:end]
        span = Span(start, end)
        if "\\" in value or "//" in value:
            value = "".join([piece for piece, _, _ in pieces(self.text, start, end)])
            return Text(value, span, self.text, GIFT_TEXT)
        return Text(value, span, self.text)


def _comments(text: str) -> Iterator[Span]:
    """The comments: lines that begin with two slashes."""
    at = text.find("//")
    while at >= 0:
        before = at
        while before and text[before - 1] in " \t":
            before -= 1
        if before and text[before - 1] not in "\r\n":
            # Only slashes that begin a line matter; look for the next pair behind this one.
            at = text.find("//", at + 2)
            continue
        end = line_end(text, at, len(text))
        yield Span(at, end)
        at = text.find("//", end)


def line_end(text: str, start: int, end: int) -> int:
    """Where the line at `start` ends, at the latest at `end`."""
    found = _BREAK.search(text, start, end)
    return end if found is None else found.start()


def line_break(text: str) -> str:
    """How lines end in a text."""
    at = text.find("\r")
    return "\n" if at < 0 else text[at : at + 1 + text.startswith("\n", at + 1)]


def _hidden(escape: re.Match[str]) -> str:
    return "  " if escape[0] == r"\n" else "\0\0"
