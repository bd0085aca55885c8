"""HTML that holds elements of a tool's own, as `<pl-answer>`: however broken, there is a reading.

Only the tool's elements make a tree. All other tags stay in the texts as the markup that they are,
so that it does not matter which of them are closed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizlint.formats.tree.nodes import MAX_DEPTH, Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Span
from quizlint.text.scalars.xml import XML_ATTRIBUTE, in_attribute

MAX_BROKEN = 50
"""Tags that are not closed before the rest is taken for text; each costs a look at all of it."""

_TAG = re.compile(
    r"<!--(?:(?P<comment>.*?)-->)?"
    r"|\{\{!(?:(?P<note>[^}]*+(?:\}(?!\})[^}]*+)*+)\}\})?"
    r"|\{\{(?P<section>[#^/][^{}]*+)\}\}"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][\w-]*+)"
    r"(?P<inside>(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+)(?P<end>>)?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/<>\"']++)(?:\s*=\s*(\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]+))?")
_RAW = frozenset({"script", "style", "pl-code"})


@dataclass(slots=True, eq=False)
class HtmlTree:
    """The tool's elements, and the places that show nothing.

    `sections` are the tags of a template's loops and conditions, `loose` the tags of forms.
    `unclosed` are elements whose end tag is missing.
    """

    roots: list[Element] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    sections: list[Span] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)
    unclosed: list[Element] = field(default_factory=list)


def html_comments(text: str) -> Iterator[Span]:
    """The comments that are closed."""
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            return
        yield Span(at, end + 3)
        at = text.find("<!--", end + 3)


def parse(text: str, prefix: str, loose: frozenset[str], leaves: frozenset[str]) -> HtmlTree:
    """The elements whose names begin with `prefix`, and the places of tags named in `loose`.

    `leaves` have nothing in them, so that what follows one that is not closed stands beside it.
    """
    return _Reader(text, prefix, loose, leaves).tree


class _Reader:
    """The reading of a text: `stack` are the elements that are open."""

    def __init__(
        self, text: str, prefix: str, loose: frozenset[str], leaves: frozenset[str]
    ) -> None:
        self.text = text
        self._leaves = leaves
        self.tree = HtmlTree()
        self.stack: list[Element] = []
        self._open: Counter[str] = Counter()
        self._broken = 0
        self._endless: set[str] = set()
        at = 0
        while (mark := _TAG.search(text, at)) is not None:
            at = mark.end()
            if text.startswith(("<!--", "{{!"), mark.start()):
                at = self._comment(mark)
            elif mark["section"] is not None:
                self.tree.sections.append(Span(*mark.span()))
            elif mark["end"] is None:
                at = mark.end("name")
                self._broken += 1
                if self._broken > MAX_BROKEN:
                    break
            else:
                name = mark["name"].lower()
                if name.startswith(prefix):
                    at = self._element(name, mark)
                elif name in _RAW:
                    at = self._raw(name, mark.end()) if not mark["close"] else at
                    self.tree.loose.append(Span(mark.start(), at))
                elif name in loose:
                    self.tree.loose.append(Span(*mark.span()))
        self._close(0, len(text))

    def _comment(self, mark: re.Match[str]) -> int:
        if mark["comment"] is None and mark["note"] is None:
            self._broken += 1
            return mark.end() if self._broken <= MAX_BROKEN else len(self.text)
        self.tree.comments.append(Span(*mark.span()))
        return mark.end()

    def _raw(self, name: str, start: int) -> int:
        """The place behind the end tag of an element whose inside is no HTML."""
        if name in self._endless:
            return start
        end = re.compile(f"</{name}\\s*>", re.IGNORECASE).search(self.text, start)
        if end is None:
            self._endless.add(name)
            return start
        return end.end()

    def _element(self, name: str, mark: re.Match[str]) -> int:
        """Open or close an element, and return where to read on."""
        if mark["close"]:
            if self._open[name]:
                index = max(at for at, each in enumerate(self.stack) if each.name == name)
                self._close(index + 1, mark.start())
                element = self._pop()
                element.inner_end, element.end = mark.span()
            return mark.end()
        if self.stack and self.stack[-1].name == name and name == "pl-answer":
            self._close(len(self.stack) - 1, mark.start())
        element = Element(name, mark.start(), mark.end(), self.text)
        if self.stack:
            parent = self.stack[-1]
            if parent.children:
                parent.children.append(element)
            else:
                parent.children = [element]
        else:
            self.tree.roots.append(element)
        if mark["inside"].endswith("/"):
            return mark.end()
        if name in _RAW:
            end = self._raw(name, mark.end())
            element.end = end
            element.inner_end = self.text.rfind("<", mark.end(), end) if end > mark.end() else end
            return end
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(element)
            self._open[name] += 1
        return mark.end()

    def _pop(self) -> Element:
        element = self.stack.pop()
        self._open[element.name] -= 1
        return element

    def _close(self, depth: int, at: int) -> None:
        """End the elements from a depth on, none of which has an end tag."""
        while len(self.stack) > depth:
            element = self._pop()
            self.tree.unclosed.append(element)
            if element.name not in self._leaves:
                element.inner_end = element.end = max(at, element.inner)
                continue
            beside = self.stack[-1].children if self.stack else self.tree.roots
            if element.children and isinstance(beside, list):
                beside.extend(element.children)
            element.children = ()


def attribute(element: Element, name: str) -> Scalar | None:
    """The value of an attribute, in quotes or bare; an empty one where only its name stands."""
    source = element.source
    for match in _ATTRIBUTE.finditer(source, element.start + 1 + len(element.name), element.inner):
        if match[1].lower() != name:
            continue
        if match[2] is None:
            return Scalar("", *match.span(1))
        start, end = match.span(2)
        if match[2][0] not in "\"'":
            return Scalar(match[2], start, end)
        value = source[start + 1 : end - 1]
        if value.isprintable() and "&" not in value:
            return Scalar(value, start, end)
        value = "".join(text for text, _, _ in in_attribute(source, start, end))
        return Scalar(value, start, end, spelling=XML_ATTRIBUTE)
    return None


def word(element: Element, name: str, default: str = "") -> str:
    """The value of an attribute that is one word for programs."""
    found = attribute(element, name)
    return default if found is None else found.value.strip()
