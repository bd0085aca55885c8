"""From Markdown and HTML as written inside a value to what a reader sees of it.

Where it is not certain that something is markup, its characters are kept: a leftover asterisk does
little harm, while `<b>` and `**` eaten out of two different answers would make them equal.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize


class Plain(NamedTuple):
    """What is left of a value. `starts[i]` and `ends[i]` are the range of it that gives `text[i]`.

    `code` and `math` are ranges in `text`.
    """

    text: str
    starts: list[int]
    ends: list[int]
    code: tuple[tuple[int, int], ...]
    math: tuple[tuple[int, int], ...]
    media: bool


ELEMENTS = frozenset(
    "a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn "
    "div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark math ol p pre "
    "q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt "
    "u ul var wbr".split()
)
"""HTML elements that authors mark texts up with; any other `<word>` is content."""

_BREAKING = frozenset(
    "blockquote br dd div dl dt figure hr li ol p pre section table td th tr ul".split()
)
_PAIRED_CODE = frozenset(("code", "pre", "kbd", "samp", "tt"))

_FENCE = re.compile(r"^[ \t]{0,12}(?P<fence>`{3,}|~{3,})[^\n`]*(?:\n|\Z)", re.MULTILINE)
_TICKS = re.compile("`+")
_TAG = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>", re.DOTALL)
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(
    r"(?P<bang>!?)\[(?P<text>[^\[\]]*)\]"
    r"(?P<target>\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+[\"'][^\"'()]*[\"'])?\)|\[[^\[\]\s]+\])"
    r"(?:\{[^{}\n]*\})?"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DELIMITER = re.compile(r"\*{1,3}|_{1,3}|~~")
_LINE_MARK = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)", re.MULTILINE
)
_MATH = re.compile(
    r"\$\$[^$]+\$\$|\\\(.+?\\\)|\\\[.+?\\\]|(?<![\\$\w])\$(?=\S)(?:[^$\\\n]|\\.)+(?<=\S)\$(?![\d$])",
    re.DOTALL,
)
_DUNDER = re.compile(r"__[a-z0-9_]+__")


def strip(value: str) -> Plain:
    """What a reader sees of a value: markup gone, entities decoded, space collapsed, NFC."""
    work = _Work(value)
    work.markup()
    plain = work.assemble()
    if not plain.text and value.strip():  # a text that is nothing but markup is about markup
        plain = _Work(value).assemble()._replace(media=work.media)
    return plain if plain.text.isascii() or is_normalized("NFC", plain.text) else _composed(plain)


class _Work:
    """A value with notes on which of its characters are markup.

    `fate` has a letter for each character: kept, dropped, or literal (kept, and no markup).
    """

    KEEP, DROP, LITERAL = 0, 1, 2

    def __init__(self, value: str) -> None:
        self.value = value
        self.fate = bytearray(len(value))
        self.instead: dict[int, str] = {}  # what stands for the dropped characters from here on
        self.code: list[tuple[int, int]] = []
        self.math: list[tuple[int, int]] = []
        self.media = False

    def markup(self) -> None:
        """Take note of all markup, the kinds that make others literal first."""
        value = self.value
        if "```" in value or "~~~" in value:
            self._fences()
        if "`" in value:
            self._code_spans()
        if "$" in value or "\\(" in value or "\\[" in value:
            self._math()
        if "<" in value:
            self._tags()
        if "](" in value or "][" in value:
            self._links()
        if "\\" in value:
            for match in self._free(_ESCAPE):
                self._drop(match.start(), match.start() + 1)
                self.fate[match.start() + 1] = self.LITERAL
        if "&" in value:
            self._entities()
        if "*" in value or "_" in value or "~~" in value:
            self._emphasis()
        if "\n" in value.strip():
            for match in self._free(_LINE_MARK):
                self._drop(*match.span())

    def _free(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that begin at a character that is not spoken for."""
        return (m for m in pattern.finditer(self.value) if self.fate[m.start()] == self.KEEP)

    def _drop(self, start: int, end: int, instead: str = "") -> None:
        self.fate[start:end] = bytes([self.DROP]) * (end - start)
        if instead:
            self.instead[start] = instead

    def _literal(self, start: int, end: int) -> None:
        self.fate[start:end] = bytes([self.LITERAL]) * (end - start)

    def _fences(self) -> None:
        opened: re.Match[str] | None = None
        for match in _FENCE.finditer(self.value):
            if opened is None:
                opened = match
            elif match["fence"].startswith(opened["fence"]):
                self._fenced(opened, match.start(), match.end())
                opened = None
        if opened is not None:
            self._fenced(opened, len(self.value), len(self.value))

    def _fenced(self, opened: re.Match[str], close: int, end: int) -> None:
        self._drop(*opened.span(), " ")
        self._literal(opened.end(), close)
        self._drop(close, end, " ")
        self.code.append((opened.end(), close))

    def _code_spans(self) -> None:
        runs = [m.span() for m in _TICKS.finditer(self.value) if self.fate[m.start()] == self.KEEP]
        places: dict[int, list[int]] = {}
        for index, (start, end) in enumerate(runs):
            places.setdefault(end - start, []).append(index)
        index = 0
        while index < len(runs):
            start, end = runs[index]
            alike = places[end - start]
            after = bisect_right(alike, index)
            if after == len(alike):
                index += 1
                continue
            closing = alike[after]
            close, close_end = runs[closing]
            self._drop(start, end)
            self._literal(end, close)
            self._drop(close, close_end)
            self.code.append((end, close))
            index = closing + 1

    def _math(self) -> None:
        for match in self._free(_MATH):
            self._literal(*match.span())
            self.math.append(match.span())

    def _tags(self) -> None:
        open_code: dict[str, int] = {}
        for match in self._free(_AUTOLINK):
            self._drop(match.start(), match.start() + 1)
            self._literal(*match.span(1))
            self._drop(match.end() - 1, match.end())
        for match in self._free(_TAG):
            name = (match[1] or "").lower()
            generic = match[1] is not None and len(match[1]) == 1 and match[1].isupper()
            if name and (name not in ELEMENTS or generic):  # List<T>, Map<U> are code
                continue
            closing = match[0].startswith("</")
            self.media |= name == "img"
            self._drop(*match.span(), " " if name in _BREAKING else "")
            if name in _PAIRED_CODE and not closing:
                open_code[name] = match.end()
            elif closing and name in open_code:
                begin = open_code.pop(name)
                self.code.append((begin, match.start()))
            if name == "img" and (alt := _alt().search(match[0])):
                self.instead[match.start()] = f" {alt[1]} "

    def _links(self) -> None:
        for match in self._free(_LINK):
            if match["bang"]:
                self.media = True
            self._drop(match.start(), match.start("text"))
            self._drop(match.end("text"), match.end())

    def _entities(self) -> None:
        from html import unescape

        for match in self._free(_ENTITY):
            decoded = unescape(match[0])
            if decoded != match[0]:
                self._drop(*match.span(), decoded)

    def _emphasis(self) -> None:
        value = self.value
        dunders = {m.start(): m.end() for m in _DUNDER.finditer(value)} if "__" in value else {}
        skip_to = 0
        opened: dict[str, int] = {}
        for match in self._free(_DELIMITER):
            start, end = match.span()
            if start < skip_to:
                continue
            if start in dunders and not value[max(0, start - 1) : start].isalnum():
                skip_to = dunders[start]
                continue
            before, after = value[start - 1 : start] or " ", value[end : end + 1] or " "
            mark = match[0]
            if mark in opened and not before.isspace() and not after.isalnum():
                begin = opened.pop(mark)
                self._drop(begin, begin + len(mark))
                self._drop(start, end)
            elif not after.isspace() and not before.isalnum():
                opened[mark] = start

    def assemble(self) -> Plain:
        """Join what is kept, collapsing white space."""
        chars: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        position: list[int] = []  # for each character of the value, where the text then stood
        gap: tuple[int, int] | None = None
        for index, char in enumerate(self.value):
            position.append(len(chars) + (gap is not None and bool(chars)))
            if self.fate[index] == self.DROP:
                pieces = self.instead.get(index, "")
                end = self._dropped_until(index) if pieces else index + 1
            else:
                pieces, end = char, index + 1
            for piece in pieces:
                if piece.isspace():
                    gap = (gap[0] if gap else index, end)
                    continue
                if gap is not None and chars:
                    chars.append(" ")
                    starts.append(gap[0])
                    ends.append(gap[1])
                gap = None
                chars.append(piece)
                starts.append(index)
                ends.append(end)
        length = len(chars)
        position.append(length)
        ranges = [
            tuple((min(position[a], length), min(position[b], length)) for a, b in sorted(found))
            for found in (self.code, self.math)
        ]
        return Plain("".join(chars), starts, ends, ranges[0], ranges[1], self.media)

    def _dropped_until(self, index: int) -> int:
        end = index + 1
        while end < len(self.fate) and self.fate[end] == self.DROP and end not in self.instead:
            end += 1
        return end


@cache
def _alt() -> re.Pattern[str]:
    return re.compile(r"\salt\s*=\s*[\"']([^\"'<>]*)[\"']", re.IGNORECASE)


def _composed(plain: Plain) -> Plain:
    """The same in NFC: each composed character stands for all it is made of."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    where: list[int] = []  # for each character before, where its group begins
    at = 0
    while at < len(plain.text):
        to = at + 1
        while to < len(plain.text) and _joins(plain.text[to]):
            to += 1
        group = normalize("NFC", plain.text[at:to])
        where.extend([len(text)] * (to - at))
        text.extend(group)
        starts.extend([plain.starts[at]] * len(group))
        ends.extend([plain.ends[to - 1]] * len(group))
        at = to
    where.append(len(text))
    whole = normalize("NFC", plain.text)
    if "".join(text) != whole:  # scripts that compose in other ways: the place is the whole value
        count = len(whole)
        return Plain(
            whole, [plain.starts[0]] * count, [plain.ends[-1]] * count, (), (), plain.media
        )
    code, math = (
        tuple((where[a], where[b]) for a, b in found) for found in (plain.code, plain.math)
    )
    return Plain("".join(text), starts, ends, code, math, plain.media)


def _joins(char: str) -> bool:
    """Whether a character may compose with the one before it: marks, and Hangul vowels and ends."""
    return combining(char) != 0 or "\u1160" <= char <= "\u11ff"
