"""JSON with the place of every name and value.

Well-formed text is read by three regular expressions; whatever they do not match goes to
`Troubles`, which says what is wrong and, where the meaning is plain, lets the reading go on.
"""

import re
from itertools import pairwise
from typing import Final

from quizlint.content import Problem
from quizlint.content.problems import Syntax
from quizlint.formats.tree.json_notes import MAX_ERRORS, Due, Lost, is_container
from quizlint.formats.tree.json_troubles import NAME, NEXT, VALUE, Troubles
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree
from quizlint.text import Source

_BRACKET: Final = re.compile(r'"(?:[^"\\\n]|\\.|\\)*+"?|[\[{\]}]')

MAX_SCANS = 3
"""Vain searches for the bracket that closes a broken item, each of which reads the whole rest."""


def parse(source: Source) -> Tree:
    """The values of a JSON file (one, if it is well formed).

    A place that is beyond reading costs the item that it stands in; the rest is read.
    """
    reader = _Reader(source, 0, len(source.text))
    roots: list[Node] = []
    at = reader.gap(0)
    while at < reader.end:
        root, at = reader.value(at)
        if root is not None:
            roots.append(root)
        at = reader.between(reader.gap(at), root)
    return Tree(tuple(roots), tuple(reader.problems), tuple(reader.comments))


def parse_lines(source: Source) -> Tree:
    """The values of a JSON Lines file: one a line. A broken line is one problem."""
    roots: list[Node] = []
    problems: list[Problem] = []
    text = source.text
    starts = [*source.line_starts, len(text)]
    for start, end in pairwise(starts):
        if not text[start:end].strip(" \t\r\n"):
            continue
        reader = _Reader(source, start, end, resumes=False)
        root, at = reader.value(start)
        if not reader.lost:
            reader.between(reader.gap(at), None)
            if root is not None:
                roots.append(root)
        problems.extend(p for p in reader.problems if not isinstance(p, Syntax))
        problems.extend([p for p in reader.problems if isinstance(p, Syntax)][:1])
    problems.sort(key=lambda problem: problem.span)
    return Tree(tuple(roots), tuple(problems))


class _Reader(Troubles):
    """The reading of `text[start:end]`."""

    def __init__(self, source: Source, start: int, end: int, *, resumes: bool = True) -> None:
        super().__init__(source, start, end)
        self.resumes = resumes
        self.lost = False
        self.searches = 0

    def value(self, at: int) -> tuple[Node | None, int]:
        """The value that begins at `at`, and where the reading of it ended."""
        stack: list[Mapping | Sequence] = []
        self.stack = stack
        self.root: Node | None = None
        due = Due.VALUE
        while True:
            try:
                at = self._read(at, due)
                return self.root, at
            except Lost as lost:
                self.lost = True
                resumed = self._resume(lost)
                if resumed is None:
                    end = self.visible_end(self.end)
                    for node in stack:
                        node.end = max(end, node.start + 1)
                    return self.root, self.end
                at, due = resumed

    def _read(self, at: int, due: Due) -> int:
        """Read on until the root is closed; raises `Lost` where that is not possible."""
        text, end, stack = self.text, self.end, self.stack
        value_at, next_at, name_at = VALUE.match, NEXT.match, NAME.match
        value_due, name_due, next_due = Due.VALUE, Due.NAME, Due.NEXT
        node = stack[-1] if stack else None
        name: Scalar | None = None
        child: Node | None
        while True:
            if due is value_due:
                found = value_at(text, at, end)
                if found is None:
                    child, at, due = self.odd_value(at)
                    last = at
                    if child is None:
                        continue
                else:
                    at = found.end()
                    match found.lastindex:
                        case 1:
                            last = found.end(1) + 1
                            child = Scalar(found[1], found.start(1) - 1, last)
                        case 2:
                            last = found.end(2)
                            child = self.escaped(found.start(2), last)
                        case 3:
                            number = found[3]
                            kind = "integer" if number.lstrip("-").isdigit() else "float"
                            last = found.end(3)
                            child = Scalar(number, found.start(3), last, True, kind)
                        case 4:
                            word = found[4]
                            kind = "null" if word == "null" else "boolean"
                            last = found.end(4)
                            child = Scalar(word, found.start(4), last, True, kind)
                        case _:
                            last = at
                            if len(stack) >= MAX_DEPTH:
                                raise Lost(at - 1, at, None)
                            if found[5] == "[":
                                child = Sequence(at - 1, at, [])
                            else:
                                child = Mapping(at - 1, at, {})
                if node is None:
                    self.root = child
                elif isinstance(node, Sequence):
                    node.items.append(child)
                elif name is not None:
                    known = node.fields.setdefault(name.value, (name, child))
                    if known[0] is not name:
                        self.duplicate(name, known[0])
                    name = None
                if is_container(child):
                    stack.append(child)
                    node = child
                    closer = next_at(text, at, end)
                    if closer is None or closer[1] == ",":
                        due = name_due if type(node) is Mapping else value_due
                    else:
                        due = next_due
                elif at != last and node is not None:  # a comma was seen
                    due = name_due if type(node) is Mapping else value_due
                else:
                    at = last
                    due = next_due
            elif due is name_due:
                found = name_at(text, at, end)
                if found is None:
                    name, at, due = self.odd_name(at)
                else:
                    name = Scalar(found[1], found.start(1) - 1, found.end(1) + 1)
                    at = found.end()
                    due = value_due
            elif node is None:
                return at
            else:
                found = next_at(text, at, end)
                if found is None:
                    at, due = self.odd_next(at, node)
                    continue
                at = found.end()
                mark = found[1]
                if mark == ",":
                    due = name_due if type(node) is Mapping else value_due
                    continue
                if (mark == "}") is not (type(node) is Mapping):
                    at, closes = self.wrong_closer(found.start(1), node)
                    if not closes:
                        continue
                node.end = at
                stack.pop()
                node = stack[-1] if stack else None

    def _resume(self, lost: Lost) -> tuple[int, Due] | None:
        """Where reading can go on: behind the item that cannot be read, or nowhere."""
        index = self._item_list()
        if index is not None:
            items = self.stack[index]
            assert isinstance(items, Sequence)
            depth = len(self.stack) - index - 1
            found = self._next_item(items, lost, depth)
            start = items.items.pop().start if depth else lost.start
            kept = index
        else:
            found = self._next_field(lost) if self.resumes else None
            start, kept = lost.start, 0
        self.report(lost, start, self.visible_end(found[0] if found is not None else self.end))
        if found is not None:
            del self.stack[kept + 1 :]
        return found

    def _item_list(self) -> int | None:
        """The depth of the list of which the unreadable place is to cost no more than one item.

        It is the innermost list of objects that hold more than scalars (a question holds its
        options, an option holds no list), else the outermost list of objects.
        """
        if not self.resumes:
            return None
        outermost = None
        for index in range(len(self.stack) - 1, -1, -1):
            node = self.stack[index]
            if isinstance(node, Sequence) and node.items and type(node.items[-1]) is Mapping:
                outermost = index
                if any(_is_deep(item) for item in (node.items[0], node.items[-1])):
                    return index
        return outermost

    def _next_item(self, items: Sequence, lost: Lost, depth: int) -> tuple[int, Due] | None:
        """The place of the next item, by its indentation or else by counting brackets."""
        text, end = self.text, self.end
        last = items.items[-1].start
        indent = self._indent(last)
        if indent is not None:
            less = rf"[ \t]{{0,{len(indent) - 1}}}\]|" if indent else ""
            begins = re.compile(rf"^(?:{less}{re.escape(indent)}[{{\]])", re.MULTILINE)
            since = text.rfind("\n", last, lost.start) + 1 or last + 1
            found = begins.search(text, since, end)
            if found is not None:
                place = found.end() - 1
                return place, Due.VALUE if text[place] == "{" else Due.NEXT
        scanned = end if self.searches < MAX_SCANS else lost.start
        due = [
            "]" if type(node) is Sequence else "}" for node in self.stack[len(self.stack) - depth :]
        ]
        for bracket in _BRACKET.finditer(text, lost.start, scanned):
            char = text[bracket.start()]
            if char in "[{":
                if not due and char == "{":
                    return bracket.start(), Due.VALUE
                due.append("]" if char == "[" else "}")
            elif char in "]}":
                if not due:
                    return bracket.start(), Due.NEXT
                if char in due[-2:]:  # a bracket may be missing
                    del due[-1 if char == due[-1] else -2 :]
                    if not due:
                        return bracket.end(), Due.NEXT
        return self._same_beginning(items.items[0], lost)

    def _same_beginning(self, first: Node, lost: Lost) -> tuple[int, Due] | None:
        """The place of the next object that begins with the same name as the first of a list."""
        self.searches += 1
        if self.searches > MAX_ERRORS or not isinstance(first, Mapping) or not first.fields:
            return None
        name = next(iter(first.fields))
        begins = re.compile(rf'\{{\s*"{re.escape(name)}"\s*:')
        found = begins.search(self.text, lost.start + 1, self.end)
        return None if found is None else (found.start(), Due.VALUE)

    def _next_field(self, lost: Lost) -> tuple[int, Due] | None:
        """The next line that begins with a name where the names of the outermost object begin."""
        root = self.stack[0] if self.stack else None
        if not isinstance(root, Mapping):
            return None
        text = self.text
        indent = "[ \t]*"
        if len(self.stack) > 1:
            first = next(iter(root.fields.values()))[0]
            before = self._indent(first.start)
            if before is None:
                return None
            indent = re.escape(before)
        begins = re.compile(rf'^{indent}(?="[^"\n]*"[ \t]*:)', re.MULTILINE)
        found = begins.search(text, lost.start, self.end)
        return None if found is None else (found.end(), Due.NAME)

    def _indent(self, at: int) -> str | None:
        """The blanks before `at`, if nothing else stands before it on its line."""
        begin = at
        while begin > self.start and self.text[begin - 1] in " \t":
            begin -= 1
        if begin > self.start and self.text[begin - 1] not in "\r\n":
            return None
        return self.text[begin:at]


def _is_deep(item: Node) -> bool:
    """Whether an object holds more than scalars."""
    return isinstance(item, Mapping) and any(is_container(v) for _, v in item.fields.values())
