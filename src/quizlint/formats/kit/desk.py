"""Where nodes become leaves of content, and what is wrong with them is noted."""

from collections.abc import Callable
from dataclasses import replace

from quizlint.content import Problem
from quizlint.content.problems import ChangedByYaml, Expected, MissingField, WrongType
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Span, Text

TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
"""Words for a truth, in any case: YAML 1.1 reads `yes`, and programs write 1."""


def described(node: Node) -> str:
    """The kind of a node in an author's words."""
    if isinstance(node, Mapping):
        return "mapping"
    if isinstance(node, Sequence):
        return "list"
    return "text" if node.kind == "string" else node.kind


def is_nothing(node: Node | None) -> bool:
    """Whether a field is absent, or present without a value."""
    return node is None or (isinstance(node, Scalar) and node.kind == "null")


def truth_of(word: str) -> bool | None:
    """The truth that a word stands for, or None."""
    return TRUTHS.get(word.strip().lower())


class Desk:
    """The reading of one file under way: its text and the problems met so far.

    `becomes` says what another YAML tool would make of a plain scalar, None where that prints the
    same; other formats have no such tools.
    """

    __slots__ = ("becomes", "problems", "source")

    def __init__(self, source: str, becomes: Callable[[str], str | None] | None = None) -> None:
        self.source = source
        self.becomes = becomes
        self.problems: list[Problem] = []

    def note(self, problem: Problem) -> None:
        """Note a problem; one whose place is empty is put where something can be seen."""
        at = self.visible(problem.span)
        self.problems.append(problem if at == problem.span else replace(problem, span=at))

    def visible(self, span: Span, field: Scalar | None = None) -> Span:
        """The span, or for an empty one what stands before it: its field's name or its dash."""
        if span.start < span.end:
            return span
        if field is not None and field.start < field.end:
            return field.span
        before = self.source[: span.start].rstrip()
        return Span(len(before) - 1, len(before)) if before else Span(0, min(1, len(self.source)))

    def text(self, node: Scalar, route: str, field: Scalar | None = None) -> Text:
        """A scalar that is meant as text, with a note where YAML tools would change it."""
        value = node.value
        if node.plain:
            if self.becomes is not None:
                becomes = self.becomes(value)
                if becomes is not None and node.start < node.end:
                    self.note(ChangedByYaml(node.span, value, becomes, route=route))
            elif node.kind == "null":
                value = ""
        if node.start == node.end:
            return Text("", self.visible(node.span, field), self.source)
        return Text(value, Span(node.start, node.end), self.source, node.spelling)

    def leaf(self, node: Node | None, field: str, route: str) -> Text | None:
        """An optional text; a value of another kind is noted and left out."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            return None if node.kind == "null" else node.text(self.source)
        self.wrong(node, field, Expected.TEXT, route)
        return None

    def truth(self, node: Node | None, field: str, route: str) -> bool | None:
        """True, false, or None where nothing (that can be understood) is said."""
        if node is None or is_nothing(node):
            return None
        if isinstance(node, Scalar):
            truth = truth_of(node.value)
            if truth is not None:
                return truth
        self.wrong(node, field, Expected.TRUTH, route)
        return None

    def wrong(
        self, node: Node, field: str, expected: Expected | tuple[str, ...], route: str
    ) -> None:
        """Note a value of the wrong kind."""
        value = node.value if isinstance(node, Scalar) else self._as_line(node)
        span = node.span if isinstance(node, Scalar) else self._beginning(node.span)
        self.note(WrongType(span, field, expected, described(node), value, route=route))

    def missing(self, item: Span, field: str, owner: str, route: str) -> None:
        """Note that an item lacks a field; its place is the item's first line."""
        self.note(MissingField(self._beginning(item), field, owner, route=route))

    def _as_line(self, node: Node) -> str:
        """A mapping of YAML with one field as it is written, if that is a line: a text, maybe."""
        if not isinstance(node, Mapping) or len(node.fields) != 1:
            return ""
        line = self.source[node.start : node.end].strip()
        return "" if line.startswith("{") or "\n" in line else line

    def _beginning(self, span: Span) -> Span:
        end = self.source.find("\n", span.start, span.end)
        if end <= span.start:
            return span
        return Span(span.start, span.start + len(self.source[span.start : end].rstrip()))
