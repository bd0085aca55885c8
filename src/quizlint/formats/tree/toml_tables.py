"""Which tables a TOML file defines, and that each is defined once."""

from quizlint.content import Problem
from quizlint.content.problems import DuplicateField
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence

_HEADER = -1  # defined by its own [header]
_FROZEN = -2  # written in braces or brackets: nothing can be added


class Tables:
    """The tables met so far. Of two definitions of one name the first counts."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.section = 0  # how many headers were met
        # How a table came to be: _HEADER, _FROZEN, or the section whose dotted keys made it.
        # Tables that exist only because a header names something inside them are not in here.
        self._made: dict[int, int] = {}
        self._kept: list[Node] = []  # an id holds only while its node lives

    def freeze(self, node: Node) -> None:
        """Close a table or list that was written as a value."""
        self._mark(node, _FROZEN)

    def put(self, table: Mapping, key: list[Scalar], value: Node) -> None:
        """Add the value of a key, dotted or not."""
        for part in key[:-1]:
            known = table.fields.get(part.value)
            if known is None:
                inner = Mapping(part.start, value.end, {})
                table.fields[part.value] = (part, inner)
            else:
                node = known[1]
                made = self._made.get(id(node), self.section)
                if not isinstance(node, Mapping) or made != self.section:
                    self._twice(part, known[0])
                    return
                inner = node
                inner.end = value.end
            self._mark(inner, self.section)
            table = inner
        if isinstance(value, Sequence):
            self.freeze(value)
        self._add(table, key[-1], value)

    def open(self, root: Mapping, key: list[Scalar], start: int, end: int) -> list[Node]:
        """The tables and lists on the way to that of a `[key]` header, itself the last."""
        self.section += 1
        way = self._walk(root, key, start, end)
        if way is None:
            return [Mapping(start, end, {})]
        table, name = way[-1], key[-1]
        assert isinstance(table, Mapping)
        known = table.fields.get(name.value)
        if known is None:
            node: Node = Mapping(start, end, {})
            table.fields[name.value] = (name, node)
        else:
            node = known[1]
            if not isinstance(node, Mapping) or id(node) in self._made:
                self._twice(name, known[0])
                return [Mapping(start, end, {})]
        self._mark(node, _HEADER)
        return [*way, node]

    def append(self, root: Mapping, key: list[Scalar], start: int, end: int) -> list[Node]:
        """The same for a `[[key]]` header, which adds a table to a list."""
        self.section += 1
        way = self._walk(root, key, start, end)
        node = Mapping(start, end, {})
        self._mark(node, _HEADER)
        if way is None:
            return [node]
        table, name = way[-1], key[-1]
        assert isinstance(table, Mapping)
        known = table.fields.get(name.value)
        if known is None:
            items = Sequence(start, end, [])
            table.fields[name.value] = (name, items)
        elif isinstance(known[1], Sequence) and id(known[1]) not in self._made:
            items = known[1]
        else:
            self._twice(name, known[0])
            return [node]
        items.items.append(node)
        return [*way, items, node]

    def _walk(self, root: Mapping, key: list[Scalar], start: int, end: int) -> list[Node] | None:
        way: list[Node] = [root]
        table = root
        for part in key[:-1]:
            known = table.fields.get(part.value)
            if known is None:
                node: Node = Mapping(start, end, {})
                table.fields[part.value] = (part, node)
            else:
                node = known[1]
            if self._made.get(id(node)) != _FROZEN and isinstance(node, Sequence):
                way.append(node)
                node = node.items[-1]
            if self._made.get(id(node)) == _FROZEN or not isinstance(node, Mapping):
                self._twice(part, known[0] if known is not None else part)
                return None
            way.append(node)
            table = node
        return way

    def _add(self, table: Mapping, name: Scalar, value: Node) -> None:
        known = table.fields.setdefault(name.value, (name, value))
        if known[1] is not value:
            self._twice(name, known[0])

    def _mark(self, node: Node, how: int) -> None:
        self._made[id(node)] = how
        self._kept.append(node)

    def _twice(self, second: Scalar, first: Scalar) -> None:
        self.problems.append(DuplicateField(second.span, second.value, first.span))
