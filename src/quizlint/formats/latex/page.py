"""A page of LaTeX: its text without comments, and the groups and environments in it."""

import re
from collections.abc import Iterator

from quizlint.text import Span, Text

_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*(?P<comment>%[^\r\n]*)")
_VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|minted)\*?\}.*?\\end\{\1\*?\}", re.DOTALL)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_NESTED = re.compile(r"\\.|[{}\]]", re.DOTALL)
_EDGE = " \t\r\n"
_COMPUTED = re.compile(
    r"\\(?:FPprint|FPeval|FPset|pgfmath\w*|Sexpr|py[bcs]?|sage(?:str)?|luaexec|directlua|luadirect)"
    r"(?![A-Za-z])"
)


class Page:
    """`source` as written; `text` the same with spaces in place of comments."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._endless: set[str] = set()  # what nothing closes from some place on
        code = (
            [match.span() for match in _VERBATIM.finditer(source)] if "verbatim" in source else []
        )
        pieces, at = [], 0
        self.comments: list[Span] = []
        for match in _COMMENT.finditer(source):
            start, end = match.span("comment")
            if any(first <= start < last for first, last in code):
                continue
            self.comments.append(Span(start, end))
            pieces += [source[at:start], " " * (end - start)]
            at = end
        self.text = "".join([*pieces, source[at:]])

    def remarks(self) -> Iterator[Span]:
        """The comments that speak to us."""
        return (each for each in self.comments if "quizlint:" in self.source[slice(*each)])

    def words(self, start: int, end: int) -> Text | None:
        """What stands in a range, without white space around it; None for nothing."""
        value = self.text[start:end]
        begin = start + len(value) - len(value.lstrip(_EDGE))
        value = value.strip(_EDGE)
        return Text(value, Span(begin, begin + len(value)), self.source) if value else None

    def computed(self, start: int, end: int) -> bool:
        """Whether a program fills in what is printed in a range."""
        return _COMPUTED.search(self.text, start, end) is not None

    def cell(self, start: int, end: int) -> Text | None:
        """What stands in a range, without what ends a cell or row of a table."""
        text = self.text
        while end > start:
            if text[end - 1] in _EDGE or (text[end - 1] == "&" and text[end - 2] != "\\"):
                end -= 1
            elif text.endswith("\\\\", start, end):
                end -= 2
            else:
                break
        return self.words(start, end)

    def bracket(self, at: int, stop: int) -> tuple[int, int] | None:
        """The inside of the brackets that open behind an offset and close before another one."""
        while at < stop and self.text[at] in _EDGE:
            at += 1
        if self.text[at : at + 1] != "[":
            return None
        depth = 0
        for sign in _NESTED.finditer(self.text, at + 1, stop):
            if sign[0] == "]" and depth <= 0:
                return at + 1, sign.start()
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
        return None

    def group(self, at: int) -> int:
        """Where the group ends whose brace opens at an offset: behind its closing brace."""
        depth = 0
        for sign in _BRACE.finditer(self.text, at):
            if sign[0] == "{":
                depth += 1
            elif sign[0] == "}":
                depth -= 1
                if depth == 0:
                    return sign.end()
        return len(self.text)

    def closing(self, kind: str, at: int) -> int | None:
        """Where the `\\end` of an environment begins, behind an offset; None if it has none."""
        if kind in self._endless:
            return None
        end = self.text.find(f"\\end{{{kind}}}", at)
        if end < 0:
            self._endless.add(kind)
            return None
        return end

    def argument(self, at: int) -> tuple[int, int]:
        """The inside of the group that begins behind an offset, white space aside."""
        while at < len(self.text) and self.text[at] in _EDGE:
            at += 1
        if self.text[at : at + 1] != "{":
            return at, at
        return at + 1, self.group(at) - 1
