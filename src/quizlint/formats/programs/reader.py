"""From the syntax of a program to the nodes that data formats have: what both languages share.

What is written down as it is (texts, numbers, lists, objects) is read; whatever would have to be
run is `Computed`. All lists and objects that stand in no other are roots, called what the program
calls them.
"""

from collections.abc import Callable, Iterator

from tree_sitter import Node as Syntax

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.program import Program
from quizlint.content.problems import DuplicateField, TooDeep
from quizlint.content.problems import Syntax as Broken
from quizlint.formats.data.aliases import Part, option_parts, parts_of
from quizlint.formats.programs.parsing import Parsed
from quizlint.formats.programs.shapes import named, shaped, told_by_place
from quizlint.formats.tree.nodes import (
    MAX_DEPTH,
    SPREAD,
    Computed,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Tree,
)
from quizlint.text import Span

MOST_TOLD = 20
"""Places of one file that are told as no program: the rest follow from them, mostly."""

Field = tuple[Scalar, Node]


class Reader:
    """The reading of one program. A language says what its syntax is called.

    `readers` give the value of each kind of syntax; `containers` are those that may be a root.
    `unread` are the questions of which a part is computed: where, and the names of the fields.
    """

    containers: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    comment = "comment"

    def __init__(self, parsed: Parsed, text: str) -> None:
        self.parsed = parsed
        self.text = text
        self.at = parsed.at
        self.plain = parsed.astral is None
        self.broken = parsed.root.has_error
        self.readers: dict[str, Callable[[Syntax, int], Node]] = {}
        self.roots: list[Node] = []
        self.names: list[str] = []
        self.problems: list[Problem] = []
        self.comments: list[Span] = []
        self.unread: list[tuple[Span, tuple[str, ...]]] = []
        self.damage: list[Syntax] = []
        self.behind: list[Node] = []  # questions that the one before them took in
        self.waiting: list[Syntax] = []
        self.computed = 0
        self.constants: dict[str, Syntax | None] | None = None
        self.parameters: dict[str, tuple[str, ...]] = {}
        self.resolving: set[str] = set()

    def read(self) -> Tree:
        """All roots of the program, in the order written."""
        self.waiting = [self.parsed.root]
        while self.waiting:
            node = self.waiting.pop()
            kind = node.type
            if kind == self.comment:
                self.comments.append(self.parsed.span(node))
                continue
            if kind == "ERROR":
                self._salvage(node)
                continue
            name, value = self.called(node)
            if value.type in self.containers or self.asks(value):
                self._root(name, value)
                continue
            self.waiting += reversed(node.named_children)
        order = sorted(range(len(self.roots)), key=lambda index: self.roots[index].start)
        names = _told_apart([self.names[index] for index in order])
        if names == [""]:
            names = []
        self.comments.sort()
        return Tree(
            tuple(self.roots[index] for index in order),
            tuple(self.problems),
            tuple(self.comments),
            tuple(names),
        )

    def called(self, node: Syntax) -> tuple[str, Syntax]:
        """What a value is called where it is given a name, and the value without its wrapping."""
        raise NotImplementedError

    def asks(self, node: Syntax) -> bool:
        """Whether a call by itself makes a question: its class or its arguments name a stem."""
        raise NotImplementedError

    def unwrapped(self, node: Syntax) -> Syntax:
        """A value without what only says more of its type."""
        raise NotImplementedError

    def constant_nodes(self) -> Iterator[tuple[str, Syntax]]:
        """The names that are given a value at the top of the file, each time that they are."""
        raise NotImplementedError

    # Values

    def value(self, node: Syntax, depth: int) -> Node:
        """The value of an expression; `Computed` where it would have to be run."""
        node = self.unwrapped(node)
        read = self.readers.get(node.type)
        if read is None:
            return self.unknown(node)
        if depth > MAX_DEPTH:
            if not any(isinstance(each, TooDeep) for each in self.problems):
                span = self.parsed.span(node)
                self.problems.append(TooDeep(Span(span.start, span.start + 1), MAX_DEPTH))
            return self.unknown(node, look=False)
        if self.broken and node.is_missing:
            self.damage.append(node)
        return read(node, depth)

    def unknown(self, node: Syntax, *, look: bool = True) -> Computed:
        """A value that nobody knows. What is written down inside of it may be a root."""
        self.computed += 1
        if node.type == "ERROR" or node.is_missing:
            self.damage.append(node)
        elif look and node.named_child_count:
            self.waiting.append(node)
        return Computed(self.at(node.start_byte), self.at(node.end_byte))

    def literal(self, node: Syntax, kind: str) -> Scalar:
        """A number or a word, as it is written."""
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        return Scalar(self.text[start:end], start, end, True, kind)

    def sequence(self, node: Syntax, depth: int) -> Node:
        """A list. What is no program between its members costs no member."""
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        items: list[Node] = []
        before = len(self.damage)
        for child in node.named_children:
            kind = child.type
            if kind == self.comment:
                self.comments.append(self.parsed.span(child))
            elif kind == "ERROR":
                self.damage.append(child)
                items += [self.value(each, depth + 1) for each in self._whole_in(child)]
            else:
                items.append(self.value(child, depth + 1))
                if self.behind:
                    items += self.behind
                    self.behind = []
        if self.broken:
            self._missing(node)
        read = shaped(items)
        if len(self.damage) > before and any(isinstance(each, Mapping) for each in read):
            self._tell(before)
        return Sequence(start, end, read)

    def mapping(self, node: Syntax, depth: int) -> Node:
        """An object, or the arguments of a call by their names."""
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        fields: dict[str, Field] = {}
        computed, before, doubled = self.computed, len(self.damage), len(self.problems)
        behind: dict[str, Field] = {}
        for child in node.named_children:
            if child.type == self.comment:
                self.comments.append(self.parsed.span(child))
            elif child.type == "ERROR":
                self.damage.append(child)
                whole = [self.value(each, depth + 1) for each in self._whole_in(child)]
                self.behind += [each for each in whole if isinstance(each, Mapping)]
            else:
                field = self.field(child, depth + 1)
                if field is None:
                    continue
                if len(self.damage) > before and (behind or field[0].value in fields):
                    behind.setdefault(field[0].value, field)
                else:
                    self.put(fields, *field)
        if self.broken:
            self._missing(node)
        mapping = Mapping(start, end, fields)
        if behind:
            mapping.end = next(iter(behind.values()))[0].start
            del self.problems[doubled:]
            self.behind.append(Mapping(mapping.end, end, behind))
        return self.kept(mapping, computed, before)

    def field(self, node: Syntax, depth: int) -> Field | None:
        """One field of an object, or None for what is none."""
        raise NotImplementedError

    def put(self, fields: dict[str, Field], name: Scalar, value: Node) -> None:
        """Put down a field; of one that is written twice the first counts."""
        known = fields.setdefault(name.value, (name, value))
        if known[0] is not name and name.value != SPREAD:
            self.problems.append(DuplicateField(name.span, name.value, known[0].span))

    def kept(self, mapping: Mapping, computed: int, damage: int) -> Node:
        """An object, or `Computed` for a question of which a part cannot be known: it is told.

        `computed` and `damage` are how much of both there was before it.
        """
        if self.computed == computed and len(self.damage) == damage:
            return mapping
        parts = parts_of(tuple(mapping.fields))
        offered = parts.get(Part.OPTIONS, ()) or parts.get(Part.DISTRACTORS, ())
        if Part.STEM not in parts or not (offered or Part.KEY in parts):
            return mapping
        if len(self.damage) > damage:
            self._tell(damage, mapping.span)
            return Computed(mapping.start, mapping.end)
        stems = [mapping.fields[name][1] for name in parts[Part.STEM]]
        lacking = [] if any(map(_is_text, stems)) else [parts[Part.STEM][0]]
        lacking += [name for name in offered if _is_unknown(mapping.fields[name][1])]
        lacking = lacking if offered and not all(map(_is_container, stems)) else []
        if not lacking:
            return mapping
        name, value = mapping.fields[lacking[0]]
        if any(map(_is_text, stems)) or any(_says(mapping.fields[each][1]) for each in offered):
            place = name.span if name.start < name.end else value.span
            self.unread.append((place, tuple(lacking)))
        return Computed(mapping.start, mapping.end)

    def positional(self, node: Syntax, callee: str, depth: int) -> Node:
        """A call as an object: by the names of its class here, or by what its arguments can be."""
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        computed, before, waiting = self.computed, len(self.damage), len(self.waiting)
        given = [each for each in node.named_children if each.type != self.comment]
        values = [self.value(each, depth + 1) for each in given]
        if self.broken:
            self._missing(node)
        self.constants_known()
        names = self.parameters.get(callee)
        if names is not None and len(values) <= len(names):
            return self.kept(named(values, names, start, end), computed, before)
        found = told_by_place(values, start, end)
        if found is None:
            del self.waiting[waiting:], self.damage[before:]
            return self.unknown(node)
        return found

    # Names of values

    def constants_known(self) -> dict[str, Syntax | None]:
        """The values of names that have one at the top of the file, and only one."""
        if self.constants is None:
            self.constants = {}
            for name, node in self.constant_nodes():
                self.constants[name] = None if name in self.constants else node
        return self.constants

    def resolved(self, name: str, node: Syntax, field: str = "") -> Node:
        """What a name stands for, or a field of it, if that is written down; at the place of use.

        A list keeps the places of its members: there is where they are written.
        """
        found = self.constants_known().get(name)
        if found is None or name in self.resolving:
            return self.unknown(node, look=False)
        self.resolving.add(name)
        kept = self.comments, self.problems, self.damage, self.unread, self.waiting
        self.comments, self.problems, self.damage, self.unread, self.waiting = [], [], [], [], []
        try:
            value = self.value(found, 1)
        finally:
            self.comments, self.problems, self.damage, self.unread, self.waiting = kept
            self.resolving.discard(name)
        if field:
            inner = value.get(field) if isinstance(value, Mapping) else None
            value = inner or Computed(0, 0)
        if isinstance(value, Sequence) and all(map(_is_text, value.items)):
            return value
        if isinstance(value, Scalar) and not isinstance(value, Computed):
            start, end = self.at(node.start_byte), self.at(node.end_byte)
            return Scalar(value.value, start, end, value.plain, value.kind)
        return self.unknown(node, look=False)

    # What is no program

    def _root(self, name: str, node: Syntax) -> None:
        value = self.value(node, 0)
        if self.damage:
            self._tell(0)
        if isinstance(value, (Mapping, Sequence)):
            self.roots.append(value)
            self.names.append(name)

    def _salvage(self, node: Syntax) -> None:
        """What can be read in a part of the file that has lost its shape: its whole objects."""
        found: list[Node] = []
        for each in self._whole_in(node):
            value = self.value(each, 1)
            if isinstance(value, Mapping) and value.fields:
                found.append(value)
            elif isinstance(value, Sequence):
                found += [inner for inner in value.items if isinstance(inner, Mapping)]
        self.damage.insert(0, node)
        self._tell(0, enclosing=True)
        if found:
            self.roots.append(Sequence(found[0].start, found[-1].end, found))
            self.names.append("")

    def _whole_in(self, node: Syntax) -> list[Syntax]:
        """The lists and objects in a place that is no program, which are whole themselves."""
        found: list[Syntax] = []
        waiting = list(reversed(node.named_children))
        while waiting:
            child = waiting.pop()
            if self.unwrapped(child).type in self.members:
                found.append(child)
            elif child.type not in self.readers:
                waiting += reversed(child.named_children)
        return found

    def _missing(self, node: Syntax) -> None:
        self.damage += [child for child in node.children if child.is_missing]

    def _tell(self, since: int, skipped: Span | None = None, *, enclosing: bool = False) -> None:
        """Tell the first of the places that are no program, and what was not read for it."""
        node = self.damage[since]
        del self.damage[since:]
        if sum(isinstance(each, Broken) for each in self.problems) >= MOST_TOLD:
            return
        span = self.parsed.span(node)
        told: Told = Program.SYNTAX.of(self.parsed.language)
        if node.is_missing:
            told = Program.MISSING.of(self.parsed.language, node.type)
        elif skipped is not None:
            told = Program.ITEM.of(self.parsed.language)
        self.problems.append(Broken(self._line(span), told, span if enclosing else skipped))

    def _line(self, span: Span) -> Span:
        """The first line of a place that is not blank."""
        written = self.text[span.start : span.end]
        start = span.start + len(written) - len(written.lstrip())
        line = self.text[start : span.end].split("\n", 1)[0].rstrip()
        if line:
            return Span(start, start + len(line))
        before = len(self.text[: span.start].rstrip())
        return Span(max(0, before - 1), max(1, before))


def _told_apart(names: list[str]) -> list[str]:
    """Names of which no two are alike: those without one are numbered as the roots of others."""
    many, seen, found = len(names) > 1, set[str](), list[str]()
    for index, name in enumerate(names):
        one = name or (f"[{index}]" if many else "")
        count = 2
        while one in seen:
            one, count = f"{name}_{count}", count + 1
        seen.add(one)
        found.append(one)
    return found


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and not isinstance(node, Computed)


def _says(node: Node) -> bool:
    """Whether some text is written down in a value."""
    if isinstance(node, Sequence):
        return any(map(_says, node.items))
    if isinstance(node, Mapping):
        return any(_says(value) for _, value in node.fields.values())
    return _is_text(node)


def _is_container(node: Node) -> bool:
    return not isinstance(node, Scalar)


def _is_unknown(node: Node) -> bool:
    """Whether options, or the text of one of them, are computed."""
    if isinstance(node, Sequence):
        return any(map(_is_unknown, node.items))
    if isinstance(node, Mapping):
        texts = [node.fields[name][1] for name in option_parts(tuple(node.fields))[0]]
        if texts:
            return not any(map(_is_text, texts))
        return any(isinstance(value, Computed) for _, value in node.fields.values())
    return isinstance(node, Computed)
