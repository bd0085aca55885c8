"""The attributes of JSX elements as a tree, for what is written literally in them.

Nothing is evaluated: an expression that is no literal is a scalar of the kind `expression`, whose
value is the expression itself.
"""

import re
from collections.abc import Iterator

from quizlint.content.causes.markdown import Markdown
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Decoded, Span

MAX_DEPTH = 40
"""Objects in lists in objects: no question is deeper."""

EXPRESSION = "expression"

_SPACE = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_$][\w$.:-]*")
_KEY = re.compile(r"[A-Za-z_$][\w$]*|\d+")
_NUMBER = re.compile(r"-?\d+(?P<rest>\.\d+)?(?![\w.])")
_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]{1,6})\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<line>\r\n|[\n\r\u2028\u2029])|(?P<one>.))",
    re.DOTALL,
)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_STOPS = re.compile(r"[\"'`(\[{}\]),]|/[/*]")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_CAST = re.compile(r"(?:as|satisfies)\s+[\w.<>\[\]]{1,80}")
_WORDS = {"true": "boolean", "false": "boolean", "null": "null", "undefined": "null"}


class JsStrings:
    """One text in quotes or backticks, or several joined with `+`."""

    __slots__ = ("_parts",)

    def __init__(self, parts: tuple[tuple[int, int], ...]) -> None:
        self._parts = parts

    def decode(self, source: str, _span: Span) -> Decoded:
        return Decoded.joined(p for start, end in self._parts for p in _pieces(source, start, end))


class BrokenError(Exception):
    """An element that does not end as it should; `at` is the offset where that shows."""

    def __init__(self, at: int, cause: Markdown) -> None:
        super().__init__(cause.name)
        self.at = at
        self.told = cause.of()


def read_element(text: str, start: int, end: int) -> Mapping:
    """The attributes of the element that begins with `<` at `start`.

    The mapping's end is the end of the opening tag. Raises BrokenError.
    """
    return _Scanner(text, end).element(start)


class _Scanner:
    __slots__ = ("at", "end", "text")

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.at = 0

    def element(self, start: int) -> Mapping:
        text = self.text
        name = _NAME.match(text, start + 1, self.end)
        self.at = start + 1 if name is None else name.end()
        fields: dict[str, tuple[Scalar, Node]] = {}
        while True:
            self._space()
            at = self.at
            if text.startswith("/>", at) and at + 2 <= self.end:
                return Mapping(start, at + 2, fields)
            if text.startswith(">", at) and at < self.end:
                return Mapping(start, at + 1, fields)
            if text.startswith("{", at):  # {...props}: nothing that is written here
                self._skip_group()
                continue
            match = _NAME.match(text, at, self.end)
            if match is None:
                raise BrokenError(min(at, self.end), Markdown.ELEMENT_OPEN)
            self.at = match.end()
            key = Scalar(match[0], match.start(), match.end())
            self._space()
            if not text.startswith("=", self.at) or self.at >= self.end:
                value: Node = Scalar("true", key.start, key.end, kind="boolean")
            else:
                self.at += 1
                self._space()
                value = self._attribute()
            fields.setdefault(key.value, (key, value))

    def _attribute(self) -> Node:
        text, at = self.text, self.at
        quote = text[at : at + 1]
        if quote in ('"', "'"):  # attributes know no backslash
            close = text.find(quote, at + 1, self.end)
            if close < 0:
                raise BrokenError(at, Markdown.TEXT_OPEN)
            self.at = close + 1
            return Scalar(text[at + 1 : close], at + 1, close)
        if quote == "{":
            self.at += 1
            self._space()
            value = self.value(0)
            self._space()
            if not text.startswith("}", self.at) or self.at >= self.end:
                raise BrokenError(min(self.at, self.end - 1), Markdown.EXPRESSION_OPEN)
            self.at += 1
            return value
        raise BrokenError(at, Markdown.ATTRIBUTE_ALONE)

    def value(self, depth: int) -> Node:
        """One value; what cannot be read as a literal is an expression up to a comma."""
        if depth > MAX_DEPTH:
            raise BrokenError(self.at, Markdown.NESTED_TOO_DEEP)
        text, at = self.text, self.at
        first = text[at : at + 1] if at < self.end else ""
        if not first:
            raise BrokenError(self.end, Markdown.EXPRESSION_OPEN)
        node: Node | None = None
        if first == "{":
            node = self._object(depth)
        elif first == "[":
            node = self._array(depth)
        elif first in "\"'`":
            node = self._string()
        elif first.isdigit() or first == "-":
            number = _NUMBER.match(text, at, self.end)
            if number is not None:
                self.at = number.end()
                kind = "float" if number["rest"] else "integer"
                node = Scalar(number[0], at, self.at, True, kind)
        else:
            word = _KEY.match(text, at, self.end)
            if word is not None and word[0] in _WORDS:
                self.at = word.end()
                node = Scalar(word[0], at, self.at, True, _WORDS[word[0]])
        if node is not None:
            self._space()
            cast = _CAST.match(text, self.at, self.end)
            if cast is not None:
                self.at = cast.end()
                self._space()
            if self.at < self.end and text[self.at] in ",]})":
                return node
        self.at = at
        return self._expression()

    def _object(self, depth: int) -> Mapping:
        text, start = self.text, self.at
        self.at += 1
        fields: dict[str, tuple[Scalar, Node]] = {}
        while True:
            self._space()
            at = self.at
            if at >= self.end:
                raise BrokenError(start, Markdown.OBJECT_OPEN)
            if text[at] == "}":
                self.at += 1
                return Mapping(start, self.at, fields)
            if text[at] == ",":
                self.at += 1
                continue
            if text[at] in "\"'`":
                key = self._one_string()
            else:
                match = _KEY.match(text, at, self.end)
                if match is None:
                    self._expression()
                    if self.at == at:
                        raise BrokenError(at, Markdown.OBJECT_OPEN)
                    continue
                self.at = match.end()
                key = Scalar(match[0], at, self.at)
            self._space()
            if not text.startswith(":", self.at) or self.at >= self.end:
                self._expression()  # {name} or {method() {…}}: not written out
                if self.at == at:
                    raise BrokenError(at, Markdown.OBJECT_OPEN)
                continue
            self.at += 1
            self._space()
            fields.setdefault(key.value, (key, self.value(depth + 1)))

    def _array(self, depth: int) -> Sequence:
        text, start = self.text, self.at
        self.at += 1
        items: list[Node] = []
        while True:
            self._space()
            if self.at >= self.end:
                raise BrokenError(start, Markdown.LIST_OPEN)
            if text[self.at] == "]":
                self.at += 1
                return Sequence(start, self.at, items)
            if text[self.at] == ",":
                self.at += 1
                continue
            at = self.at
            items.append(self.value(depth + 1))
            if self.at == at:
                raise BrokenError(at, Markdown.LIST_OPEN)

    def _string(self) -> Scalar:
        first = self._one_string()
        parts = [(first.start, first.end)]
        value = first.value
        while True:
            at = self.at
            self._space()
            if not self.text.startswith("+", self.at):
                self.at = at
                break
            self.at += 1
            self._space()
            if self.at >= self.end or self.text[self.at] not in "\"'`":
                self.at = at
                break
            more = self._one_string()
            parts.append((more.start, more.end))
            value += more.value
        spelling = JsStrings(tuple(parts))
        return Scalar(value, parts[0][0], parts[-1][1], False, "string", spelling)

    def _one_string(self) -> Scalar:
        text, start = self.text, self.at
        quote = text[start]
        at = start + 1
        while True:
            close = text.find(quote, at, self.end)
            if close < 0:
                raise BrokenError(start, Markdown.TEXT_OPEN)
            slashes = close - at - len(text[at:close].rstrip("\\"))
            if slashes % 2 == 0:
                break
            at = close + 1
        if quote != "`" and "\n" in text[start:close]:
            line = text.find("\n", start)
            if text[line - 1 : line] != "\\" and text[line - 2 : line] != "\\\r":
                raise BrokenError(start, Markdown.TEXT_OPEN_ON_LINE)
        self.at = close + 1
        spelling = JsStrings(((start, self.at),))
        value = "".join(piece for piece, _, _ in _pieces(text, start, self.at))
        return Scalar(value, start, self.at, False, "string", spelling)

    def _expression(self) -> Scalar:
        """What stands up to a comma or the end of the group it is in."""
        text, start = self.text, self.at
        while True:
            match = _STOPS.search(text, self.at, self.end)
            if match is None:
                raise BrokenError(start, Markdown.EXPRESSION_OPEN)
            found = match[0]
            if found in ("}", "]", ")", ","):
                self.at = match.start()
                break
            self.at = match.start()
            if found in "([{":
                self._skip_group()
            elif found[0] == "/":
                self._comment(start)
            elif found == "'" and text[self.at - 1 : self.at].isalnum():
                self.at += 1  # an apostrophe in the words of an element
            else:
                self._one_string()
        value = text[start : self.at].rstrip()
        return Scalar(value, start, start + len(value), False, EXPRESSION)

    def _skip_group(self) -> None:
        """Go behind a group of brackets, whatever is in it."""
        text = self.text
        start = self.at
        stack = [_CLOSING[text[start]]]
        self.at += 1
        while stack:
            match = _STOPS.search(text, self.at, self.end)
            if match is None:
                raise BrokenError(start, Markdown.BRACKET_OPEN)
            found = match[0]
            self.at = match.start()
            if found in _CLOSING:
                stack.append(_CLOSING[found])
                self.at += 1
            elif found in ("}", "]", ")"):
                if stack.pop() != found:
                    raise BrokenError(start, Markdown.BRACKET_OPEN)
                self.at += 1
            elif found == ",":
                self.at += 1
            elif found[0] == "/":
                self._comment(start)
            elif found == "'" and text[self.at - 1 : self.at].isalnum():
                self.at += 1
            else:
                self._one_string()

    def _comment(self, start: int) -> None:
        """Go behind a comment."""
        line = self.text[self.at + 1] == "/"
        close = self.text.find("\n" if line else "*/", self.at, self.end)
        if close < 0:
            raise BrokenError(start, Markdown.EXPRESSION_OPEN)
        self.at = close + (1 if line else 2)

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.at, self.end)
        assert match is not None
        self.at = match.end()


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What a quoted text says: runs of characters that stand for themselves, and escapes."""
    at, stop = start + 1, end - 1
    while at < stop:
        match = _ESCAPE.search(source, at, stop) if source.find("\\", at, stop) >= 0 else None
        if match is None:
            yield source[at:stop], at, stop
            return
        if at < match.start():
            yield source[at : match.start()], at, match.start()
        code = match["point"] or match["four"] or match["two"]
        if code is not None:
            number = int(code, 16)
            odd = 0xD800 <= number < 0xE000 or number > 0x10FFFF
            yield ("\ufffd" if odd else chr(number)), match.start(), match.end()
        elif match["line"] is None:
            yield _SHORT.get(match["one"], match["one"]), match.start(), match.end()
        at = match.end()
