"""The lines of a text2qti file as parts: a mark at the margin, and the text behind and below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizlint.content.causes import Told
from quizlint.content.causes.text2qti import Text2Qti
from quizlint.content.problems import Syntax
from quizlint.formats.kit.desk import Desk
from quizlint.text import Decoded, Span, Text

"""How a note on what it refuses begins: its first error ends the conversion."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_BARE = re.compile(r"(?P<essay>___+)|(?P<upload>\^\^\^+)|(?P<group>GROUP)|(?P<end_group>END_GROUP)")
_MARK = re.compile(
    r"(?P<question>[0-9]+\.)|(?P<choice>\*?[a-zA-Z]\))|(?P<box>\[[* ]?\])|(?P<feedback>\.\.\.)"
    r"|(?P<short>\*)|(?P<correct>\+)|(?P<incorrect>-)|(?P<solution>!)|(?P<numeric>=)"
    r"|(?P<title>[Tt]itle:)|(?P<points>[Pp]oints:)|(?P<text>[Tt]ext:)"
    r"|(?P<text_title>[Tt]ext [Tt]itle:)|(?P<quiz_title>[Qq]uiz [Tt]itle:)"
    r"|(?P<quiz_description>[Qq]uiz description:)|(?P<pick>[Pp]ick:)"
    r"|(?P<solutions_pick>[Ss]olutions pick:)|(?P<points_each>[Pp]oints per question:)"
    r"|(?P<setting>[Ss]huffle answers:|[Ss]how correct answers:|[Oo]ne question at a time:"
    r"|[Cc]an't go back:|[Ff]eedback is solution:|[Ss]olutions sample groups:"
    r"|[Ss]olutions randomize groups:)"
)
_OPTION = re.compile(r"(?P<choice>\*?[a-zA-Z]\))[ \t]+(?=\S)|(?P<box>\[[* ]?\])[ \t]+(?=\S)")
_FENCE = re.compile(r"(```+)[ \t]*(.*)")
_RUN = re.compile(
    r"\{\s*\.[a-zA-Z][a-zA-Z0-9._-]*\s+\.run"
    r"(?:\s+executable=(?:[~\w/.-]+|\"[^\\\"']+\"))?\s*\}"
)

_ONE_LINE = frozenset("points pick solutions_pick points_each setting numeric short".split())
_ONE_PARAGRAPH = frozenset("title text_title quiz_title".split())
_MEANT_GLUED = frozenset("question choice box feedback".split())
"""Marks that are meant even where the space behind them was forgotten."""


class _Folded:
    """A text of several lines, each without its indentation."""

    __slots__ = ("_ranges",)

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = tuple(ranges)

    def decode(self, source: str, _span: Span) -> Decoded:
        return Decoded.joined(_pieces(self._ranges, source))


def _pieces(ranges: Sequence[tuple[int, int]], source: str) -> Iterator[tuple[str, int, int]]:
    """Each line, and the breaks before it; a line without anything is only breaks."""
    breaks, before = 0, ranges[0][0]
    for at, (start, end) in enumerate(ranges):
        breaks += at > 0
        if start == end:
            continue
        if breaks:
            yield "\n" * breaks, before, start
        yield source[start:end], start, end
        breaks, before = 0, end


@dataclass(slots=True, eq=False)
class MarkedText:
    """A mark with its text. `ranges` are the lines of the text without indentation.

    `apart`: a blank line goes before it. `column` is how far lines that go on are indented.
    """

    kind: str
    mark: Span
    ranges: list[tuple[int, int]]
    apart: bool = False
    column: int = 0

    @property
    def span(self) -> Span:
        return Span(self.mark.start, max(self.mark.end, self.ranges[-1][1] if self.ranges else 0))

    def text(self, source: str) -> Text:
        """What it says; where it says nothing, the place is the mark."""
        ranges = self.ranges
        if not ranges or (len(ranges) == 1 and ranges[0][0] == ranges[0][1]):
            return Text("", self.mark, source)
        span = Span(ranges[0][0], ranges[-1][1])
        if len(ranges) == 1:
            return Text(source[slice(*span)], span, source)
        value = "".join([piece for piece, _, _ in _pieces(ranges, source)])
        return Text(value, span, source, _Folded(ranges))

    def word(self, source: str) -> str:
        """The text of a part of one line."""
        return source[slice(*self.ranges[0])] if self.ranges else ""

    def swallowed(self, source: str) -> "list[MarkedText]":
        """The options that stand indented under a stem, where they are part of its text.

        They are taken out of it.
        """
        found: list[MarkedText] = []
        kept = self.ranges[:1]
        for start, end in self.ranges[1:]:
            mark = _OPTION.match(source, start, end)
            if mark is not None:
                at = Span(*mark.span(mark.lastgroup or 0))
                found.append(MarkedText(mark.lastgroup or "", at, [(mark.end(), end)]))
            elif found:
                found[-1].ranges.append((start, end))
            else:
                kept.append((start, end))
        for part in (self, *found):
            ranges = kept if part is self else part.ranges
            while len(ranges) > 1 and ranges[-1][0] == ranges[-1][1]:
                ranges.pop()
            part.ranges = ranges
        return found


class Script:
    """A file cut into its parts. What text2qti refuses is noted, and taken for what was meant."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.source = desk.source
        self.parts: list[MarkedText] = []
        self.comments: list[Span] = []
        self._lines = [match.span(1) for match in _LINE.finditer(desk.source)]
        self._open: MarkedText | None = None
        self._apart = False  # a blank line or a comment ended the last part
        self._blank = False
        self._stray = False
        at = 0
        while at < len(self._lines):
            at = self._take(at)

    def _note(self, start: int, end: int, told: Told, *, skipped: bool = False) -> None:
        span = Span(start, end)
        self.desk.note(Syntax(span, told, span if skipped else None))

    def _take(self, at: int) -> int:
        """Read the part that begins at a line, and return the number of the line behind it."""
        start, end = self._lines[at]
        line = self.source[start:end]
        if not line or line.isspace():
            self._apart = self._blank = True
            return at + 1
        if line[0] == "%":
            self._comment(Span(start, end))
            return at + 1
        if line.startswith("COMMENT"):
            return self._comments(at)
        if line.startswith("END_COMMENT"):
            self._note(start, end, Text2Qti.END_COMMENT_ALONE.of(), skipped=True)
            return at + 1
        if line.startswith("```"):
            return self._code(at)
        indent = len(line) - len(line.lstrip())
        words = line.strip()
        bare = _BARE.fullmatch(words)
        if bare is not None:
            if indent:
                self._misplaced(start, end)
            return self._bare(bare, start + indent, at)
        mark = _MARK.match(self.source, start + indent, end)
        if mark is None or not self._is_meant(mark, indent, end):
            self._continue(start + indent, end)
            return at + 1
        return self._marked(mark, indent, at)

    def _is_meant(self, mark: re.Match[str], indent: int, end: int) -> bool:
        """Whether a mark begins a part, and is no beginning of a sentence."""
        if mark.end() == end or self.source[mark.end()] in " \t":
            return not indent or mark.lastgroup not in ("short", "correct", "incorrect")
        if mark.lastgroup == "numeric":
            return self.source[mark.end()] in "[+-.0123456789"
        return mark.lastgroup in _MEANT_GLUED and not self.source[mark.end()].isdigit()

    def _bare(self, bare: re.Match[str], start: int, at: int) -> int:
        kind = bare.lastgroup or ""
        self._add(MarkedText(kind, Span(start, start + len(bare[0])), []))
        return at + 1

    def _marked(self, mark: re.Match[str], indent: int, at: int) -> int:
        """A part with a text, which may go on over lines that are indented like it."""
        start, end = self._lines[at]
        kind, source = mark.lastgroup or "", self.source
        begin = mark.end()
        while begin < end and source[begin] in " \t":
            begin += 1
        stop = begin + len(source[begin:end].rstrip())
        part = MarkedText(kind, Span(*mark.span()), [(begin, stop)])
        if indent:
            self._misplaced(start, end)
        elif begin == mark.end() < stop:
            self._note(*mark.span(), Text2Qti.GLUED_MARK.of(mark[0]))
        elif begin >= stop and kind not in ("question", "choice", "box"):  # rules tell of those
            self._note(*mark.span(), Text2Qti.EMPTY_MARK.of(mark[0]))
        self._add(part)
        if kind in _ONE_LINE or begin >= stop:
            return at + 1
        if not mark[0].endswith(":"):
            part.column = len(source[start:begin].expandtabs(4))
        return self._gather(part, part.column, kind in _ONE_PARAGRAPH, at + 1)

    def _gather(self, part: MarkedText, want: int, one_paragraph: bool, at: int) -> int:
        """Give a part the lines that go on; `want` columns of indentation, 0: the first decides."""
        blank = 0
        while at < len(self._lines):
            start, end = self._lines[at]
            line = self.source[start:end]
            if not line or line.isspace():
                if one_paragraph:
                    break
                blank += 1
                at += 1
                continue
            if not want and line[0] in " \t":
                width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
                want = max(width, 2)
            inside = _behind(line, want) if want else None
            if inside is None:
                break
            part.ranges += [(start, start)] * blank
            part.ranges.append((start + inside, start + len(line.rstrip())))
            blank = 0
            at += 1
        self._apart = self._blank = blank > 0
        return at

    def _continue(self, start: int, end: int) -> None:
        """A line that begins nothing: it goes on what stands above it, or belongs to nothing."""
        end = start + len(self.source[start:end].rstrip())
        part = self._open
        if part is None or self._apart or not part.ranges:
            if not self._stray:
                self._note(start, end, Text2Qti.STRAY_LINE.of(), skipped=True)
            self._stray = True
            self._apart = False
            return
        if not self._stray:
            self._note(start, end, Text2Qti.INDENT.of(max(part.column, 2)))
        self._stray = True
        part.ranges.append((start, end))

    def _misplaced(self, start: int, end: int) -> None:
        self._note(start, end, Text2Qti.MISPLACED.of())

    def _code(self, at: int) -> int:
        """A fenced block. Its program prints questions for text2qti; here it is never run."""
        start, end = self._lines[at]
        fence = _FENCE.match(self.source, start, end)
        assert fence is not None
        info = fence[2].strip()
        runs = _RUN.fullmatch(info) is not None
        close = at + 1
        while close < len(self._lines):
            line = self.source[slice(*self._lines[close])]
            if line.startswith(fence[1]) and not line.strip().strip("`"):
                break
            close += 1
        closed = close < len(self._lines)
        if not closed:
            self._note(start, end, Text2Qti.FENCE_OPEN.of())
        elif not runs:
            self._note(start, end, Text2Qti.CODE_AT_MARGIN.of())
        last = close if closed else len(self._lines) - 1
        ranges = [
            (begin, begin + len(self.source[begin:stop].rstrip()))
            for begin, stop in self._lines[at : last + 1]
        ]
        while len(ranges) > 1 and ranges[-1][0] == ranges[-1][1]:
            ranges.pop()
        if runs:
            self._add(MarkedText("code", Span(start, end), ranges))
        elif self._open is not None and self._open.ranges and not self._apart:
            self._open.ranges += ranges
        return last + 1

    def _comment(self, span: Span) -> None:
        self.comments.append(span)
        self._apart = True

    def _comments(self, at: int) -> int:
        """Everything up to the line that ends the comment, or the file."""
        start, end = self._lines[at]
        close = at + 1
        while close < len(self._lines):
            if self.source.startswith("END_COMMENT", self._lines[close][0]):
                break
            close += 1
        if close == len(self._lines):
            self._note(start, end, Text2Qti.COMMENT_OPEN.of())
            self._comment(Span(start, len(self.source)))
            return close
        for line, word in ((at, "COMMENT"), (close, "END_COMMENT")):
            if self.source[slice(*self._lines[line])].strip() != word:
                self._note(*self._lines[line], Text2Qti.BEHIND_WORD.of(word))
        self._comment(Span(start, self._lines[close][1]))
        return close + 1

    def _add(self, part: MarkedText) -> None:
        part.apart = self._blank
        self.parts.append(part)
        self._open = part
        self._apart = self._blank = self._stray = False


def _behind(line: str, want: int) -> int | None:
    """Where a line goes on behind `want` columns of indentation, tabs reaching every fourth."""
    column = 0
    for at, sign in enumerate(line):
        if column >= want:
            return at
        if sign == " ":
            column += 1
        elif sign == "\t":
            column += 4 - column % 4
        else:
            return None
    return None
