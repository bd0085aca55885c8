"""How YAML spells its scalars.

Each spelling decodes a raw slice the way libyaml's scanner does and keeps the place of every
character. Spans may begin with an anchor or a tag. What libyaml refuses and the reader forgives (a
backslash in double quotes that begins no escape) stands for itself.
"""

import re

from quizlint.text.span import Decoded, Span

_BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_GAP = re.compile(f"[ \t{_BREAKS}]+")
_PROPERTIES = re.compile(
    f"(?:[ \t{_BREAKS}]+(?:#[^{_BREAKS}]*)?"
    "|&[A-Za-z0-9_-]+"
    "|!<[^>]*>"
    "|![A-Za-z0-9_;/?:@&=+$,.!~*'()%\\[\\]-]*"  # libyaml takes , [ ] even inside flow
    ")*"
)
_ESCAPE = re.compile(
    f"\\\\(?:x([0-9a-fA-F]{{2}})|u([0-9a-fA-F]{{4}})|U([0-9a-fA-F]{{8}})|(\r\n|[{_BREAKS}])|(.))",
    re.DOTALL,
)
_HEADER = re.compile(f"[|>][+-]?([0-9]?)[+-]?[^{_BREAKS}]*(?:\r\n|[{_BREAKS}])?")
_BLANK_LINE = re.compile(f"( *)(\r\n|[{_BREAKS}])?")
_REST_OF_LINE = re.compile(f"[^{_BREAKS}]*")
_SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "'": "'",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def content_start(source: str, start: int, end: int) -> int:
    """Where a node's own text begins behind its anchor and tag, if it has any."""
    if source[start : start + 1] in ("&", "!"):
        found = _PROPERTIES.match(source, start, end)
        assert found is not None
        return found.end()
    return start


def escaped(source: str, at: int) -> tuple[str, int] | None:
    """What the escape at `at` (its backslash) stands for and where it ends; None if it is none.

    A backslash at a line's end stands for nothing: it joins the lines.
    """
    found = _ESCAPE.match(source, at)
    if found is None:
        return None
    *codes, line_end, letter = found.groups()
    if line_end is not None:
        return "", found.end()
    if letter is not None:
        short = _SHORT.get(letter)
        return None if short is None else (short, found.end())
    number = int("".join(filter(None, codes)), 16)
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return None
    return chr(number), found.end()


class _Characters:
    """Decoded characters and their places."""

    __slots__ = ("_ends", "_parts", "_starts")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def run(self, source: str, start: int, end: int) -> None:
        """Characters that stand for themselves."""
        self._parts.append(source[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def one(self, char: str, start: int, end: int) -> None:
        """A character that is spelled by a range."""
        self._parts.append(char)
        self._starts.append(start)
        self._ends.append(end)

    def spread(self, chars: list[tuple[str, int]], end: int) -> None:
        """Characters of which each is spelled by all up to the next one, the last up to `end`."""
        starts = [start for _, start in chars]
        self._parts.extend(char for char, _ in chars)
        self._starts.extend(starts)
        self._ends.extend([*starts[1:], end][: len(starts)])

    def decoded(self) -> Decoded:
        return Decoded("".join(self._parts), self._starts, self._ends)


def _break_character(written: str) -> str:
    """What a line break is read as; the two Unicode separators are kept."""
    return written if written in "\u2028\u2029" else "\n"


class Flow:
    """Plain and quoted scalars: line breaks fold, quotes and escapes are decoded.

    `special` are the characters besides blanks and breaks that do not stand for themselves.
    """

    __slots__ = ("_quotes", "_run")

    def __init__(self, special: str, quotes: int) -> None:
        self._run = re.compile(f"[^ \t{_BREAKS}{re.escape(special)}]+")
        self._quotes = quotes

    def decode(self, source: str, span: Span) -> Decoded:
        out = _Characters()
        at = content_start(source, *span) + self._quotes
        end = span.end - self._quotes
        while at < end:
            run = self._run.match(source, at, end)
            if run is not None:
                out.run(source, at, run.end())
                at = run.end()
            elif source[at] == "'":
                out.one("'", at, at + 2)
                at += 2
            elif source[at] == "\\":
                at = self._escape(source, at, end, out)
            else:
                at = self._gap(source, at, end, out)
        return out.decoded()

    def _escape(self, source: str, at: int, end: int, out: _Characters) -> int:
        found = escaped(source, at)
        if found is None:
            out.run(source, at, at + 1)
            return at + 1
        char, after = found
        if char:
            out.one(char, at, after)
            return after
        return self._gap(source, at + 1, end, out, joined=True)

    @staticmethod
    def _gap(source: str, at: int, end: int, out: _Characters, joined: bool = False) -> int:
        """Blanks and breaks: blanks alone stay, one break is a space, more lose the first.

        `joined`: the first break was escaped and is nothing at all.
        """
        gap = _GAP.match(source, at, end)
        assert gap is not None
        breaks = [
            (_break_character(each[0]), each.start())
            for each in _BREAK.finditer(source, at, gap.end())
        ]
        if not breaks:
            out.run(source, at, gap.end())
            return gap.end()
        if joined:
            kept = breaks[1:]
        elif breaks[0][0] == "\n":
            kept = breaks[1:] or [(" ", at)]
        else:
            kept = breaks
        if kept and not joined:
            kept[0] = (kept[0][0], at)
        out.spread(kept, gap.end())
        return gap.end()


class BlockScalar:
    """Literal (`|`) and folded (`>`) scalars.

    `parent` is the 0-based column of the block collection around the scalar, -1 where there is
    none; it matters only for a header with an indentation indicator. A span that ends with the
    last line's text, before its break, is understood.
    """

    __slots__ = ("_folds", "_parent")

    def __init__(self, folds: bool, parent: int = -1) -> None:
        self._folds = folds
        self._parent = parent

    def decode(self, source: str, span: Span) -> Decoded:
        end = span.end
        header = _HEADER.match(source, content_start(source, *span), end)
        if header is None:
            return Decoded("", (), ())
        at = header.end()
        indent = (
            max(self._parent, 0) + int(header[1]) if header[1] else _indentation(source, at, end)
        )
        out = _Characters()
        breaks: list[tuple[str, int, int]] = []  # since the last line with text
        begun = hung = False
        while at < end:
            line = _BLANK_LINE.match(source, at, end)
            assert line is not None
            text = min(line.end(1), at + indent)
            if text < line.end(1) or line[2] is None:
                if text - at < indent or text == end:
                    break
                hangs = source[text] in " \t"
                folds = self._folds and begun and not hung and not hangs and breaks[0][0] == "\n"
                out.spread(_joint(breaks, folds), text)
                rest = _REST_OF_LINE.match(source, text, end)
                assert rest is not None
                out.run(source, text, rest.end())
                begun, hung, at, breaks = True, hangs, rest.end(), []
                line_end = _BREAK.match(source, at)  # may lie behind the span
            else:
                line_end = _BREAK.match(source, line.end(1), end)
            if line_end is None:
                break
            breaks.append((_break_character(line_end[0]), *line_end.span()))
            at = line_end.end()
        written = header[0][:3]
        kept = breaks if "+" in written else breaks[:1] if begun and "-" not in written else []
        if kept:
            out.spread([(char, start) for char, start, _ in kept], kept[-1][2])
        return out.decoded()


def _joint(breaks: list[tuple[str, int, int]], folds: bool) -> list[tuple[str, int]]:
    """What the breaks between two lines with text are read as, and where each begins."""
    kept = [(char, start) for char, start, _ in breaks]
    if not folds:
        return kept
    first = kept[0][1]
    kept = kept[1:] or [(" ", first)]
    kept[0] = (kept[0][0], first)
    return kept


def _indentation(source: str, at: int, end: int) -> int:
    """The indentation of a block scalar without an indicator: its first line's with text."""
    widest = 1
    while True:
        line = _BLANK_LINE.match(source, at, end)
        assert line is not None
        widest = max(widest, line.end(1) - at)
        if line[2] is None:
            return widest
        at = line.end()


PLAIN = Flow("", 0)
SINGLE = Flow("'", 1)
DOUBLE = Flow('"\\', 1)
LITERAL = BlockScalar(folds=False)
FOLDED = BlockScalar(folds=True)
