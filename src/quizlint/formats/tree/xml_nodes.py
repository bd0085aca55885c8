"""The elements of an XML file. Their texts and attributes are read when they are asked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizlint.content import Problem
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import VERBATIM, Span
from quizlint.text.scalars.xml import (
    SPACE,
    XML_ATTRIBUTE,
    XML_LINES,
    XML_MARKUP,
    XML_TEXT,
    Hole,
    XmlMarkup,
    around,
    in_attribute,
    lines,
    pieces,
)

_ATTRIBUTE = re.compile(r"""(?<![^\s=/<>"'])([^\s=/<>"']++)\s*+=\s*+("[^"]*"|'[^']*')""")
_CDATA = "<![CDATA["


class Element:
    """One element: `source[start:end]`, with its contents in `source[inner:inner_end]`.

    `name` has no namespace prefix. `children` are the elements directly in it.
    """

    __slots__ = ("children", "end", "inner", "inner_end", "name", "source", "start")

    def __init__(self, name: str, start: int, inner: int, source: str) -> None:
        self.name = name
        self.start = start
        self.inner = inner
        self.inner_end = self.end = inner
        self.source = source
        self.children: list[Element] | tuple[()] = ()  # most elements have none

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def tag(self) -> Span:
        """The start tag."""
        return Span(self.start, self.inner)

    def find(self, name: str) -> "Element | None":
        """The first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def every(self, name: str) -> "list[Element]":
        """The children of that name."""
        return [child for child in self.children if child.name == name]

    def below(self, wanted: "Callable[[Element], bool]") -> "Iterator[Element]":
        """The outermost elements inside this one that are wanted, in order."""
        for child in self.children:
            if wanted(child):
                yield child
            else:
                yield from child.below(wanted)

    def attribute(self, name: str) -> Scalar | None:
        """The value of an attribute with its place, quotes included."""
        begin = self.start + 1 + len(self.name)
        if self.inner - begin < 2:
            return None
        for match in _ATTRIBUTE.finditer(self.source, begin, self.inner):
            if match[1] == name:
                break
        else:
            return None
        start, end = match.span(2)
        value = self.source[start + 1 : end - 1]
        if value.isprintable() and "&" not in value:
            return Scalar(value, start, end)
        value = "".join(text for text, _, _ in in_attribute(self.source, start, end))
        return Scalar(value, start, end, spelling=XML_ATTRIBUTE)

    def word(self, name: str, default: str = "") -> str:
        """The value of an attribute that is one word for programs."""
        found = self.attribute(name)
        return default if found is None else found.value.strip()

    def content(self) -> Scalar:
        """The text in this element without white space around it; with tags in it as markup.

        The place of a text in one CDATA section is the inside of the section, and that of an
        empty text the element.
        """
        if self.children:
            return self.markup()
        source, start = self.source, self.inner
        written = source[start : self.inner_end]
        raw = written.strip(SPACE)
        if not raw:
            return self._nothing()
        if len(raw) < len(written):
            start += len(written) - len(written.lstrip(SPACE))
        end = start + len(raw)
        if "<" not in raw and "&" not in raw and "\r" not in raw:
            return Scalar(raw, start, end)
        if raw.startswith(_CDATA) and raw.find("]]>") == len(raw) - 3:
            begin, behind = len(_CDATA), len(raw) - 3
            words = raw[begin:behind].strip(SPACE)
            if not words:
                return self._nothing()
            start += raw.index(words, begin)
            end = start + len(words)
            if "\r" not in words:
                return Scalar(words, start, end)
            value = "".join(text for text, _, _ in lines(source, start, end))
            return Scalar(value, start, end, spelling=XML_LINES)
        value = "".join(text for text, _, _ in pieces(source, start, end)).strip(SPACE)
        return Scalar(value, start, end, spelling=XML_TEXT) if value else self._nothing()

    def markup(self, holes: Sequence[Hole] = ()) -> Scalar:
        """The contents with their tags, and without the ranges of `holes`, which ascend."""
        found = marked_up(self.source, *self._visible(), holes)
        return found if found.value else self._nothing()

    def _visible(self) -> tuple[int, int]:
        return _stripped(self.source, self.inner, self.inner_end)

    def _nothing(self) -> Scalar:
        return Scalar("", self.start, self.end)


class XmlTree(NamedTuple):
    """A parsed file: its root (several where it has no single one), troubles and comments."""

    roots: tuple[Element, ...]
    problems: tuple[Problem, ...] = ()
    comments: tuple[Span, ...] = ()


def marked_up(source: str, start: int, end: int, holes: Sequence[Hole] = ()) -> Scalar:
    """The text with tags that stands in a range, without the ranges of `holes`, which ascend."""
    start, end = _stripped(source, start, end)
    first, last = 0, len(holes)
    while first < last and holes[first][0] <= start and not holes[first][2]:
        start, end = _stripped(source, max(start, min(holes[first][1], end)), end)
        first += 1
    while first < last and holes[last - 1][1] >= end and not holes[last - 1][2]:
        start, end = _stripped(source, start, min(holes[last - 1][0], end))
        last -= 1
    inside = holes[first:last]
    raw = source[start:end]
    if not inside and "\r" not in raw and "&" not in raw and "<!" not in raw and "<?" not in raw:
        return Scalar(raw, start, end, spelling=VERBATIM)
    value = "".join(text for text, _, _ in around(inside, source, start, end)).strip(SPACE)
    return Scalar(value, start, end, spelling=XmlMarkup(inside) if inside else XML_MARKUP)


def _stripped(source: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at both ends."""
    while start < end and source[start] in SPACE:
        start += 1
    while start < end and source[end - 1] in SPACE:
        end -= 1
    return start, end
