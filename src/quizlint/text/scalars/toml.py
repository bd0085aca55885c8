"""How TOML spells its strings."""

import re
from collections.abc import Iterator

from quizlint.text.span import Decoded, Span

_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_BASIC = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*\r?\n[ \t\r\n]*)|(.)|\Z)|\r\n", re.DOTALL
)
_LITERAL = re.compile(r"\r\n")


def pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    r"""What `source[start:end]`, a string with its quotes, says: text and where it is spelled.

    A piece is a run of characters that stand for themselves, one escape, or one CRLF, which counts
    as one line feed. Escapes that TOML does not know stand for themselves; a missing closing quote
    is not missed.
    """
    quote = source[start]
    mark = quote * 3
    if source.startswith(mark, start) and end - start >= 6:
        at, end = start + 3, end - 3 if source.endswith(mark, start, end) else end
        if source.startswith("\n", at):
            at += 1
        elif source.startswith("\r\n", at):
            at += 2
    else:
        at = start + 1
        if end > at and source[end - 1] == quote:
            end -= 1
    for found in (_BASIC if quote == '"' else _LITERAL).finditer(source, at, end):
        here, after = found.span()
        text = _meaning(found)
        if text is None:
            continue
        if at < here:
            yield source[at:here], at, here
        if text:
            yield text, here, after
        at = after
    if at < end:
        yield source[at:end], at, end


def _meaning(found: re.Match[str]) -> str | None:
    """What an escape or a CRLF stands for; None where it stands for itself."""
    if found[0] == "\r\n":
        return "\n"
    short, long, folded, letter = found.groups()
    if folded is not None:
        return ""
    code = short or long
    if code is None:
        return _SHORT.get(letter)
    number = int(code, 16)
    return chr(number) if number < 0xD800 or 0xDFFF < number < 0x110000 else None


class TomlString:
    """A text in one or three quotes, basic or literal."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(pieces(source, *span))


TOML_STRING = TomlString()
