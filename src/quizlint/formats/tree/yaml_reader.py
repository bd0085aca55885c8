"""libyaml's events made into nodes, as far as a text can be parsed."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quizlint.content import Problem
from quizlint.content.causes.yaml import Yaml
from quizlint.content.problems import DuplicateField, Syntax
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from quizlint.formats.tree.yaml_aliases import Aliases, merge
from quizlint.formats.tree.yaml_resolve import NUMERIC, WORDS, number_kind
from quizlint.text import VERBATIM, Span, Spelling
from quizlint.text.scalars.yaml import (
    DOUBLE,
    FOLDED,
    LITERAL,
    PLAIN,
    SINGLE,
    BlockScalar,
    content_start,
)

Collection = Mapping | Sequence

_LEADING_MARK = re.compile(r"\?[^\s\]},]")
"""`[?x]` is worse: libyaml makes a mapping of it without a word."""

_BREAKS = "\r\n\x85\u2028\u2029"
_LINE_END = re.compile(f"[{_BREAKS}]")
_TAG_KINDS = {
    "tag:yaml.org,2002:int": "integer",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "boolean",
    "tag:yaml.org,2002:null": "null",
}
_NO_NAME = Scalar("", 0, 0)
"""Stands for the name of a field whose name cannot be one; the field is left out."""


def may_be_misread(text: str) -> bool:
    """Whether a question mark may be taken for the sign of a mapping's key."""
    return any(
        text[max(found.start() - 1, 0)] in "[{, \t\r\n" for found in _LEADING_MARK.finditer(text)
    )


def new_parser(text: str) -> Any:
    """libyaml's parser of a text: `get_event()` or `get_token()` until they give None."""
    return CParser(text)


class Trouble(NamedTuple):
    """Where a reading ended before its time.

    `at` is where it was noticed and `context` where what could not be finished began, both
    offsets; `problem` and `doing` are libyaml's own words. `too_deep` is quizlint's own refusal.
    """

    at: int
    context: int | None
    problem: str
    doing: str
    too_deep: bool = False


class YamlReader:
    """One reading of a text, up to its end or the first place that libyaml refuses.

    Afterwards `stack` holds the collections that were still open, outermost first, and
    `last_start` and `last_end` say where the last finished node stood.
    """

    __slots__ = ("_aliases", "last_end", "last_start", "problems", "roots", "stack", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.roots: list[Node] = []
        self.problems: list[Problem] = []
        self.stack: list[Collection] = []
        self.last_start = 0
        self.last_end = 0
        self._aliases = Aliases(text, self.problems)

    def read(self) -> Trouble | None:
        """Read on to the end, or to the trouble that makes an end of it."""
        trouble: Trouble | None
        try:
            trouble = self._read()
        except MarkedYAMLError as error:
            at = error.problem_mark.index if error.problem_mark else len(self.text)
            context = error.context_mark.index if error.context_mark else None
            trouble = Trouble(at, context, error.problem or "", error.context or "")
        except YAMLError as error:
            trouble = Trouble(self.last_end, None, str(error), "")
        for node in self.stack:
            node.end = max(self.last_end, node.start + 1)
        return trouble

    def _read(self) -> Trouble | None:
        text, roots, stack, aliases = self.text, self.roots, self.stack, self._aliases
        words, numeric = WORDS, NUMERIC
        next_event: Callable[[], Any] = new_parser(text).get_event
        names: list[Scalar | None] = []  # for each collection around the innermost
        node: Collection | None = None  # the innermost open collection
        name: Scalar | None = None  # the field of it whose value is due
        start = end = 0
        child: Node
        try:
            while (event := next_event()) is not None:
                kind = event.__class__
                opened: Collection | None = None
                if kind is ScalarEvent:
                    value = event.value
                    start = event.start_mark.index
                    end = event.end_mark.index
                    if event.implicit[0] and end - start == len(value):
                        what = words.get(value)
                        if what is None:
                            what = number_kind(value) if value[0] in numeric else "string"
                        elif start == end and name is not None and ":" not in text[name.end : end]:
                            start = end = name.end  # `? name`: libyaml puts it at the next token
                        child = Scalar(value, start, end, True, what, PLAIN)
                    else:
                        quote = text[start]
                        if quote == '"':
                            child = Scalar(value, start, end, False, "string", DOUBLE)
                        elif quote == "'":
                            child = Scalar(value, start, end, False, "string", SINGLE)
                        else:
                            child = self._odd_scalar(event, node)
                            end = child.end
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    assert node is not None
                    mark = event.end_mark.index
                    if event.start_mark.index < mark:  # a bracket; block collections end unseen
                        end = mark
                    node.end = end
                    start = node.start
                    if isinstance(node, Mapping) and "<<" in node.fields:
                        merge(node)
                    stack.pop()
                    node = stack[-1] if stack else None
                    name = names.pop()
                    continue
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    start = event.start_mark.index
                    if kind is MappingStartEvent:
                        child = opened = Mapping(start, start, {})
                    else:
                        child = opened = Sequence(start, start, [])
                    if event.anchor is not None:
                        aliases.define(event.anchor, child)
                elif kind is AliasEvent:
                    start = event.start_mark.index
                    end = event.end_mark.index
                    child = aliases.resolve(event.anchor, Span(start, end), stack)
                else:
                    if kind is DocumentStartEvent:
                        aliases.begin_document()
                    continue

                if node is None:
                    if opened is not None or start < end:  # a document without content is none
                        roots.append(child)
                elif isinstance(node, Sequence):
                    node.items.append(child)
                elif name is not None:
                    if name is not _NO_NAME:
                        first = node.fields.setdefault(name.value, (name, child))[0]
                        if first is not name:
                            self._duplicate(name, first)
                    name = None
                elif isinstance(child, Scalar):
                    name = child
                else:
                    self._no_name(start)
                    name = _NO_NAME
                if opened is not None:
                    stack.append(opened)
                    names.append(name)
                    node, name = opened, None
                    if len(stack) > MAX_DEPTH:
                        return Trouble(start, None, "", "", too_deep=True)
        finally:
            self.last_start, self.last_end = start, end
        return None

    def _odd_scalar(self, event: Any, around: Collection | None) -> Scalar:
        """A scalar with an anchor or a tag, over several lines, or in a block style."""
        value, style, tag = event.value, event.style, event.tag
        start, end = event.start_mark.index, event.end_mark.index
        plain = not style and tag is None
        kind = _TAG_KINDS.get(tag, "string")
        spelling: Spelling
        if style and style in "|>":
            begin = content_start(self.text, start, end)
            header = self.text[begin + 1 : begin + 3].partition("\n")[0]
            spelling = LITERAL if style == "|" else FOLDED
            if header.strip("+-").isdigit() or header[:1].isdigit():
                spelling = BlockScalar(style == ">", self._column(around))
            if "+" not in header:
                end = _text_end(self.text, begin, end, value)
        else:
            spelling = {"'": SINGLE, '"': DOUBLE}.get(style, PLAIN)
            if tag is not None and tag.startswith("!") and not style:
                value = self._lost_to_a_tag(value, Span(start, end))
                spelling = VERBATIM if value == self.text[start:end] else PLAIN
            elif plain:
                kind = WORDS.get(value) or number_kind(value)
        scalar = Scalar(value, start, end, plain, kind, spelling)
        if event.anchor is not None:
            self._aliases.define(event.anchor, scalar)
        return scalar

    def _lost_to_a_tag(self, value: str, span: Span) -> str:
        """The text as written where a program would take its `!` for a tag of its own."""
        written = self.text[span.start : span.end]
        sign = Span(span.start, span.start + 1)
        self.problems.append(Syntax(sign, Yaml.RESERVED_SIGN.of("!")))
        return value if _LINE_END.search(written) else written

    def _column(self, node: Collection | None) -> int:
        """The column of a block collection: that of its first line behind anchor and tag."""
        if node is None:
            return -1
        text = self.text
        content = content_start(text, node.start, len(text))
        line = line_start(text, content)
        if line <= node.start:
            return node.start - line_start(text, node.start)
        return len(text[line:content]) - len(text[line:content].lstrip(" "))

    def _duplicate(self, second: Scalar, first: Scalar) -> None:
        self.problems.append(DuplicateField(second.span, second.value, first.span))

    def _no_name(self, start: int) -> None:
        char = self.text[start]
        if self.problems and not self.text[self.problems[-1].span.end : start].strip():
            return  # `{{ name }}`: the outer one has been reported
        told = Yaml.BRACKET_AS_NAME.of(char) if char in "[{" else Yaml.COLLECTION_AS_NAME.of()
        self.problems.append(Syntax(Span(start, start + 1), told))


def line_start(text: str, at: int) -> int:
    """Where the line begins that the offset `at` lies in, by YAML's line breaks."""
    return max(text.rfind(each, 0, at) for each in _BREAKS) + 1


def _text_end(text: str, start: int, end: int, value: str) -> int:
    """The end of a block scalar's last line with text, without its break.

    Where the last line of the value is all blank, the event's own end is kept.
    """
    last = value.rstrip("\n\u2028\u2029")
    if not last or not last.rpartition("\n")[2].strip(" \t"):
        return end
    shown = start + len(text[start:end].rstrip(_BREAKS + " \t"))
    found = _LINE_END.search(text, shown, end)
    return end if found is None else found.start()
