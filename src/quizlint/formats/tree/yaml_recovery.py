"""Reading on behind what libyaml refuses.

libyaml stops at the first error. Where it is plain what was meant, the character at fault is
replaced by one without a meaning and put back into the values afterwards; else the item around the
place is blanked with spaces. Every replacement has the length of what it replaces, so all offsets
stay right, and the text is parsed once more.
"""

import re
from dataclasses import replace

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.yaml import Yaml
from quizlint.content.problems import DuplicateField, Syntax, TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree
from quizlint.formats.tree.yaml_diagnosis import Diagnosis, diagnose, is_flow
from quizlint.formats.tree.yaml_reader import Trouble, YamlReader, may_be_misread
from quizlint.text import Span
from quizlint.text.scalars.yaml import content_start

MAX_SKIPPED = 20
"""Items skipped in one file before the rest is given up."""

MAX_PARSED = 5_000_000
"""Characters parsed again, all told, before no more mistakes are mended one by one."""

_STAND_IN = 0xF0000  # the private characters from here on stand for those of ASCII
_STANDS_IN = re.compile("[\U000f0000-\U000f00ff]")
_INSIDE_WORDS = re.compile(
    r"""(?:(?<=[^\s"'\[\]{},])|(?<=[\[{,])|(?<=[\[{,] )):(?=[^\s,\[\]{}])"""
    r"""|(?<=[^\s\[{,])\?|\?(?=[^\s\]},])""",
    re.ASCII,  # a no-break space is text
)
"""Colons and question marks that libyaml, keeping to YAML 1.1, refuses in `[1:30, why?]`. In YAML
1.2 they are text like any other, so they never count as mistakes."""

_TABBED = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_VISIBLE = re.compile(r"[^\s]")
_UNBROKEN = re.compile("[^\r\n\x85\u2028\u2029]+")


def read_all(text: str) -> tuple[Tree, str]:
    """Read a text to its end, with a problem for each place that could not be read.

    Also gives the text that was parsed in the end, of the same length.
    """
    modern = _modern(text) if may_be_misread(text) else None
    reader = YamlReader(modern or text)
    trouble = reader.read()
    if trouble is None and modern is None:
        return Tree(tuple(reader.roots), tuple(reader.problems)), text
    recovery = _Recovery(modern or text, modern is not None)
    while trouble is not None:
        mended = recovery.next_text(reader, trouble)
        if mended is None:
            break
        reader = YamlReader(mended)
        trouble = reader.read()
    problems = (*recovery.problems, *reader.problems)
    if recovery.mended:
        _put_back(reader.roots)
        problems = tuple(_as_written(problem) for problem in problems)
    return Tree(tuple(reader.roots), problems), reader.text


def _modern(text: str) -> str | None:
    """The text with stand-ins for what is no sign in YAML 1.2; None where that is impossible."""
    if _STANDS_IN.search(text):
        return None
    return _INSIDE_WORDS.sub(lambda found: chr(_STAND_IN + ord(found[0])), text)


class _Recovery:
    """The attempts at one text. `mended`: it holds stand-ins, perhaps from the beginning."""

    def __init__(self, text: str, mended: bool) -> None:
        self.problems: list[Problem] = []
        self.mended = mended
        self._may_mend = mended or _STANDS_IN.search(text) is None
        self._skipped = 0
        self._parsed = 0

    def next_text(self, reader: YamlReader, trouble: Trouble) -> str | None:
        """The text to try next; None to be content with what was read."""
        text = reader.text
        trouble = trouble._replace(at=min(trouble.at, max(len(text) - 1, 0)))
        if not text:
            return None
        if self._may_mend and not self.mended:
            self.mended = True
            modern = _modern(text)
            if modern is not None and modern != text:
                return modern
        found = (
            Diagnosis(trouble.at, Yaml.OTHER.of())
            if trouble.too_deep
            else diagnose(reader, trouble)
        )
        self._parsed += len(text)
        if self._may_mend and self._parsed < max(MAX_PARSED, MAX_SKIPPED * len(text)):
            mended = _mended(text, found)
            if mended is not None:
                self._note(text, found, trouble, None)
                return mended
        skipped = _range_to_skip(reader, found, trouble)
        if skipped is None or self._skipped == MAX_SKIPPED:
            self._note(text, found, trouble, None, last=True)
            return None
        self._skipped += 1
        self._note(text, found, trouble, skipped)
        return text[: skipped.start] + _blank(text[slice(*skipped)]) + text[skipped.end :]

    def _note(
        self,
        text: str,
        found: Diagnosis,
        trouble: Trouble,
        skipped: Span | None,
        *,
        last: bool = False,
    ) -> None:
        at = _visible(text, found.at)
        if trouble.too_deep:
            self.problems.append(TooDeep(at, MAX_DEPTH))
            return
        self.problems.append(Syntax(at, _told_as_written(found.told), skipped, last=last))


def _visible(text: str, at: int) -> Span:
    """One character at the place, or before it where that is the end of a line."""
    if text[at] not in "\r\n":
        return Span(at, at + 1)
    before = text[: at + 1].rstrip()
    if before:
        return Span(len(before) - 1, len(before))
    return Span(at, at + 1)


def _mended(text: str, found: Diagnosis) -> str | None:
    """The text with what was plainly meant; None where that changes nothing."""
    if found.tabs:
        spaced = _TABBED.sub(lambda tabs: " " * len(tabs[0]), text)
        return None if spaced == text else spaced
    if not found.mend or any(ord(text[at]) > 127 for at in found.mend):
        return None
    pieces: list[str] = []
    end = 0
    for at in found.mend:
        pieces += text[end:at], chr(_STAND_IN + ord(text[at]))
        end = at + 1
    return "".join(pieces) + text[end:]


def _put_back(roots: list[Node]) -> None:
    """Put back into the values the characters that had a stand-in while they were parsed."""
    stack = list(roots)
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            _restore(node)
        elif isinstance(node, Sequence):
            stack += node.items
        else:
            fields = list(node.fields.values())
            node.fields.clear()
            for name, value in fields:
                _restore(name)
                node.fields.setdefault(name.value, (name, value))
                stack.append(value)


def _restore(scalar: Scalar) -> None:
    scalar.value = _restored(scalar.value)


def _restored(text: str) -> str:
    if text.isascii():
        return text
    return _STANDS_IN.sub(lambda found: chr(ord(found[0]) - _STAND_IN), text)


def _as_written(problem: Problem) -> Problem:
    """A problem of the reader's, with no stand-ins in it."""
    if isinstance(problem, DuplicateField):
        return replace(problem, field=_restored(problem.field))
    if isinstance(problem, Syntax):
        return replace(problem, told=_told_as_written(problem.told))
    return problem


def _told_as_written(told: Told) -> Told:
    return told.cause.of(*(_restored(v) if isinstance(v, str) else v for v in told.values))


def _blank(text: str) -> str:
    return _UNBROKEN.sub(lambda line: " " * len(line[0]), text)


def _range_to_skip(reader: YamlReader, found: Diagnosis, trouble: Trouble) -> Span | None:
    """The smallest part of the file around the trouble that can be left out as a whole."""
    text = reader.text
    places = [found.at, trouble.at]
    if trouble.context is not None:
        places.insert(1, trouble.context)
    sequence = _outermost_sequence(reader)
    ranges = []
    if sequence is not None:
        first = content_start(text, sequence.start, len(text))
        ranges = [_item(text, first, at) for at in places if at > first]
        if found.told.cause is Yaml.INDENTATION and ranges:
            ranges.insert(0, _stray(text, first, found.at))
    ranges += [_entry(text, at) for at in places]
    ranges.append(Span(found.at, len(text)))
    for each in ranges:
        if each is not None and _VISIBLE.search(text, each.start, each.end):
            return each
    return None


def _outermost_sequence(reader: YamlReader) -> Sequence | None:
    """The list of dashes that the trouble is in, or else the one that it ended."""
    for node in reader.stack:
        if isinstance(node, Sequence) and not is_flow(node.start, reader.text, True):
            return node
    last = reader.stack[0] if reader.stack else reader.roots[-1] if reader.roots else None
    if isinstance(last, Mapping) and last.fields:
        last = list(last.fields.values())[-1][1]
    if isinstance(last, Sequence) and not is_flow(last.start, reader.text, True):
        return last
    return None


def _column(text: str, at: int) -> int:
    return at - (max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1)


def _item(text: str, first: int, at: int) -> Span | None:
    """The item around `at` of the list whose first dash is at `first`, without its last break."""
    column = _column(text, first)
    dashes = re.compile(rf"(?:^|(?<=[\r\n])) {{{column}}}-(?=\s|$)", re.MULTILINE)
    start = first
    for dash in dashes.finditer(text, first - column, at + 1):
        start = dash.end() - 1
    end = _end(text, start, column)
    return Span(start, end) if at < end else None


def _stray(text: str, first: int, at: int) -> Span | None:
    """Lines that belong to no item, since they are indented less than the list they follow."""
    column = _column(text, first)
    start = at - _column(text, at)
    indent = len(text[start:]) - len(text[start:].lstrip(" "))
    if not 0 < indent < column:
        return None
    next_item = re.compile(rf"^(?: {{{column}}}-\s|\S)", re.MULTILINE).search(text, at)
    return Span(start, next_item.start() if next_item else len(text))


def _end(text: str, start: int, column: int) -> int:
    """Where the lines end that are indented deeper than `column`, comments before the next out."""
    outside = re.compile(rf"(?<=[\r\n]) {{0,{column}}}(?=[^\s#])").search(text, start + 1)
    end = outside.start() if outside else len(text)
    return _without_trailing(text, start, end)


def _entry(text: str, at: int) -> Span:
    """The lines from one that begins in the first column up to the next such line."""
    start = 0
    for line in re.compile(r"^[^\s#]", re.MULTILINE).finditer(text, 0, at + 1):
        start = line.start()
    closers = r"\s#\]}" if text[start] == "-" else r"\s#\]}-"
    following = re.compile(rf"^(?:[^{closers}]|---)", re.MULTILINE).search(text, start + 1)
    end = following.start() if following else len(text)
    return Span(start, _without_trailing(text, start, end))


def _without_trailing(text: str, start: int, end: int) -> int:
    """The end of a range without the blank lines and the lines with only a comment at its end."""
    while True:
        while end > start and text[end - 1].isspace():
            end -= 1
        line = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
        if line == 0 or not text[line:end].lstrip().startswith("#"):
            return end
        end = line
