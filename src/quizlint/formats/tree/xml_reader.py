"""One reading of an XML text with expat, up to its end or the first place that expat refuses."""

import pyexpat
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from quizlint.formats.tree.nodes import MAX_DEPTH
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Span

_NAME: Final = re.compile(r"<[^\s/>]+")
_TAG_END: Final = re.compile(r"""(?:[^"'>]|"[^"]*"|'[^']*')*+>""")

DOCTYPE = -1
NESTED = -2


class Trouble(NamedTuple):
    """What ended a reading: expat's error code or one of ours, and where."""

    code: int
    at: int


class XmlReader:
    """The reading of a text. `bare`: it has no single root.

    `stack` are the elements that are open. `prepared` has the text's length and no foreign letters,
    so that a byte is a character. Values are read from the text itself; expat needs none of their
    letters.
    """

    def __init__(
        self, text: str, prepared: str, items: frozenset[str], unread: frozenset[str]
    ) -> None:
        self.text = text
        self.items = items
        self.unread = unread
        self.restart(prepared)

    def restart(self, prepared: str) -> int:
        """Forget what was read, to begin anew at the place returned with other stand-ins."""
        self.prepared = prepared
        self.bare = False
        self.roots: list[Element] = []
        self.comments: list[Span] = []
        self.stack: list[Element] = []
        self.too_deep: int | None = None
        self._ignored = 0
        return 0

    def read(self, at: int = 0) -> Trouble | None:
        """Read from a place to the end, or to the first trouble, where open elements are closed."""
        parser = pyexpat.ParserCreate("us-ascii")
        parser.ordered_attributes = True
        opened = "<_>" * self.bare + "".join(self._reopened(each) for each in self.stack)
        if opened:
            parser.Parse(opened.encode("ascii"))
        base = len(opened) - at
        self._ignored = 0
        parser.StartElementHandler = self._starts(parser, base)
        parser.EndElementHandler = self._ends(parser, base)
        parser.CommentHandler = self._comment(parser, base)
        parser.StartDoctypeDeclHandler = self._doctype(parser, base)
        try:
            parser.Parse(self.prepared[at:].encode("ascii"), not self.bare)
            if self.bare:
                parser.EndElementHandler = None
                parser.Parse(b"</_>", True)
        except pyexpat.ExpatError as error:
            trouble = Trouble(error.code, max(parser.ErrorByteIndex - base, at))
        except _StopError as stopped:
            trouble = Trouble(stopped.code, stopped.at)
        else:
            return None
        for element in self.stack:
            element.inner_end = element.end = max(trouble.at, element.inner)
        return trouble

    def _reopened(self, element: Element) -> str:
        name = _NAME.match(self.prepared, element.start)
        return "" if name is None else name[0] + ">"

    def _starts(
        self, parser: "pyexpat.XMLParserType", base: int
    ) -> Callable[[str, list[str]], None]:
        text, prepared, items, unread = self.text, self.prepared, self.items, self.unread
        stack, roots = self.stack, self.roots
        plain = text.isascii()

        def start(name: str, _attributes: list[str]) -> None:
            if self._ignored or (name in unread and stack):
                self._ignored += 1
                return
            at = parser.CurrentByteIndex - base
            inner = at + len(name) + 1
            if not plain:
                name = text[at + 1 : inner]
            if prepared[inner] == ">":
                inner += 1
            else:
                found = _TAG_END.match(prepared, inner)
                inner = found.end() if found is not None else inner
            if ":" in name:
                name = name.rpartition(":")[2]
            if len(stack) >= MAX_DEPTH:
                if self.too_deep is None:
                    self.too_deep = at
                self._ignored += 1
                return
            if name in items and any(each.name == name for each in stack):
                raise _StopError(NESTED, at)
            element = Element(name, at, inner, text)
            if stack:
                parent = stack[-1]
                if parent.children:
                    parent.children.append(element)
                else:
                    parent.children = [element]
            else:
                roots.append(element)
            stack.append(element)

        return start

    def _ends(self, parser: "pyexpat.XMLParserType", base: int) -> Callable[[str], None]:
        prepared, stack = self.prepared, self.stack

        def end(name: str) -> None:
            if self._ignored:
                self._ignored -= 1
                return
            element = stack.pop()
            if prepared[element.inner - 2] != "/":  # else there is no end tag: `<text/>`
                element.inner_end = at = parser.CurrentByteIndex - base
                element.end = prepared.index(">", at + len(name)) + 1

        return end

    def _comment(self, parser: "pyexpat.XMLParserType", base: int) -> Callable[[str], None]:
        def comment(words: str) -> None:
            at = parser.CurrentByteIndex - base
            self.comments.append(Span(at, at + len(words) + 7))

        return comment

    def _doctype(
        self, parser: "pyexpat.XMLParserType", base: int
    ) -> Callable[[str, str | None, str | None, bool], None]:
        def doctype(_name: str, _system: str | None, _public: str | None, _own: bool) -> None:
            at = parser.CurrentByteIndex - base
            raise _StopError(DOCTYPE, max(self.prepared.rfind("<!DOCTYPE", 0, at + 1), 0))

        return doctype


class _StopError(Exception):
    """A handler that ends the reading."""

    def __init__(self, code: int, at: int) -> None:
        super().__init__(code, at)
        self.code = code
        self.at = at
