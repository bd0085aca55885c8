"""How programs spell their texts: the strings of JavaScript, TypeScript and Python."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from quizlint.text.patterns import lazy
from quizlint.text.span import Decoded, Span

Piece = tuple[str, int, int]
Meaning = Callable[[str, "re.Match[str]", int], tuple[str, int]]

_SCRIPT = lazy(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|u\{(?P<long>[0-9a-fA-F]{1,6})\}"
    r"|(?P<line>\r\n|[\n\r\u2028\u2029])|(?P<one>.|\Z))|(?P<crlf>\r\n?)",
    re.DOTALL,
)
_PYTHON = lazy(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8})"
    r"|N\{(?P<name>[^}\n]*)\}|(?P<octal>[0-7]{1,3})|(?P<line>\r\n|[\n\r])|(?P<one>.|\Z))"
    r"|(?P<crlf>\r\n?)",
    re.DOTALL,
)
_LOW = lazy(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_OPENING = lazy(r"([rRbBuUfFtT]{0,3})(\"\"\"|'''|\"|')")

_ONE_SCRIPT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
_ONE_PYTHON = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ITSELF = "\\'\""


def script_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """What `source[start:end]`, a string or template with its quotes, says, and where.

    A missing closing quote is not missed; half of a surrogate pair becomes U+FFFD.
    """
    quote = source[start : start + 1]
    inner = end - (end - start > 1 and source[end - 1] == quote)
    return _pieces(source, start + 1, inner, _SCRIPT, _of_script)


def python_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """The same of one string of Python, with its prefix and its quotes."""
    opening = _OPENING.match(source, start, end)
    if opening is None:
        return iter([(source[start:end], start, end)])
    quote = opening[2]
    closed = source.endswith(quote, opening.end(), end)
    inner = end - len(quote) if closed else end
    if "r" in opening[1].lower():
        return iter([(source[opening.end() : inner], opening.end(), inner)])
    return _pieces(source, opening.end(), inner, _PYTHON, _of_python)


def _pieces(
    source: str, at: int, end: int, step: "re.Pattern[str]", of: Meaning
) -> Iterator[Piece]:
    found = step.search(source, at, end)
    while found is not None:
        here = found.start()
        text, after = of(source, found, end)
        if at < here:
            yield source[at:here], at, here
        if text:
            yield text, here, after
        at = after
        found = step.search(source, at, end) if at < end else None
    if at < end:
        yield source[at:end], at, end


def _of_script(source: str, found: "re.Match[str]", end: int) -> tuple[str, int]:
    if (code := _coded(source, found, end)) is not None:
        return code
    one = found["one"]
    if one is None:
        return ("\n" if found["crlf"] else ""), found.end()
    return _ONE_SCRIPT.get(one, one or "\\"), found.end()


def _of_python(source: str, found: "re.Match[str]", end: int) -> tuple[str, int]:
    if (code := _coded(source, found, end)) is not None:
        return code
    if found["octal"]:
        return chr(int(found["octal"], 8)), found.end()
    if found["name"] is not None:
        try:
            return unicodedata.lookup(found["name"]), found.end()
        except KeyError:
            return "\ufffd", found.end()
    one = found["one"]
    if one is None:
        return ("\n" if found["crlf"] else ""), found.end()
    if one and one in _ITSELF:
        return one, found.end()
    return _ONE_PYTHON.get(one, found[0]), found.end()


def _coded(source: str, found: "re.Match[str]", end: int) -> tuple[str, int] | None:
    """The character of an escape that gives its number, and where it ends."""
    written = found["x"] or found["u"] or found["long"]
    if not written:
        return None
    number, after = int(written, 16), found.end()
    if 0xD800 <= number < 0xDC00 and (low := _LOW.match(source, after, end)) is not None:
        number = 0x10000 + ((number - 0xD800) << 10) + int(low[1], 16) - 0xDC00
        after = low.end()
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        number = 0xFFFD
    return chr(number), after


class ScriptString:
    """A string of JavaScript in its quotes, or a template without expressions in its backticks."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(script_pieces(source, *span))


class PythonString:
    """A string of Python with its prefix, in one or three quotes of either kind."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(python_pieces(source, *span))


class Joined:
    """Strings that stand one behind another, or with a plus between: together one text.

    `parts` are their places.
    """

    __slots__ = ("_parts", "_pieces")

    def __init__(
        self, parts: Sequence[tuple[int, int]], pieces: Callable[[str, int, int], Iterator[Piece]]
    ) -> None:
        self._parts = parts
        self._pieces = pieces

    def decode(self, source: str, _span: Span) -> Decoded:
        return Decoded.joined(
            chain.from_iterable(self._pieces(source, *part) for part in self._parts)
        )


SCRIPT_STRING = ScriptString()
PYTHON_STRING = PythonString()
