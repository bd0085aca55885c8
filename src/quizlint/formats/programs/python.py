"""Python: what its syntax says."""

from collections.abc import Iterator

from tree_sitter import Node as Syntax

from quizlint.formats.data.aliases import Part, parts_of
from quizlint.formats.programs.parsing import Parsed
from quizlint.formats.programs.reader import Field, Reader
from quizlint.formats.tree.nodes import SPREAD, Computed, Mapping, Node, Scalar
from quizlint.text.scalars.programs import PYTHON_STRING, Joined, python_pieces

LITERALS = frozenset({"list", "tuple", "dictionary"})

_STRINGS = frozenset({"string", "concatenated_string"})


class PythonReader(Reader):
    """The reading of a module."""

    containers = LITERALS
    members = LITERALS | {"call"}

    def __init__(self, parsed: Parsed, text: str) -> None:
        super().__init__(parsed, text)
        self.readers = {
            "string": self._string,
            "concatenated_string": self._joined,
            "binary_operator": self._sum,
            "integer": self._integer,
            "float": lambda node, _: self.literal(node, "float"),
            "true": lambda node, _: self.literal(node, "boolean"),
            "false": lambda node, _: self.literal(node, "boolean"),
            "none": lambda node, _: self.literal(node, "null"),
            "unary_operator": self._unary,
            "list": self.sequence,
            "tuple": self.sequence,
            "dictionary": self.mapping,
            "call": self._call,
            "identifier": self._name,
            "attribute": self._attribute,
        }

    def called(self, node: Syntax) -> tuple[str, Syntax]:
        """See `Reader`."""
        if node.type not in ("assignment", "keyword_argument", "pair"):
            return "", self._behind(node)
        left = node.child_by_field_name("left") or node.child_by_field_name("name")
        value = node.child_by_field_name("right") or node.child_by_field_name("value")
        if value is None:
            return "", node
        if left is not None and left.type == "attribute":
            left = left.child_by_field_name("attribute")
        name = "" if left is None or left.type != "identifier" else self._written(left)
        return name, self._behind(value)

    def _behind(self, node: Syntax) -> Syntax:
        """A value inside of the one call that it is given to, as in `deque([…])`."""
        node = self.unwrapped(node)
        while node.type == "call":
            given = node.child_by_field_name("arguments")
            inner = (
                [] if given is None else [e for e in given.named_children if e.type != "comment"]
            )
            if len(inner) != 1:
                break
            only = self.unwrapped(inner[0])
            if only.type not in self.members:
                break
            node = only
        return node

    def asks(self, node: Syntax) -> bool:
        """See `Reader`."""
        if node.type != "call":
            return False
        callee, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if callee is None or given is None:
            return False
        self.constants_known()
        names = self.parameters.get(self._written(callee), ())
        if Part.STEM not in parts_of(names):
            written = [
                each.child_by_field_name("name")
                for each in given.named_children
                if each.type == "keyword_argument"
            ]
            names = tuple(self._written(each) for each in written if each is not None)
        parts = parts_of(names)
        return Part.STEM in parts and Part.OPTIONS in parts

    def unwrapped(self, node: Syntax) -> Syntax:
        """See `Reader`."""
        while node.type == "parenthesized_expression":
            inner = [child for child in node.named_children if child.type != "comment"]
            if not inner:
                break
            node = inner[0]
        return node

    def constant_nodes(self) -> Iterator[tuple[str, Syntax]]:
        """See `Reader`. The parameters of classes are noted on the way."""
        for statement in self.parsed.root.named_children:
            kind = statement.type
            if kind == "decorated_definition":
                statement = statement.child_by_field_name("definition") or statement
                kind = statement.type
            if kind == "class_definition":
                self._class(statement)
            for each in statement.named_children if kind == "expression_statement" else ():
                left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
                if each.type == "assignment" and left is not None and right is not None:
                    yield self._written(left), right

    def _class(self, node: Syntax) -> None:
        """The names of what a class is made from: of `__init__`, else of its typed fields."""
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is None or body is None:
            return
        fields: list[str] = []
        for each in body.named_children:
            if each.type == "expression_statement":
                inner = each.named_children[0] if each.named_children else each
                left, typed = inner.child_by_field_name("left"), inner.child_by_field_name("type")
                if inner.type == "assignment" and left is not None and typed is not None:
                    fields.append(self._written(left))
            method = each.child_by_field_name("name")
            given = each.child_by_field_name("parameters")
            if method is not None and given is not None and self._written(method) == "__init__":
                fields = [self._parameter(each) for each in given.named_children][1:]
                break
        if fields:
            self.parameters[self._written(name)] = tuple(fields)

    def _parameter(self, node: Syntax) -> str:
        name = node.child_by_field_name("name")
        if name is None and node.type != "identifier" and node.named_children:
            name = node.named_children[0]
        return self._written(name or node)

    def field(self, node: Syntax, depth: int) -> Field | None:
        """See `Reader`."""
        kind = node.type
        if kind in ("pair", "keyword_argument"):
            key = node.child_by_field_name("key") or node.child_by_field_name("name")
            value = node.child_by_field_name("value")
            if self.broken:
                self.damage += [each for each in node.named_children if each.type == "ERROR"]
            if key is None or value is None:
                return None
            read = self.value(value, depth)
            name = self._key(key, depth)
            return None if name is None else (name, read)
        if kind == "dictionary_splat":
            return Scalar(SPREAD, *self.parsed.span(node)), self.unknown(node)
        self.waiting.append(node)
        return None

    def _key(self, node: Syntax, depth: int) -> Scalar | None:
        if node.type == "identifier" and node.parent is not None:
            if node.parent.type == "keyword_argument":
                start, end = self.at(node.start_byte), self.at(node.end_byte)
                return Scalar(self.text[start:end], start, end)
            return None
        key = self.value(node, depth) if node.type in (*_STRINGS, "integer") else None
        return key if isinstance(key, Scalar) and not isinstance(key, Computed) else None

    def _string(self, node: Syntax, _depth: int) -> Node:
        if any(child.type == "interpolation" for child in node.named_children):
            return self.unknown(node)
        if self.broken and any(child.is_missing for child in node.children):
            self.damage.append(node)
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        written = self.text[start:end]
        plain = "\\" not in written and "\r" not in written
        if plain and written[0] in "\"'" and written[1:3] != written[0] * 2:
            return Scalar(written[1:-1], start, end)
        value = "".join(piece for piece, _, _ in python_pieces(self.text, start, end))
        return Scalar(value, start, end, spelling=PYTHON_STRING)

    def _joined(self, node: Syntax, depth: int) -> Node:
        """Strings one behind another."""
        strings = [each for each in node.named_children if each.type == "string"]
        self.comments += [self.parsed.span(e) for e in node.named_children if e.type == "comment"]
        self.damage += [each for each in node.named_children if each.type == "ERROR"]
        return self._together(node, strings, depth)

    def _sum(self, node: Syntax, depth: int) -> Node:
        """Texts that are put together with plus signs."""
        parts: list[Syntax] = []
        left: Syntax | None = node
        while left is not None and left.type == "binary_operator":
            sign, right = left.child_by_field_name("operator"), left.child_by_field_name("right")
            if sign is None or sign.type != "+" or right is None:
                return self.unknown(node)
            parts.append(self.unwrapped(right))
            left = left.child_by_field_name("left")
            left = None if left is None else self.unwrapped(left)
        if left is None:
            return self.unknown(node)
        strings: list[Syntax] = []
        for part in reversed([*parts, left]):
            if part.type not in _STRINGS:
                return self.unknown(node)
            whole = part.type == "concatenated_string"
            strings += [e for e in part.named_children if e.type == "string"] if whole else [part]
        return self._together(node, strings, depth)

    def _together(self, node: Syntax, strings: list[Syntax], depth: int) -> Node:
        texts = [self._string(each, depth) for each in strings]
        if any(isinstance(each, Computed) for each in texts):
            return self.unknown(node, look=False)
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        value = "".join(each.value for each in texts if isinstance(each, Scalar))
        spelling = Joined([(each.start, each.end) for each in texts], python_pieces)
        return Scalar(value, start, end, spelling=spelling)

    def _integer(self, node: Syntax, _depth: int) -> Scalar:
        return self.literal(node, "integer")

    def _unary(self, node: Syntax, _depth: int) -> Node:
        inner = node.named_children[-1:]
        if node.children[0].type == "-" and inner and inner[0].type in ("integer", "float"):
            return self.literal(node, inner[0].type)
        return self.unknown(node)

    def _call(self, node: Syntax, depth: int) -> Node:
        """A call as an object: by the names of its arguments, else by their places."""
        inner = self._behind(node)
        if inner.type in LITERALS:
            return self.value(inner, depth)
        given = inner.child_by_field_name("arguments")
        if given is None:
            return self.unknown(node)
        arguments = [each for each in given.named_children if each.type != "comment"]
        named = [each for each in arguments if each.type == "keyword_argument"]
        callee = inner.child_by_field_name("function")
        if given.type != "argument_list" or callee is None or not arguments:
            return self.unknown(node)
        found: Node
        if named and len(named) == len(arguments):
            names = (each.child_by_field_name("name") for each in named)
            parts = parts_of(tuple(self._written(name) for name in names if name is not None))
            if Part.STEM not in parts:
                return self.unknown(node)
            found = self.mapping(given, depth)
        elif named:
            found = self._mixed(given, self._written(callee), arguments, depth)
        else:
            found = self.positional(given, self._written(callee), depth)
        if isinstance(found, Mapping):
            found.start, found.end = self.at(inner.start_byte), self.at(inner.end_byte)
        return found

    def _mixed(self, node: Syntax, callee: str, arguments: list[Syntax], depth: int) -> Node:
        """Some arguments by place, the others by name: the class or the alias table has both."""
        self.constants_known()
        names = self.parameters.get(callee)
        if names is None:
            given = (each.child_by_field_name("name") for each in arguments)
            parts = parts_of(tuple(self._written(each) for each in given if each is not None))
            if Part.KEY not in parts and Part.OPTIONS not in parts:
                return self.unknown(node)
            names = ("question", "options", "answer", "explanation")
        fields: dict[str, Field] = {}
        computed, before = self.computed, len(self.damage)
        for index, each in enumerate(arguments):
            if each.type == "keyword_argument":
                field = self.field(each, depth + 1)
                if field is not None:
                    self.put(fields, *field)
            elif index < len(names):
                value = self.value(each, depth + 1)
                self.put(fields, Scalar(names[index], value.start, value.start), value)
        mapping = Mapping(self.at(node.start_byte), self.at(node.end_byte), fields)
        if Part.STEM not in parts_of(tuple(fields)):
            return self.unknown(node, look=False)
        return self.kept(mapping, computed, before)

    def _name(self, node: Syntax, _depth: int) -> Node:
        return self.resolved(self._written(node), node)

    def _attribute(self, node: Syntax, _depth: int) -> Node:
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("attribute")
        if owner is None or name is None or owner.type != "identifier":
            return self.unknown(node)
        return self.resolved(self._written(owner), node, self._written(name))

    def _written(self, node: Syntax) -> str:
        return self.text[self.at(node.start_byte) : self.at(node.end_byte)]
