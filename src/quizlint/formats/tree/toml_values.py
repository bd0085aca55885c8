"""The keys and values of TOML 1.0, with their places."""

import re
from typing import Final

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.toml import Toml
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from quizlint.formats.tree.toml_tables import Tables
from quizlint.text import Source, Span
from quizlint.text.scalars.toml import TOML_STRING, pieces

_BLANKS: Final = re.compile(r"[ \t]*")
_BLANK_LINES: Final = re.compile(r"(?:[ \t\n]|\r\n)*")
_COMMENT: Final = re.compile(r"#([^\r\n]*)")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_STRINGS: Final = {
    '"': re.compile(r'"([^"\\\x00-\x08\x0a-\x1f\x7f]*)"'),
    "'": re.compile(r"'([^'\x00-\x08\x0a-\x1f\x7f]*)'"),
}
_ESCAPED: Final = re.compile(r'"(?:[^"\\\r\n]|\\[^\r\n])*+"')
_MULTI: Final = {
    '"': re.compile(r'"""(?:[^"\\]|\\(?s:.)|"{1,2}(?!"))*+"{3,5}'),
    "'": re.compile(r"'''(?:[^']|'{1,2}(?!'))*+'{3,5}"),
}
_BAD: Final = re.compile(
    r"\\(?:[btnfr\"\\]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
    r"|U(?:000(?!0[dD][89a-fA-F])[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})"
    r"|[ \t]*\r?\n)|(\\(?s:.)?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n))"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_NUMBER: Final = re.compile(
    r"""(0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*)
    |([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])
        (?:[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?
          (?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?
      |(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?)
    |([+-]?(?:(?:0|[1-9](?:_?[0-9])*)
      (?:\.[0-9](?:_?[0-9])*(?:[eE][+-]?[0-9](?:_?[0-9])*)?|[eE][+-]?[0-9](?:_?[0-9])*)|inf|nan))
    |([+-]?(?:0|[1-9](?:_?[0-9])*))
    |(true|false)""",
    re.VERBOSE,
)
_KINDS: Final = ("", "integer", "string", "float", "integer", "boolean")
_ENDS: Final = re.compile(r"[ \t]*(?:[,\]}#\r\n]|\Z)")
_WORD: Final = re.compile(r"[^\s,\[\]{}#]+")
_DATED: Final = re.compile(r"[0-9]+[-:/][0-9]+")
_ASSIGNMENT: Final = re.compile(r"""[A-Za-z0-9_."'-]+[ \t]*=""")
_LINE: Final = re.compile(r"[^\r\n]*")
_TYPED: Final = "“”„‘’"


class Broken(Exception):  # noqa: N818
    """A statement that cannot be read on. `told` is None where it is too deep."""

    def __init__(self, start: int, end: int, told: Told | None) -> None:
        self.start = start
        self.end = end
        self.told = told


class Values:
    """Reads keys and values; raises `Broken` where one is not TOML."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.end = len(source.text)
        self.problems: list[Problem] = []
        self.comments: list[Span] = []
        self.wants_comments = "quizlint:" in source.text
        self.tables = Tables(self.problems)

    def blanks(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        assert found is not None
        return found.end()

    def comment(self, at: int) -> int:
        """The end of the comment at `at`, if there is one."""
        found = _COMMENT.match(self.text, at)
        if found is None:
            return at
        control = _CONTROL.search(self.text, *found.span())
        if control is not None:
            raise Broken(*control.span(), _control(control[0], Toml.COMMENT))
        if self.wants_comments:
            self.comments.append(Span(*found.span()))
        return found.end()

    def gap(self, at: int) -> int:
        """The end of white space, line ends and comments, as they may stand in a list."""
        while True:
            found = _BLANK_LINES.match(self.text, at)
            assert found is not None
            at = found.end()
            end = self.comment(at)
            if end == at:
                return at
            at = end

    def key(self, at: int) -> tuple[list[Scalar], int]:
        """A key, dotted or not, and the blanks behind it."""
        parts: list[Scalar] = []
        text = self.text
        while True:
            char = text[at : at + 1]
            if char in ('"', "'"):
                part = self.string(at, in_key=True)
            else:
                bare = _BARE.match(text, at)
                if bare is None:
                    raise self._no_key(at, bool(parts))
                part = Scalar(bare[0], *bare.span())
            parts.append(part)
            if len(parts) > MAX_DEPTH:
                raise Broken(part.start, part.end, None)
            at = self.blanks(part.end)
            if text[at : at + 1] != ".":
                return parts, at
            at = self.blanks(at + 1)

    def _no_key(self, at: int, dotted: bool) -> Broken:
        char = self.text[at : at + 1]
        if char in _TYPED and char:
            return Broken(at, at + 1, Toml.CURLY_QUOTES.of())
        if char == "=":
            return Broken(at, at + 1, Toml.NO_NAME.of())
        told = Toml.NAME_BEHIND_DOT.of() if dotted else Toml.NAME_HERE.of()
        return Broken(at, at if char in "\r\n" else at + 1, told)

    def value(self, at: int, depth: int = 1) -> Node:
        """The value at `at`."""
        text = self.text
        char = text[at : at + 1]
        if char in ('"', "'"):
            return self.string(at)
        if char == "[" or char == "{":
            if depth > MAX_DEPTH:
                raise Broken(at, at + 1, None)
            return self._array(at, depth) if char == "[" else self._inline(at, depth)
        found = _NUMBER.match(text, at)
        if found is not None and found.lastindex and _ENDS.match(text, found.end()):
            return Scalar(found[0], at, found.end(), True, _KINDS[found.lastindex])
        raise self._no_value(at, depth > 1)

    def _no_value(self, at: int, inside: bool) -> Broken:
        text = self.text
        char = text[at : at + 1]
        if not char or char in "\r\n#,]}":
            return Broken(at, at + 1 if char not in "\r\n" else at, Toml.NO_VALUE.of())
        if char in _TYPED:
            return Broken(at, at + 1, Toml.CURLY_QUOTES.of())
        line = _LINE.match(text, at)
        word = _WORD.match(text, at)
        assert line is not None
        if word is None or not _ENDS.match(text, word.end()):
            end = at + max(len(line[0].rstrip(" \t,")), 1)
            if inside and _ASSIGNMENT.match(text, at):
                return Broken(at, end, Toml.FIELD_IN_LIST.of())
            return Broken(at, end, Toml.UNQUOTED.of())
        lower = word[0].lower()
        shown = word[0] if len(word[0]) <= 30 else word[0][:29] + "…"
        if lower in ("true", "false"):
            return Broken(at, word.end(), Toml.TRUTH.of(shown, lower))
        if lower in ("null", "none", "nil"):
            cause = Toml.NULL
        elif _DATED.match(lower):
            cause = Toml.DATE
        elif lower.lstrip("+-.")[:1].isdigit():
            cause = Toml.NUMBER
        else:
            cause = Toml.WORD
        return Broken(at, word.end(), cause.of(shown))

    def string(self, at: int, *, in_key: bool = False) -> Scalar:
        """The string at `at`, of any of the four kinds."""
        text = self.text
        quote = text[at]
        if not text.startswith(quote * 3, at):
            found = _STRINGS[quote].match(text, at)
            if found is not None:
                return Scalar(found[1], at, found.end())
            closed = _ESCAPED.match(text, at) if quote == '"' else None
            if closed is None:
                raise self._unclosed(at, quote)
            return self._decoded(at, closed.end(), quote)
        if in_key:
            raise Broken(at, at + 3, Toml.THREE_QUOTES_IN_NAME.of())
        closed = _MULTI[quote].match(text, at)
        if closed is None:
            raise Broken(at, at + 3, Toml.THREE_QUOTES.of(quote * 3))
        return self._decoded(at, closed.end(), quote)

    def _decoded(self, at: int, end: int, quote: str) -> Scalar:
        text = self.text
        for found in (_BAD if quote == '"' else _CONTROL).finditer(text, at, end):
            wrong = found[1] if quote == '"' else found[0]
            if wrong is not None:
                if wrong[0] != "\\":
                    raise Broken(*found.span(), _control(wrong, Toml.TEXT))
                raise Broken(*found.span(), Toml.ESCAPE.of(wrong.strip()))
        value = "".join([piece for piece, _, _ in pieces(text, at, end)])
        return Scalar(value, at, end, spelling=TOML_STRING)

    def _unclosed(self, at: int, quote: str) -> Broken:
        line = _LINE.match(self.text, at)
        assert line is not None
        control = _CONTROL.search(line[0])
        if control is not None and quote in line[0][control.end() :]:
            place = at + control.start()
            return Broken(place, place + 1, _control(control[0], Toml.TEXT))
        end = at + len(line[0].rstrip())
        return Broken(at, end, Toml.QUOTE.of())

    def _array(self, at: int, depth: int) -> Sequence:
        node = Sequence(at, at, [])
        text = self.text
        at = self.gap(at + 1)
        while text[at : at + 1] != "]":
            item = self.value(at, depth + 1)
            node.items.append(item)
            at = self.gap(item.end)
            char = text[at : at + 1]
            if char == ",":
                at = self.gap(at + 1)
            elif char != "]":
                raise self._unfinished(node.start, at, item.end, "]")
        node.end = at + 1
        return node

    def _inline(self, at: int, depth: int) -> Mapping:
        node = Mapping(at, at, {})
        text = self.text
        at = self.blanks(at + 1)
        if text[at : at + 1] != "}":
            while True:
                at = self.field(node, at, depth + 1)
                char = text[at : at + 1]
                if char == "}":
                    break
                if char != ",":
                    raise self._unfinished(node.start, at, at, "}")
                at = self.blanks(at + 1)
                if text[at : at + 1] == "}":
                    raise Broken(at, at + 1, Toml.TRAILING_COMMA.of())
        node.end = at + 1
        self.tables.freeze(node)
        return node

    def _unfinished(self, start: int, at: int, last: int, closer: str) -> Broken:
        char = self.text[at : at + 1]
        line = self.source.position(start).line
        opener = self.text[start]
        if not char:
            return Broken(at, at, Toml.ENDS_OPEN.of(opener, line))
        if char in "\r\n":
            return Broken(last - 1, last, Toml.CLOSED_LATE.of(opener, line))
        if char == "=":
            return Broken(at, at + 1, Toml.LIST_OPEN.of(opener, line))
        return Broken(last - 1, last, Toml.NO_COMMA.of(closer))

    def field(self, table: Mapping, at: int, depth: int = 1) -> int:
        """Read `key = value` into a table; the end of the value and the blanks behind it."""
        key, at = self.key(at)
        text = self.text
        char = text[at : at + 1]
        if char != "=":
            last = key[-1]
            if char == ":":
                raise Broken(at, at + 1, Toml.COLON.of())
            if char and char not in "\r\n":
                raise Broken(last.start, last.end, Toml.SPACE_IN_NAME.of())
            raise Broken(last.start, last.end, Toml.NAME_ALONE.of())
        value = self.value(self.blanks(at + 1), depth)
        self.tables.put(table, key, value)
        return self.blanks(value.end)


def _control(char: str, where: Toml) -> Told:
    if char == "\r":
        return Toml.LONE_RETURN.of(where.of())
    return Toml.CONTROL.of(ord(char), where.of())
