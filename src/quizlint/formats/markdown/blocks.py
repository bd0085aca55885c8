"""Markdown as a light list of blocks that know where they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

import pyromark

from quizlint.text import Span

_WIDE = re.compile(r"[^\x00-\x7f]")
_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
_SURROGATE = re.compile("[\ud800-\udfff]")

_OPTIONS = (
    pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
)

_KINDS = {
    "Heading": "heading",
    "Paragraph": "paragraph",
    "CodeBlock": "code",
    "HtmlBlock": "html",
    "BlockQuote": "quote",
    "List": "list",
    "Item": "item",
    "Table": "table",
    "FootnoteDefinition": "footnote",
}


_INLINE = frozenset({"Text", "Code", "Html", "FootnoteReference"})


APART = frozenset({"rule", "chrome", "comment"})
"""Kinds of blocks that are part of no text and of no item."""


class Block:
    """One block: half-open code-point offsets into the whole file, without white space behind.

    `kind` is heading, paragraph, code, html, quote, list, item, table, footnote or rule, or one of
    the kinds that `refine` makes of lines and HTML: letters, label, chrome, comment. `level` is a
    heading's, 1 to 6, and 1 for a label that is a heading or folds out. `mark` says what an item's
    checkbox says, None without one; `body` is where the text of an item or label begins. `label` is
    what a label announces; `near` is a checkbox that Markdown does not take for one: where it
    stands, and how it is written right.
    """

    __slots__ = ("body", "children", "end", "kind", "label", "level", "mark", "near", "start")

    def __init__(self, kind: str, start: int, end: int, level: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = level
        self.mark: bool | None = None
        self.body = start
        self.label = ""
        self.near: tuple[Span, str | None] | None = None
        self.children: list[Block] = []

    def __repr__(self) -> str:
        return f"{self.kind}({self.start}..{self.end})"


class _Places:
    """From the parser's UTF-8 byte offsets to code points."""

    __slots__ = ("_begin", "_ends", "_extra")

    def __init__(self, text: str, begin: int) -> None:
        self._begin = begin
        self._ends: list[int] = []  # where each wide character ends, in bytes
        self._extra: list[int] = []  # bytes beyond one a character, up to there
        extra = 0
        for match in [] if text.isascii() else _WIDE.finditer(text):
            extra += len(match[0].encode("utf-8")) - 1
            self._ends.append(match.end() + extra)
            self._extra.append(extra)

    def __call__(self, offset: int) -> int:
        if not self._ends:
            return self._begin + offset
        at = bisect_right(self._ends, offset)
        return self._begin + offset - (self._extra[at - 1] if at else 0)


def parse(text: str, begin: int = 0, stop: int | None = None) -> tuple[list[Block], list[Span]]:
    """The blocks of `text[begin:stop]`, and where its HTML comments stand."""
    body = text[begin:stop] if begin or stop is not None else text
    if not body.isascii():
        body = _SURROGATE.sub("\ufffd", body)  # the parser takes UTF-8 only
    place = _Places(body, begin)
    root: list[Block] = []
    comments: list[Span] = []
    stack: list[Block] = []
    siblings = root
    # Each event is a word, or a map of one entry.
    events: Iterable[tuple[Any, Any]] = pyromark.Markdown(options=_OPTIONS).events_with_range(body)
    for event, where in events:
        if isinstance(event, str):
            if event == "Rule":
                siblings.append(_block("rule", text, place, where))
            continue
        (name,) = event
        if name in _INLINE:
            continue
        value = event[name]
        if name == "Start":
            detail: Any = None
            if not isinstance(value, str):
                ((value, detail),) = value.items()
            kind = _KINDS.get(value)
            if kind is None:
                continue
            block = _block(kind, text, place, where)
            if kind == "heading":
                block.level = int(detail["level"][1])
            elif kind == "item" and (bullet := _BULLET.match(text, block.start, block.end)):
                block.body = bullet.end()
            siblings.append(block)
            stack.append(block)
            siblings = block.children
        elif name == "End":
            if not isinstance(value, str):
                (value,) = value
            if value not in _KINDS:
                continue
            ended = stack.pop()
            if ended.kind == "html":
                comments += comments_in(text, ended.start, ended.end)
            siblings = stack[-1].children if stack else root
        elif name == "TaskListMarker":
            item = stack[-1] if stack[-1].kind == "item" else stack[-2]
            item.mark = bool(value)
            item.body = place(where["end"])
        elif name == "InlineHtml" and value.startswith("<!--"):
            comments.append(Span(place(where["start"]), place(where["end"])))
    return root, comments


_COMMENTS = (("<!--", "-->"), ("{/*", "*/}"))
"""How comments begin and end in HTML and in MDX, which knows no others."""


def comments_in(text: str, start: int, end: int) -> list[Span]:
    """Where comments of HTML and MDX stand; one without an end is none."""
    found = []
    for opening, closing in _COMMENTS:
        begin = text.find(opening, start, end)
        while begin >= 0:
            stop = text.find(closing, begin, end) + len(closing)
            if stop < len(closing):
                break
            found.append(Span(begin, stop))
            begin = text.find(opening, stop, end)
    return sorted(found)


def _block(kind: str, text: str, place: _Places, where: Mapping[str, Any]) -> Block:
    start, end = place(where["start"]), place(where["end"])
    while end > start and text[end - 1].isspace():
        end -= 1
    if kind in ("list", "item"):  # a tab may make the parser begin before the bullet
        while start < end and text[start].isspace():
            start += 1
    return Block(kind, start, end)
