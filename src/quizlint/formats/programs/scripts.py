"""JavaScript and TypeScript: what their syntax says."""

from collections.abc import Iterator

from tree_sitter import Node as Syntax

from quizlint.formats.data.aliases import Part, parts_of
from quizlint.formats.programs.parsing import Parsed
from quizlint.formats.programs.reader import Field, Reader
from quizlint.formats.tree.nodes import SPREAD, Computed, Mapping, Node, Scalar
from quizlint.text.scalars.programs import SCRIPT_STRING, Joined, script_pieces

WRAPPING = frozenset(
    {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"}
    | {"type_assertion"}
)
LITERALS = frozenset({"array", "object"})

_STRINGS = frozenset({"string", "template_string"})
_DECLARED = {
    "variable_declarator": ("name", "value"),
    "assignment_expression": ("left", "right"),
    "public_field_definition": ("name", "value"),
    "field_definition": ("property", "value"),
    "pair": ("key", "value"),
}


class ScriptReader(Reader):
    """The reading of a module."""

    containers = LITERALS
    members = LITERALS | {"new_expression", "call_expression"}

    def __init__(self, parsed: Parsed, text: str) -> None:
        super().__init__(parsed, text)
        self.readers = {
            "string": self._string,
            "template_string": self._template,
            "number": self._number,
            "true": lambda node, _: self.literal(node, "boolean"),
            "false": lambda node, _: self.literal(node, "boolean"),
            "null": lambda node, _: self.literal(node, "null"),
            "undefined": lambda node, _: self.literal(node, "null"),
            "unary_expression": self._unary,
            "binary_expression": self._sum,
            "array": self.sequence,
            "object": self.mapping,
            "call_expression": self._call,
            "new_expression": self._call,
            "identifier": self._name,
            "member_expression": self._member,
            "jsx_element": self._markup,
            "jsx_self_closing_element": self._markup,
        }

    def called(self, node: Syntax) -> tuple[str, Syntax]:
        """See `Reader`. `module.exports` and `export default` are no names."""
        fields = _DECLARED.get(node.type)
        if fields is None:
            return "", self._behind(node)
        left, value = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if left is None or value is None:
            return "", node
        if left.type == "member_expression":
            left = left.child_by_field_name("property") or left
        if left.type in ("array_pattern", "object_pattern") and left.named_children:
            left = left.named_children[0]  # as in `const [questions, setQuestions] = useState(…)`
        name = self._written(left).strip("\"'`")
        return ("" if name == "exports" else name), self._behind(value)

    def _behind(self, node: Syntax) -> Syntax:
        """A value inside of the one call that it is given to, as in `Object.freeze([…])`."""
        node = self.unwrapped(node)
        while node.type in ("call_expression", "new_expression"):
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
        callee = node.child_by_field_name("constructor")
        if callee is None:
            return False
        self.constants_known()
        return Part.STEM in parts_of(self.parameters.get(self._written(callee), ()))

    def unwrapped(self, node: Syntax) -> Syntax:
        """See `Reader`."""
        while node.type in WRAPPING:
            inner = [child for child in node.named_children if child.type != "comment"]
            if not inner:
                break
            node = inner[-1] if node.type == "type_assertion" else inner[0]
        return node

    def constant_nodes(self) -> Iterator[tuple[str, Syntax]]:
        """See `Reader`. The parameters of classes are noted on the way."""
        for statement in self.parsed.root.named_children:
            inner = statement
            if inner.type == "export_statement":
                inner = inner.child_by_field_name("declaration") or inner
            if inner.type == "class_declaration":
                self._class(inner)
            for each in inner.named_children:
                name = each.child_by_field_name("name")
                value = each.child_by_field_name("value")
                if each.type == "variable_declarator" and name is not None and value is not None:
                    fixed = (
                        inner.type == "lexical_declaration" and inner.children[0].type == "const"
                    )
                    yield self._written(name), value
                    if not fixed:  # what may change has no value that is known
                        yield self._written(name), value

    def _class(self, node: Syntax) -> None:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        for each in [] if body is None else body.named_children:
            method = each.child_by_field_name("name")
            if method is None or self._written(method) != "constructor" or name is None:
                continue
            given = each.child_by_field_name("parameters")
            if given is not None:
                self.parameters[self._written(name)] = tuple(
                    self._parameter(parameter) for parameter in given.named_children
                )

    def _parameter(self, node: Syntax) -> str:
        name = node.child_by_field_name("pattern") or node.child_by_field_name("left") or node
        return self._written(name)

    def field(self, node: Syntax, depth: int) -> Field | None:
        """See `Reader`."""
        kind = node.type
        if kind == "pair":
            inner = node.named_children
            if len(inner) != 2:
                self.comments += [self.parsed.span(e) for e in inner if e.type == "comment"]
                if any(each.type == "ERROR" for each in inner):
                    self.damage += [each for each in inner if each.type == "ERROR"]
                inner = [each for each in inner if each.type not in ("comment", "ERROR")]
                if len(inner) != 2:
                    return None
            name = self._property(inner[0], depth)
            value = self.value(inner[1], depth)
            return None if name is None else (name, value)
        if kind == "shorthand_property_identifier":
            return self._scalar(node), self._name(node, depth)
        if kind == "spread_element":
            span = self.parsed.span(node)
            return Scalar(SPREAD, *span), self.unknown(node)
        self.waiting.append(node)  # a method, in which something may be written down
        return None

    def _property(self, node: Syntax, depth: int) -> Scalar | None:
        kind = node.type
        if kind == "property_identifier":
            return self._scalar(node)
        if kind == "string":
            return self._string(node, depth)
        if kind == "number":
            return self._scalar(node)
        return None

    def _string(self, node: Syntax, _depth: int) -> Scalar:
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        written = self.text[start:end]
        if self.broken and any(child.is_missing for child in node.children):
            self.damage.append(node)
        if "\\" not in written and "\r" not in written:
            return Scalar(written[1:-1], start, end)
        value = "".join(piece for piece, _, _ in script_pieces(self.text, start, end))
        return Scalar(value, start, end, spelling=SCRIPT_STRING)

    def _template(self, node: Syntax, depth: int) -> Node:
        if any(child.type == "template_substitution" for child in node.named_children):
            return self.unknown(node)
        return self._string(node, depth)

    def _number(self, node: Syntax, _depth: int) -> Scalar:
        scalar = self.literal(node, "float")
        if scalar.value.isdigit():
            scalar.kind = "integer"
        return scalar

    def _unary(self, node: Syntax, depth: int) -> Node:
        sign, inner = node.children[0].type, node.named_children[-1:]
        if not inner or inner[0].type != "number":
            return self.unknown(node)
        number = self._number(inner[0], depth)
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        if sign == "!":  # as shorteners write the truths
            return Scalar("true" if number.value == "0" else "false", start, end, True, "boolean")
        if sign == "-":
            return Scalar("-" + number.value, start, end, True, number.kind)
        return self.unknown(node)

    def _sum(self, node: Syntax, depth: int) -> Node:
        """Texts that are put together with plus signs."""
        parts: list[Syntax] = []
        left: Syntax | None = node
        while left is not None and left.type == "binary_expression":
            sign, right = left.child_by_field_name("operator"), left.child_by_field_name("right")
            if sign is None or sign.type != "+" or right is None:
                return self.unknown(node)
            parts.append(self.unwrapped(right))
            left = left.child_by_field_name("left")
            left = None if left is None else self.unwrapped(left)
        if left is None:
            return self.unknown(node)
        parts.append(left)
        if any(part.type not in _STRINGS for part in parts):
            return self.unknown(node)
        texts = [self.value(part, depth) for part in reversed(parts)]
        if any(isinstance(each, Computed) for each in texts):
            return self.unknown(node)
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        value = "".join(each.value for each in texts if isinstance(each, Scalar))
        spelling = Joined([(each.start, each.end) for each in texts], script_pieces)
        return Scalar(value, start, end, spelling=spelling)

    def _call(self, node: Syntax, depth: int) -> Node:
        inner = self._behind(node)
        if inner.type in LITERALS:
            return self.value(inner, depth)
        given = inner.child_by_field_name("arguments")
        if given is None:
            return self.unknown(node)
        callee = inner.child_by_field_name("constructor") or inner.child_by_field_name("function")
        if callee is None or callee.type != "identifier" or given.type != "arguments":
            return self.unknown(node)
        found = self.positional(given, self._written(callee), depth)
        if isinstance(found, Mapping):
            found.start, found.end = self.at(inner.start_byte), self.at(inner.end_byte)
        return found

    def _name(self, node: Syntax, _depth: int) -> Node:
        return self.resolved(self._written(node), node)

    def _member(self, node: Syntax, _depth: int) -> Node:
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is None or name is None or owner.type != "identifier":
            return self.unknown(node)
        return self.resolved(self._written(owner), node, self._written(name))

    def _markup(self, node: Syntax, _depth: int) -> Node:
        """JSX as the HTML that it looks like, unless something in it is computed."""
        waiting = [node]
        while waiting:
            each = waiting.pop()
            if each.type == "jsx_expression":
                return self.unknown(node)
            waiting += each.named_children
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        written = self.text[start:end]
        if written.startswith("<>"):
            start, end = start + 2, end - 3
        return Scalar(self.text[start:end], start, end)

    def _scalar(self, node: Syntax) -> Scalar:
        start, end = self.at(node.start_byte), self.at(node.end_byte)
        return Scalar(self.text[start:end], start, end)

    def _written(self, node: Syntax) -> str:
        return self.text[self.at(node.start_byte) : self.at(node.end_byte)]
