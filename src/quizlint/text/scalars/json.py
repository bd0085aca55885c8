"""How JSON spells its strings."""

import re
from collections.abc import Iterator

from quizlint.text.span import Decoded, Span

CLOSING = {'"': '"', "'": "'", "“": "”", "”": "”", "„": "”", "‘": "’"}
"""Which mark closes a text that this one opened. Only the first is JSON; authors write them all."""

_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ITSELF = frozenset("\"\\/'")
_STEP = {
    close: re.compile(rf"{close}|\\(?:u([0-9a-fA-F]{{4}})|(.)|\Z)", re.DOTALL)
    for close in frozenset(CLOSING.values())
}
_LOW = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    r"""What `source[start:end]`, a string with its quotes, says: text and where it is spelled.

    A piece is a run of characters that stand for themselves or one escape. Half of a surrogate pair
    becomes U+FFFD; an escape that JSON does not know (`\alpha`) stands for itself; a missing
    closing quote is not missed.
    """
    step = _STEP[CLOSING[source[start]]]
    at = start + 1
    found = step.search(source, at, end)
    while found is not None:
        here, after = found.span()
        code, letter = found.groups()
        if code is None and letter is None:  # the closing quote, or a last lone backslash
            if source[here] == "\\":
                here = after
            if at < here:
                yield source[at:here], at, here
            return
        if code is not None:
            if at < here:
                yield source[at:here], at, here
            number = int(code, 16)
            if 0xD800 <= number < 0xE000:
                low = _LOW.match(source, after, end) if number < 0xDC00 else None
                if low is None:
                    number = 0xFFFD
                else:
                    number = 0x10000 + ((number - 0xD800) << 10) + int(low[1], 16) - 0xDC00
                    after = low.end()
            yield chr(number), here, after
            at = after
        elif letter in _SHORT or letter in _ITSELF:
            if at < here:
                yield source[at:here], at, here
            yield _SHORT.get(letter, letter), here, after
            at = after
        found = step.search(source, after, end)
    if at < end:
        yield source[at:end], at, end


class JsonString:
    """A text in quotes, with backslash escapes."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(pieces(source, *span))


JSON_STRING = JsonString()
