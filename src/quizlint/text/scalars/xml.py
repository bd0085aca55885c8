"""How XML spells character data, marked-up text and attributes."""

import re
from collections.abc import Iterator, Sequence

from quizlint.text.span import Decoded, Span

SPACE = " \t\r\n"
"""What XML counts as white space: a no-break space is text."""

PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

_CDATA = "<![CDATA["
_MARK = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?:#[0-9]{1,8}|#x[0-9a-fA-F]{1,7}|amp|lt|gt|quot|apos);|\r\n?",
    re.DOTALL,
)
_IN_ATTRIBUTE = re.compile(
    r"&(?:#[0-9]{1,8}|#x[0-9a-fA-F]{1,7}|amp|lt|gt|quot|apos);|\r\n|[\r\n\t]"
)
_LINE_END = re.compile(r"\r\n?")
_SIGNS = frozenset("<>&")

Piece = tuple[str, int, int]
Hole = tuple[int, int, str]
"""A range of the source that is left out, and what stands for it."""


def character(reference: str) -> str | None:
    """What `&#…;` or one of the five entities of XML stands for; None for a forbidden number."""
    name = reference[1:-1]
    if not name.startswith("#"):
        return PREDEFINED[name]
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    allowed = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return chr(number) if allowed or 0x10000 <= number < 0x110000 else None


def pieces(source: str, start: int, end: int, markup: bool = False) -> Iterator[Piece]:
    """What `source[start:end]` between two tags says: text and where it is spelled.

    Comments and instructions say nothing. With `markup`, tags stay as written, and so do the
    references to their signs: `&lt;b&gt;` is a text about a tag. An entity that XML does
    not know (`&nbsp;`) stands as it is.
    """
    at = start
    for mark in _MARK.finditer(source, start, end):
        here, after = mark.span()
        if at < here:
            yield source[at:here], at, here
        at = after
        match source[here : here + 2]:
            case "<!" if source.startswith(_CDATA, here):
                closed = source.endswith("]]>", here, after)
                yield from lines(source, here + len(_CDATA), after - 3 if closed else after)
            case "<!" | "<?":
                pass
            case written if written[0] == "&":
                said = character(mark[0])
                if said is None or (markup and said in _SIGNS):
                    at = here
                else:
                    yield said, here, after
            case _:
                yield "\n", here, after
    if at < end:
        yield source[at:end], at, end


def lines(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text in which only the ends of lines are spelled in more than one way, as in CDATA."""
    at = start
    for mark in _LINE_END.finditer(source, start, end):
        here, after = mark.span()
        if at < here:
            yield source[at:here], at, here
        yield "\n", here, after
        at = after
    if at < end:
        yield source[at:end], at, end


def around(holes: Sequence[Hole], source: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of marked-up text without the ranges of `holes`, which ascend."""
    for begin, after, instead in holes:
        yield from pieces(source, start, begin, markup=True)
        if instead:
            yield instead, begin, after
        start = after
    yield from pieces(source, start, end, markup=True)


def in_attribute(source: str, start: int, end: int) -> Iterator[Piece]:
    """What an attribute's value in its quotes says. Line breaks and tabs in it are spaces."""
    at = start = start + 1
    end -= 1
    for mark in _IN_ATTRIBUTE.finditer(source, start, end):
        here, after = mark.span()
        said = character(mark[0]) if source[here] == "&" else " "
        if said is None:
            continue
        if at < here:
            yield source[at:here], at, here
        yield said, here, after
        at = after
    if at < end:
        yield source[at:end], at, end


def trimmed(decoded: Decoded) -> Decoded:
    """The same without the white space at both ends, which tools take for layout."""
    value = decoded.value
    first = len(value) - len(value.lstrip(SPACE))
    cut = slice(first, max(first, len(value.rstrip(SPACE))))
    return Decoded(value[cut], decoded.starts[cut], decoded.ends[cut])


class XmlText:
    """Character data: references, CDATA, comments between; white space around it is layout."""

    def decode(self, source: str, span: Span) -> Decoded:
        return trimmed(Decoded.joined(pieces(source, *span)))


class XmlLines:
    """The inside of one CDATA section."""

    def decode(self, source: str, span: Span) -> Decoded:
        return trimmed(Decoded.joined(lines(source, *span)))


class XmlMarkup:
    """Text with tags in it, without some ranges of the source (such as a hint inside an option)."""

    def __init__(self, holes: Sequence[Hole] = ()) -> None:
        self.holes = tuple(holes)

    def decode(self, source: str, span: Span) -> Decoded:
        return trimmed(Decoded.joined(around(self.holes, source, *span)))


class XmlAttribute:
    """An attribute's value with its quotes."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(in_attribute(source, *span))


XML_TEXT = XmlText()
XML_LINES = XmlLines()
XML_MARKUP = XmlMarkup()
XML_ATTRIBUTE = XmlAttribute()
