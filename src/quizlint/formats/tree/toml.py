"""TOML with the place of every name and value.

The standard library's tomllib says whether a file is TOML, but not where things stand in it; the
scanner here does, and goes on behind what is broken.
"""

import re
import tomllib
from typing import Final

from quizlint.content import Problem
from quizlint.content.causes.other import Other
from quizlint.content.causes.toml import Toml
from quizlint.content.problems import Syntax, TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Sequence, Tree
from quizlint.formats.tree.toml_values import Broken, Values
from quizlint.text import Source, Span

MAX_ERRORS = 20
"""Syntax problems reported for one file: whoever has mended these runs the check again."""

_HEADER: Final = re.compile(
    r"""^[ \t]*(?=\[[ \t]*\[?[ \t]*[A-Za-z0-9_-][^\[\],\r\n]*\]\]?[ \t]*(?:\#.*|\r)?$)""",
    re.MULTILINE,
)
_STATEMENT: Final = re.compile(
    rf"""{_HEADER.pattern}|^[ \t]*(?=[A-Za-z0-9_."'-]+[ \t]*=)""", re.MULTILINE
)
_LINE_END: Final = re.compile(r"\r?\n|\Z")
_PLACE: Final = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)


def parse(source: Source) -> Tree:
    """The table that a TOML file is; no roots where it is empty.

    A place that is beyond reading costs the `[[item]]` that it stands in; the rest is read.
    """
    reader = _Reader(source)
    root = reader.read()
    problems = reader.problems
    if not problems:
        problems = _second_opinion(source)
    roots = (root,) if root.fields else ()
    return Tree(roots, tuple(problems), tuple(reader.comments))


class _Reader(Values):
    """The reading of one file, statement by statement."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.root = Mapping(0, self.end, {})
        self.way: list[Node] = [self.root]  # to the table that statements now belong to
        self.broken: dict[int, tuple[Sequence, set[int]]] = {}  # lists and the ids of items in them
        self.errors = 0

    def read(self) -> Mapping:
        at = 0
        while at < self.end:
            at = self._statements(at)
        for items, broken in self.broken.values():
            items.items = [item for item in items.items if id(item) not in broken]
        return self.root

    def _statements(self, at: int) -> int:
        """Read until the end of the file or the first trouble; where reading can go on."""
        begin = at
        try:
            while True:
                begin = at = self.gap(at)
                if at >= self.end:
                    return at
                at = self._header(at) if self.text[at] == "[" else self._field(at)
                at = self._line_end(at)
        except Broken as broken:
            return self._resume(broken, begin)

    def _field(self, at: int) -> int:
        table = self.way[-1]
        assert isinstance(table, Mapping)
        end = self.field(table, at)
        last = at + len(self.text[at:end].rstrip(" \t"))
        for node in self.way[1:]:
            node.end = last
        return end

    def _header(self, start: int) -> int:
        text = self.text
        double = text.startswith("[[", start)
        key, at = self.key(self.blanks(start + 2 if double else start + 1))
        if not text.startswith("]", at):
            closer = "]]" if double else "]"
            raise Broken(start, at, Toml.HEADER_END.of(closer))
        end = at + 2 if text.startswith("]]", at) else at + 1
        if double is not (end == at + 2):  # more likely an item than a table
            double = True
            self._note(Broken(start, end, Toml.ITEM_HEADER.of()))
        enter = self.tables.append if double else self.tables.open
        self.way = enter(self.root, key, start, end)
        for node in self.way[1:]:
            node.end = end
        return end

    def _line_end(self, at: int) -> int:
        """The end of the line, on which nothing but a comment may follow."""
        at = self.comment(self.blanks(at))
        if _LINE_END.match(self.text, at):
            return at
        line_end = self.text.find("\n", at)
        end = at + len(self.text[at : line_end if line_end >= 0 else self.end].rstrip())
        cause = Toml.BEHIND_VALUE
        if self.text[at] == ",":
            cause = Toml.COMMA_BEHIND_VALUE
        elif self.text[at - 1] in "\"'":
            cause = Toml.BEHIND_QUOTE
        raise Broken(at, max(end, at + 1), cause.of())

    def _resume(self, broken: Broken, statement: int) -> int:
        """Note the trouble; the place of the next header, outside of items that of any field."""
        start = statement
        following = _STATEMENT
        item = self._item()
        if self.text.startswith("[", statement):  # what follows is inside of something unknown
            self.way = [Mapping(statement, statement, {})]
            following = _HEADER
        elif item is not None:
            items, table = item
            self.broken.setdefault(id(items), (items, set()))[1].add(id(table))
            start = table.start
            following = _HEADER
        line_end = self.text.find("\n", statement)
        found = following.search(self.text, line_end + 1) if line_end >= 0 else None
        end = found.end() if found is not None else self.end
        self._note(broken, Span(start, end))
        return end

    def _item(self) -> tuple[Sequence, Node] | None:
        """The innermost item of a list of tables that statements now belong to."""
        for index in range(len(self.way) - 1, 0, -1):
            items = self.way[index - 1]
            if isinstance(items, Sequence):
                return items, self.way[index]
        return None

    def _note(self, broken: Broken, skipped: Span | None = None) -> None:
        start, end = broken.start, min(broken.end, self.end)
        if start >= end:  # an empty place becomes the last visible character before it
            end = start
            while end > 0 and self.text[end - 1].isspace():
                end -= 1
            start, end = max(end - 1, 0), max(end, min(1, self.end))
        if broken.told is None:
            self.problems.append(TooDeep(Span(start, end), MAX_DEPTH))
            return
        self.errors += 1
        if self.errors <= MAX_ERRORS:
            self.problems.append(Syntax(Span(start, end), broken.told, skipped))


def _second_opinion(source: Source) -> list[Problem]:
    """What tomllib has to say of a file in which the scanner found nothing wrong."""
    try:
        tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        message = found[1] if found is not None else str(error)
        line, column = (found[2], found[3]) if found is not None else (None, None)
        text = source.text
        at = source.offset(int(line), int(column)) if line and column else len(text)
        at = min(at, len(text) - 1)
        said = message[:1].lower() + message[1:]
        return [Syntax(Span(at, at + 1), Other.LIBRARY.of(said))]
    except ValueError:  # a number with more digits than Python converts; nobody asks it to
        return []
    return []
