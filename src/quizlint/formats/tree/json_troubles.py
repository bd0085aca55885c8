"""What is not JSON: what is wrong there, and how reading goes on where its meaning is plain."""

import re
from json import JSONDecoder
from typing import Final

from quizlint.content.causes.json import Json
from quizlint.formats.tree.json_notes import Due, Lost, Notes, is_container
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Span
from quizlint.text.scalars.json import CLOSING, JSON_STRING, pieces

_PLAIN = r'"([^"\\\x00-\x1f]*)"'
_ESCAPED = r'("[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+")'
_NUMBER = r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])"
VALUE: Final = re.compile(
    rf"[ \t\n\r]*(?:(?:{_PLAIN}|{_ESCAPED}|{_NUMBER}|(true|false|null)\b)(?:[ \t\n\r]*,)?|([\[{{]))"
)
"""A value, and a comma behind a scalar: the hot path is as few matches as can be."""
NAME: Final = re.compile(rf"[ \t\n\r]*{_PLAIN}[ \t\n\r]*:")
NEXT: Final = re.compile(r"[ \t\n\r]*([,\]}])")

_DECODER: Final = JSONDecoder()
_HALF: Final = re.compile("[\ud800-\udfff]")
_LINE: Final = re.compile(r"[^\n\r]*")
_WORDS: Final = re.compile(r'[^\n\r,\]}"]+')
_WORD: Final = re.compile(r"""[^\s,:\[\]{}"']+""")
_BARE_NAME: Final = re.compile(r"([A-Za-z_$][\w$-]*)[ \t\n\r]*(?=:)")
_WORD_ENDS: Final = re.compile(r"[ \t]*(?:[,\]}\r\n]|\Z)")
_TEXT_ENDS: Final = re.compile(r"[ \t\n\r]*(?:[,:\]}]|\Z)")
_SCANS: Final = {
    close: re.compile(rf"(?:[^{close}\\\n\r]|\\[^\n\r])*+({close})?")
    for close in frozenset(CLOSING.values())
}
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u([dD][89a-fA-F][0-9a-fA-F]{2})"
    r'|u[0-9a-fA-F]{4}|["\\/bfnrt]|(.|\Z))',
    re.DOTALL,
)
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_NAMED: Final = re.compile(r'[ \t\n\r]*,[ \t\n\r]*"[^"\n]*"[ \t\n\r]*:')
_OPENED: Final = re.compile(r"[ \t\n\r]*,[ \t\n\r]*[{\[]")

_KINDS = {
    "true": "boolean",
    "false": "boolean",
    "none": "null",
    "null": "null",
    "undefined": "null",
}
_MEANT = {"none": "null", "undefined": "null", "nan": "null", "infinity": "null"}

MAX_LINES = 20
"""Raw line breaks that a text may hold and still be taken for one text."""


class Troubles(Notes):
    """Second looks at what is no plain JSON."""

    def between(self, at: int, root: Node | None) -> int:
        """Look at what follows a whole file's value; the place where a next value begins."""
        if at >= self.end:
            return at
        char = self.text[at]
        if root is not None and is_container(root) and char in ",{[":
            self.habit(at, at + 1, Json.SECOND_VALUE.of())
            return self.gap(at + 1) if char == "," else at
        line = _LINE.match(self.text, at, self.end)
        end = at + max(len(line[0].rstrip()), 1) if line else at + 1
        told = Json.CLOSES_NOTHING.of(char) if char in "]}" else Json.BEHIND_THE_END.of()
        if self._guessed < 0:
            self.note(at, end, told, Span(at, self.end))
        return self.end

    def odd_value(self, at: int) -> tuple[Node | None, int, Due]:
        """A value that the fast expression does not know; None where only a gap was passed."""
        text = self.text
        at = self._due(at)
        if VALUE.match(text, at, self.end):
            return None, at, Due.VALUE
        char = text[at]
        if char in CLOSING:
            scalar = self._string(at)
            return scalar, scalar.end, Due.NEXT
        in_list = bool(self.stack) and type(self.stack[-1]) is Sequence
        if char == "]" and in_list:
            self.habit(at, at + 1, Json.TRAILING_COMMA.of(char))
            return None, at, Due.NEXT
        if char == "," and in_list:
            self.note(at, at + 1, Json.COMMA_TOO_MANY.of())
            return None, at + 1, Due.VALUE
        if char in ",}]":
            raise Lost(at, at + 1, Json.NO_VALUE.of(char))
        word = _WORD.match(text, at, self.end)
        if word is None or not _WORD_ENDS.match(text, word.end(), self.end):
            words = _WORDS.match(text, at, self.end)
            end = at + len(words[0].rstrip()) if words else at + 1
            raise Lost(at, end, Json.UNQUOTED.of())
        lower = word[0].lower()
        meant = _MEANT.get(lower.lstrip("-+"), lower if lower in _KINDS else "")
        shown = _short(word[0])
        told = Json.WORD_MEANT.of(shown, meant) if meant else Json.WORD.of(shown)
        if word[0].lstrip("-+.")[:1].isdigit():
            told = Json.NUMBER.of(shown)
        self.note(at, word.end(), told)
        kind = _KINDS.get(lower, "string")
        return Scalar(word[0], at, word.end(), True, kind), word.end(), Due.NEXT

    def odd_name(self, at: int) -> tuple[Scalar | None, int, Due]:
        """A name that the fast expression does not know; None where only a gap was passed."""
        text = self.text
        at = self._due(at)
        char = text[at]
        if NAME.match(text, at, self.end):
            return None, at, Due.NAME
        if char == "}":
            self.habit(at, at + 1, Json.TRAILING_COMMA.of(char))
            return None, at, Due.NEXT
        if char == ",":
            self.note(at, at + 1, Json.COMMA_TOO_MANY.of())
            return None, at + 1, Due.NAME
        if char in CLOSING:
            name = self._string(at)
        else:
            bare = _BARE_NAME.match(text, at, self.end)
            if bare is None:
                cause = Json.BRACE_BEFORE_FIELD if char in "{[]" else Json.NO_FIELD
                raise Lost(at, at + 1, cause.of())
            name = Scalar(bare[1], *bare.span(1))
            self.habit(*bare.span(1), Json.BARE_NAME.of(_short(bare[1])))
        colon = self.gap(name.end)
        if colon < self.end and text[colon] == ":":
            return name, colon + 1, Due.VALUE
        shown = _short(name.value)
        if VALUE.match(text, colon, self.end):
            self._guess(name.start, name.end, Json.NO_COLON.of(shown))
            return name, colon, Due.VALUE
        raise Lost(name.start, name.end, Json.NAME_ALONE.of(shown))

    def odd_next(self, at: int, node: Mapping | Sequence) -> tuple[int, Due]:
        """What stands where a comma or a closing bracket should."""
        text = self.text
        last = at
        at = self._due(at)
        char = text[at]
        if char in ",]}":
            return at, Due.NEXT
        if type(node) is Mapping:
            if NAME.match(text, at, self.end) or char in CLOSING:
                if char == text[last - 1] == '"' and not NAME.match(text, at, self.end):
                    raise Lost(at, at + 1, Json.INNER_QUOTE.of())
                self._guess(*self._tail(last), Json.NO_COMMA.of())
                return at, Due.NAME
        elif char == ":":
            raise Lost(at, at + 1, Json.COLON_IN_LIST.of())
        elif VALUE.match(text, at, self.end) or char in CLOSING:
            self._guess(*self._tail(last), Json.NO_COMMA.of())
            return at, Due.VALUE
        cause = Json.INNER_QUOTE if text[last - 1] == '"' else Json.NO_COMMA_OR_BRACKET
        raise Lost(at, at + 1, cause.of())

    def wrong_closer(self, at: int, node: Mapping | Sequence) -> tuple[int, bool]:
        """Where to go on when the bracket at `at` does not fit `node`, and whether it closes it."""
        is_object = type(node) is Mapping
        char, mine = ("]", "}") if is_object else ("}", "]")
        outer = self.stack[-2] if len(self.stack) > 1 else None
        goes_on = _NAMED if is_object else _OPENED
        if outer is not None and type(outer) is not type(node):
            follows = _OPENED if is_object else _NAMED
            if not follows.match(self.text, at + 1, self.end):
                self._guess(at, at + 1, Json.BRACKET_BEFORE.of(mine, char))
                return at, True
        elif outer is None and goes_on.match(self.text, at + 1, self.end):
            self._guess(at, at + 1, Json.THIS_CLOSES_NOTHING.of(char))
            return at + 1, False
        line = self.source.position(node.start).line
        opened = self.text[node.start]
        self._guess(at, at + 1, Json.WRONG_BRACKET.of(char, mine, opened, line))
        return at + 1, True

    def _due(self, at: int) -> int:
        """The place of the next visible character, or `Lost` at the end of the file."""
        at = self.gap(at)
        if at < self.end:
            return at
        if not self.stack:
            raise Lost(at, at, Json.ENDS_BEFORE_VALUE.of())
        node = self.stack[-1]
        line = self.source.position(node.start).line
        opened = self.text[node.start]
        raise Lost(at, at, Json.ENDS_OPEN.of(opened, line))

    def _tail(self, at: int) -> tuple[int, int]:
        return max(at - 1, 0), at

    def escaped(self, start: int, end: int) -> Scalar:
        """A text in which all is well but, perhaps, half a surrogate pair."""
        value: str = _DECODER.raw_decode(self.text, start)[0]
        scalar = Scalar(value, start, end, spelling=JSON_STRING)
        if _HALF.search(value):
            scalar.value = _HALF.sub("\ufffd", value)
            self._check_escapes(scalar)
        return scalar

    def _string(self, at: int) -> Scalar:
        """A text whose quotes, escapes or characters are not JSON's, or a name with escapes."""
        text = self.text
        quote = text[at]
        end = self._string_end(at, CLOSING[quote])
        decoded = "".join([piece for piece, _, _ in pieces(text, at, end)])
        scalar = Scalar(decoded, at, end, spelling=JSON_STRING)
        if quote != '"':
            cause = Json.SINGLE_QUOTES if quote == "'" else Json.CURLY_QUOTES
            self.habit(at, at + 1, cause.of())
        control = _CONTROL.search(text, at, end)
        if control is not None:
            char = control[0]
            self.habit(
                *control.span(), Json.TAB.of() if char == "\t" else Json.CONTROL.of(ord(char))
            )
        self._check_escapes(scalar)
        return scalar

    def _string_end(self, at: int, close: str) -> int:
        """The end of the string that opens at `at`, its closing quote included if it has one."""
        text, scan = self.text, _SCANS[close]
        found = scan.match(text, at + 1, self.end)
        assert found is not None
        if found[1] is not None:
            return found.end()
        stop = here = found.end()
        for _ in range(MAX_LINES):  # the text may go on in the next lines
            if here >= self.end:
                break
            found = scan.match(text, here + 1, self.end)
            assert found is not None
            here = found.end()
            if found[1] is not None:
                if _TEXT_ENDS.match(text, here, self.end):
                    self._guess(stop, stop + 1, Json.LINE_BREAK.of())
                    return here
                break
        stop = at + len(text[at:stop].rstrip(" \t\\").removesuffix(",").rstrip(" \t"))
        stop = max(stop, at + 1)
        if close == '"' and text[stop - 1] in "”“" and stop - 1 > at:
            stop -= 1
        if stop >= self.visible_end(self.end):
            raise Lost(at, stop, Json.QUOTE.of())
        self._guess(at, stop, Json.QUOTE.of())
        return stop

    def _check_escapes(self, scalar: Scalar) -> None:
        for found in _ESCAPE.finditer(self.text, scalar.start, scalar.end):
            if found[1] is not None:
                self.note(*found.span(), Json.HALF_CHARACTER.of(found[0]))
            elif found[2] is not None:
                self.note(*found.span(), Json.ESCAPE.of(found[0]))


def _short(word: str) -> str:
    return word if len(word) <= 30 else word[:29] + "…"
