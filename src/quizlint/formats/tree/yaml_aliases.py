"""Anchors and aliases of one YAML file, and the merge keys that use them."""

from typing import NamedTuple

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.yaml import Yaml
from quizlint.content.problems import Syntax, TooDeep, TooManyAliases
from quizlint.formats.tree.nodes import MAX_ALIASES, MAX_DEPTH, Mapping, Node, Scalar, Sequence
from quizlint.text import Span

MAX_EXPANDED = 1_000_000
"""Characters that the aliases of one file may stand for, all told; a node counts for one more.
Aliases of aliases multiply: ten lists of ten aliases each would otherwise be walked ten thousand
million times. And a long text is checked anew wherever an alias puts it."""


class _Measure(NamedTuple):
    """What a node comes to. It holds the node, so that no other takes its identity."""

    node: Node
    size: int
    height: int


class Aliases:
    """What the anchors of a document name, and how much its aliases have asked for."""

    __slots__ = ("_anchors", "_expanded", "_measures", "_problems", "_resolved", "_text")

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self._text = text
        self._problems = problems
        self._anchors: dict[str, Node] = {}
        self._measures: dict[int, _Measure] = {}
        self._expanded = 0
        self._resolved = 0

    def begin_document(self) -> None:
        """Forget the names: they hold for one document."""
        self._anchors = {}

    def define(self, name: str, node: Node) -> None:
        """Name a node; a name may be given anew."""
        self._anchors[name] = node

    def resolve(self, name: str, span: Span, stack: list[Mapping | Sequence]) -> Node:
        """The node itself; where it cannot be had, a text of what is written, or an empty value.

        `stack` holds the collections that are open.
        """
        node = self._anchors.get(name)
        if node is None:
            return self._as_text(span, Yaml.NO_ANCHOR.of(name))
        if any(opened is node for opened in stack):
            return self._as_text(span, Yaml.ENDLESS_ALIAS.of(name))
        self._resolved += 1
        _, size, height = self._measure(node)
        if self._resolved > MAX_ALIASES:
            return self._refused(TooManyAliases(span, MAX_ALIASES))
        if self._expanded + size > MAX_EXPANDED:
            return self._refused(TooManyAliases(span, MAX_EXPANDED, expanded=True))
        if len(stack) + height > MAX_DEPTH:
            return self._refused(TooDeep(span, MAX_DEPTH))
        self._expanded += size
        return node

    def _as_text(self, span: Span, told: Told) -> Scalar:
        self._problems.append(Syntax(span, told))
        return Scalar(self._text[span.start : span.end], span.start, span.end)

    def _refused(self, refusal: TooManyAliases | TooDeep) -> Scalar:
        """An empty value; each kind of refusal is noted once."""
        if not any(type(problem) is type(refusal) for problem in self._problems):
            self._problems.append(refusal)
        at = refusal.span.start
        return Scalar("", at, at, True, "null")

    def _measure(self, node: Node) -> _Measure:
        """How much a walk from here would meet, and the levels below and with this node."""
        if isinstance(node, Scalar):
            return _Measure(node, len(node.value) + 1, 0)
        known = self._measures.get(id(node))
        if known is not None:
            return known
        size = height = 0
        stack: list[tuple[Node, int]] = [(node, 1)]
        while stack:
            each, depth = stack.pop()
            within = self._measures.get(id(each))
            if within is not None:
                size += within.size
                height = max(height, depth - 1 + within.height)
                continue
            size += 1
            if isinstance(each, Scalar):
                size += len(each.value)
                continue
            height = max(height, depth)
            if isinstance(each, Sequence):
                stack.extend((child, depth + 1) for child in each.items)
            else:
                stack.extend((child, depth + 1) for _, child in each.fields.values())
        measure = self._measures[id(node)] = _Measure(node, size, height)
        return measure


def merge(mapping: Mapping) -> None:
    """Take in the fields of what `<<` names; fields written in the mapping itself win.

    Whatever else `<<` holds stays an ordinary field.
    """
    key, value = mapping.fields["<<"]
    merged = value.items if isinstance(value, Sequence) else [value]
    if not key.plain or not all(isinstance(each, Mapping) for each in merged):
        return
    del mapping.fields["<<"]
    for each in merged:
        if isinstance(each, Mapping):
            for name, field in each.fields.items():
                mapping.fields.setdefault(name, field)
