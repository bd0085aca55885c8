"""R/exams exercises in LaTeX with R: environments, and programs between `<<>>=` and `@`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quizlint.content import BLANK
from quizlint.formats.rexams.pieces import Exercise, Hole, Region
from quizlint.text import Span

_CHUNK = re.compile(r"^<<[^\r\n]*>>=[^\r\n]*", re.MULTILINE)
_CHUNK_END = re.compile(r"^@[^\r\n]*", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)%[^\r\n]*")
_ENVIRONMENT = re.compile(r"\\(begin|end)\s{0,9}\{\s{0,9}(question|solution|answerlist)\s{0,9}\}")
_ITEM = re.compile(r"\\item(?![A-Za-z])[ \t]*")
_META = re.compile(r"\\(ex[a-z]{2,20})\s{0,9}(?:\[[^\]\r\n]{0,200}\])?\s{0,9}\{")
_GAP = re.compile(r"##ANSWER[0-9]{1,4}##")
_BRACE = re.compile(r"(?<!\\)[{}]")
_SEXPR = "\\Sexpr"
_TEX = re.compile(
    r"\\(?P<sign>[%&_#$])|\$\$?[^$]*\$\$?|(?P<tie>~)|(?P<quote>``|'')"
    r"|\\(?:textbf|textit|emph|texttt|textsf|underline|code|pkg|dQuote|sQuote)\{"
    r"(?P<inside>[^{}]*)\}"
)

LONGEST_VALUE = 2000
"""Characters in which the end of a value of meta-information is looked for."""


class _Page:
    """A file with its programs and comments. Neither is part of a text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.chunks = _chunks(source)
        self.comments = _comments(source, self.chunks)
        self.hidden = sorted([*self.chunks, *self.comments])
        self._starts = [start for start, _ in self.hidden]
        self._chunk_starts = [start for start, _ in self.chunks]

    def is_hidden(self, at: int) -> bool:
        """Whether a place lies in a program or a comment."""
        index = bisect_left(self._starts, at + 1) - 1
        return index >= 0 and at < self.hidden[index][1]

    def region(self, start: int, end: int) -> Region:
        """The text of a range."""
        end = max(start, end)
        within = self.hidden[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        holes: list[Hole] = [(begin, min(stop, end), "") for begin, stop in within]
        holes = _apart([*holes, *self._markup(start, end)])
        first, last = (bisect_left(self._chunk_starts, at) for at in (start, end))
        computed = first < last or self.source.find(_SEXPR, start, end) >= 0
        return Region(start, end, holes, computed)

    def _markup(self, start: int, end: int) -> Iterator[Hole]:
        """Signs of LaTeX for other characters, and the frames of emphasised words."""
        for mark in _TEX.finditer(self.source, start, end):
            match mark.lastgroup:
                case "sign":
                    yield mark.start(), mark.end(), mark["sign"]
                case "tie":
                    yield mark.start(), mark.end(), " "
                case "quote":
                    yield mark.start(), mark.end(), '"'
                case "inside":
                    yield mark.start(), mark.start("inside"), ""
                    yield mark.end() - 1, mark.end(), ""


def _apart(holes: list[Hole]) -> list[Hole]:
    """The holes in order, without those that begin inside another."""
    found: list[Hole] = []
    for hole in sorted(holes):
        if not found or hole[0] >= found[-1][1]:
            found.append(hole)
    return found


def exercises(source: str) -> tuple[list[Exercise], list[Span]]:
    """The exercises of a file, mostly one; and its comments."""
    page = _Page(source)
    marks = [mark for mark in _ENVIRONMENT.finditer(source) if not page.is_hidden(mark.start())]
    ends = [len(source)] * len(marks)  # of the environments but lists, closed or not
    for at in reversed(range(1, len(marks))):
        is_list = marks[at][2] == "answerlist"
        ends[at - 1] = ends[at] if is_list else marks[at].start()
    found: list[Exercise] = []
    for at, mark in enumerate(marks):
        if mark[1] == "begin" and mark[2] == "question":
            start = mark.start() if found else 0
            found.append(_question(page, start, mark, marks, at, ends[at]))
        elif mark[1] == "begin" and mark[2] == "solution" and found:
            stop, found[-1].told = _list(page, marks, at, ends[at])
            found[-1].solution = found[-1].solution or page.region(mark.end(), stop)
        if found:
            found[-1].end = mark.end()
    _meta(page, found)
    return found, [Span(*each) for each in page.comments]


def _question(
    page: _Page, start: int, mark: re.Match[str], marks: list[re.Match[str]], at: int, end: int
) -> Exercise:
    stop, items = _list(page, marks, at, end)
    question = page.region(mark.end(), stop)
    whole = page.region(mark.end(), end)
    question.computed |= not items and whole.computed
    gaps = [gap.span() for gap in _GAP.finditer(page.source, mark.end(), end)]
    shown = [(*gap, BLANK) for gap in gaps if not page.is_hidden(gap[0])]
    frames = [
        (each.start(), each.end(), "")
        for each in marks[at + 1 : at + 3]
        if each[2] == "answerlist" and each.start() < end
    ]
    whole.holes = _apart([*whole.holes, *shown, *frames])
    return Exercise(start, end, question, items=items, whole=whole)


def _list(
    page: _Page, marks: list[re.Match[str]], at: int, end: int
) -> tuple[int, list[Region] | None]:
    """Where the list of an environment begins, and its items; none where a program writes them."""
    begin = marks[at + 1] if at + 1 < len(marks) else None
    if begin is None or begin[1] != "begin" or begin[2] != "answerlist":
        return end, None
    end = marks[at + 2].start() if at + 2 < len(marks) else len(page.source)
    items = [
        mark.span()
        for mark in _ITEM.finditer(page.source, begin.end(), end)
        if not page.is_hidden(mark.start())
    ]
    ends = [*(start for start, _ in items), end][1:]
    regions = [page.region(body, stop) for (_, body), stop in zip(items, ends, strict=False)]
    return begin.start(), regions


def _meta(page: _Page, found: list[Exercise]) -> None:
    """Give each exercise its meta-information, which stands before or behind it."""
    source = page.source
    starts = [each.start for each in found]
    for mark in _META.finditer(source):
        if page.is_hidden(mark.start()) or not found:
            continue
        end = _value_end(source, mark.end())
        if end < 0:
            continue
        owner = found[bisect_right(starts, mark.start()) - 1]
        owner.meta.setdefault(mark[1], Span(mark.end(), end))
        owner.end = max(owner.end, end + 1) if owner.end < len(source) else owner.end


def _value_end(source: str, start: int) -> int:
    depth = 1
    for brace in _BRACE.finditer(source, start, start + LONGEST_VALUE):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return -1


def _chunks(source: str) -> list[tuple[int, int]]:
    found = []
    at = 0
    while (begin := _CHUNK.search(source, at)) is not None:
        end = _CHUNK_END.search(source, begin.end())
        at = len(source) if end is None else end.end()
        found.append((begin.start(), at))
    return found


def _comments(source: str, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    starts = [start for start, _ in chunks]
    found = []
    for comment in _COMMENT.finditer(source):
        index = bisect_left(starts, comment.start()) - 1
        if index < 0 or chunks[index][1] <= comment.start():
            found.append(comment.span())
    return found
