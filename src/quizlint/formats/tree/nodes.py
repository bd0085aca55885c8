"""The common shape of YAML, JSON and TOML: scalars, sequences and mappings, with positions."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Problem
from quizlint.text import VERBATIM, Span, Spelling, Text


class Scalar:
    """A leaf: its text as written once decoded, and how it was written.

    `plain` is true for what had no quotes, so that another tool may take it for a number, a
    boolean or null; `kind` is what this format itself makes of it.
    """

    __slots__ = ("end", "kind", "plain", "spelling", "start", "value")

    def __init__(
        self,
        value: str,
        start: int,
        end: int,
        plain: bool = False,
        kind: str = "string",  # string | integer | float | boolean | null
        spelling: Spelling = VERBATIM,
    ) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.plain = plain
        self.kind = kind
        self.spelling = spelling

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def text(self, source: str) -> Text:
        """The scalar as a leaf of content."""
        return Text(self.value, Span(self.start, self.end), source, self.spelling)


class Computed(Scalar):
    """What a program would compute: nobody knows its value, so that to most it says nothing."""

    __slots__ = ()

    def __init__(self, start: int, end: int) -> None:
        super().__init__("", start, end, True, "null")


SPREAD = "..."
"""The name of the field that stands for all that is put into an object from another one."""


class Sequence:
    """A list of nodes."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int, items: "list[Node]") -> None:
        self.start = start
        self.end = end
        self.items = items

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mapping:
    """Fields in the order written. Of a field written twice the first counts."""

    __slots__ = ("end", "fields", "start")

    def __init__(self, start: int, end: int, fields: "dict[str, tuple[Scalar, Node]]") -> None:
        self.start = start
        self.end = end
        self.fields = fields

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def get(self, name: str) -> "Node | None":
        """The value of a field, or None where it is absent."""
        field = self.fields.get(name)
        return None if field is None else field[1]

    def __contains__(self, name: object) -> bool:
        return name in self.fields

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)


Node = Scalar | Sequence | Mapping


def scalars(node: Node) -> list[Scalar]:
    """The scalars that a value is or holds, nothing counted out."""
    if isinstance(node, Scalar):
        return [] if node.kind == "null" else [node]
    if isinstance(node, Sequence):
        return [each for each in node.items if isinstance(each, Scalar) and each.kind != "null"]
    return []


class Tree(NamedTuple):
    """A parsed file: one root per document, what was wrong, and where comments stand.

    `names` are what the file calls its roots, one each, where it gives them names.
    """

    roots: tuple[Node, ...]
    problems: tuple[Problem, ...] = ()
    comments: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()


MAX_DEPTH = 100
"""Nesting beyond this is refused: no quiz is deeper, and libyaml's flow nesting is quadratic."""

MAX_ALIASES = 1000
"""Aliases resolved in one file; an alias is expanded by reference, never copied."""
