"""Markdown inside a value: code, formulas, escapes, links, and what begins a line."""

import re
from bisect import bisect_right

from quizlint.text.marks import Marks
from quizlint.text.patterns import lazy

# Possessive quantifiers and classes that stop at the next opening keep all of these linear.
_FENCE = re.compile(r"^[ \t]{0,12}(`{3,}+|~{3,}+)([^\n`]*+)(?:\n|\Z)", re.MULTILINE)
_TICKS = re.compile("`+")
_ESCAPE = re.compile(r"\\(?:\\|([`*_\[\]<>#$&~|]|!(?=\[))|\r?\n)")
_BRACKET = re.compile(r"!?\[|\]")

# `$…$` as Pandoc tells it from prices, and not `$a,$b` of a shell; `$$…$$`, `\(…\)`, `\[…\]`.
# A sign that begins an attribute's value, as in `src="$BASE$/a.png"`, begins no formula.
# Pandoc: the opening sign has a character other than space at its right, the closing one such a
# character at its left and no digit at its right.
_FORMULA = lazy(
    r"\$\$(?=\s*+[^\s$])[^$]++\$\$"
    r"|(?<!\\)\\\((?:[^\\]|\\(?![()]))++\\\)"
    r"|(?<!\\)\\\[(?:[^\\]|\\(?![\[\]]))++\\\]"
    r"|(?<![\\$\w])(?<!=[\"'])\$(?=[^\s$])(?:[^$\\\n]|\\.)++(?<=\S)\$(?![\d$])(?!(?<=[=/:;,.(\[{&|]\$)\w)",
    re.DOTALL,
)
_TARGET = lazy(
    r"\(\s*+(?P<url>[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)"
    r"(?:\s+(?P<title>\"[^\"]*+\"|'[^']*+'))?\s*+\)(?:\{[^{}\n]*+\})?"
    r"|\[(?P<ref>[^\[\]\s^][^\[\]\n]*+)\]"
)
_LINE_MARK = lazy(
    r"^[ \t]*+(?:#{1,6}[ \t]+|>(?:[ \t]+|(?=\r?\n))|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?"
    r"|\d{1,3}[.)][ \t]+)++",
    re.MULTILINE,
)


def fences(marks: Marks) -> None:
    """Fenced code: the fences and the info string go. One that is not closed goes to the end."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(marks.value):
        if opened is None:
            if match[0].endswith("\n"):  # else it has no content, and may be content itself
                opened = match
        elif match[1].startswith(opened[1]) and not match[2].strip():
            _fenced(marks, opened, *match.span())
            opened = None
    if opened is not None:
        _fenced(marks, opened, len(marks.value), len(marks.value))


def _fenced(marks: Marks, opened: re.Match[str], close: int, end: int) -> None:
    marks.drop(*opened.span(), " ")
    marks.keep(opened.end(), close)
    marks.drop(close, end, " ")
    marks.code.append((opened.end(), close))


def code_spans(marks: Marks) -> None:
    """Code between runs of equally many backticks in one paragraph."""
    value = marks.value
    runs = [match.span() for match in marks.free(_TICKS)]
    places: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        places.setdefault(end - start, []).append(index)
    paragraphs = "\n\n" in value
    index = 0
    while index < len(runs):
        start, end = runs[index]
        alike = places[end - start]
        after = bisect_right(alike, index)
        index += 1
        if after == len(alike) or is_escaped(value, start):
            continue
        close, close_end = runs[alike[after]]
        if not marks.is_free(end, close) or (paragraphs and value.find("\n\n", end, close) >= 0):
            continue
        marks.drop(start, end)
        marks.keep(end, close)
        marks.drop(close, close_end)
        marks.code.append((end, close))
        index = alike[after] + 1


def is_escaped(value: str, at: int) -> bool:
    """Whether a backslash before a sign, itself not escaped, takes its meaning away."""
    before = at
    while before and value[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def formulas(marks: Marks) -> None:
    """Formulas stay as they are."""
    for match in marks.free(_FORMULA):
        if marks.is_free(*match.span()):
            marks.keep(*match.span())
            marks.math.append(match.span())


def escapes(marks: Marks) -> None:
    r"""Backslashes before what would else be markup, and those that break a line.

    `\\` and `\.` stay: in answers about paths, strings and patterns the backslash is the point.
    """
    for match in marks.free(_ESCAPE):
        at = match.start()
        if match[1] is not None:
            marks.keep(at + 1, at + 2)
        if match[0] != "\\\\":
            marks.drop(at, at + 1)


def links(marks: Marks) -> None:
    """Links and images: the text stays, the target goes."""
    value = marks.value
    opened: list[re.Match[str]] = []
    for match in marks.free(_BRACKET):
        if match[0] != "]":
            opened.append(match)
            continue
        if not opened:
            continue
        opening = opened.pop()
        target = _TARGET.match(value, match.end())
        if target is None:
            continue
        first, last = target.start(), target.end() - 1
        if not (marks.is_free(first, first + 1) and marks.is_free(last, last + 1)):
            continue
        image = opening[0] == "!["
        if image or _is_link(value, opening.start(), match.start(), target):
            marks.media |= image
            marks.drop(*opening.span())
            marks.drop(match.start(), target.end())


def _is_link(value: str, start: int, close: int, target: re.Match[str]) -> bool:
    """Whether it is a link, and not `row[0][1]`, `calls[i](x)` or a lambda `[&](int)`."""
    text = value[start + 1 : min(close, start + 200)]
    before = value[start - 1 : start]
    free_standing = not (before and (before.isalnum() or before in "_)]"))
    if target["ref"] is not None:
        return free_standing and sum(map(str.isalpha, text)) >= 2
    if any(char in target["url"] for char in "/.:#"):
        return bool(text.strip())
    return free_standing and any(map(str.isalnum, text))


def line_marks(marks: Marks) -> None:
    """Marks of headings, quotations and lists, in a value of several lines.

    In a single line `# x`, `> 95` and `1. x` are more often content.
    """
    for match in marks.free(_LINE_MARK):
        if marks.is_free(*match.span()):
            marks.drop(*match.span())
