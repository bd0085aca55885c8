"""From Markdown and HTML as written inside a value to what a reader sees of it.

Where it is not certain that something is markup, its characters are kept: a leftover asterisk does
little harm, while `<b>` and `**` eaten out of two different answers would make them equal.
"""

import re
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from quizlint.text import html, markdown
from quizlint.text.emphasis import emphasis
from quizlint.text.marks import Marks
from quizlint.text.normal import composing_changes, space_changes
from quizlint.text.patterns import lazy
from quizlint.text.rewriting import Change, Rewriting

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")

Ranges = tuple[tuple[int, int], ...]

_PUTS = lazy(r"<(?:img|svg|math|video|audio|iframe|object|embed|canvas|input|hr)\b", re.IGNORECASE)
"""Elements that show something without any words."""


class Plain(NamedTuple):
    """What is left of a value, and the rewritings that led there, first to last.

    `code` and `math` are ranges in `text`.
    """

    text: str
    stages: tuple[Rewriting, ...]
    code: Ranges
    math: Ranges
    media: bool

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The smallest range of the value that gives `text[start:end]`."""
        for stage in reversed(self.stages):
            start, end = stage.back(start, end)
        return start, end

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text that is made of a range of the value."""
        for stage in self.stages:
            start, end = stage.forth(start, end)
        return start, end


def strip(value: str) -> Plain:
    """What a reader sees of a value: markup gone, entities decoded, space collapsed, NFC.

    A text that is nothing but markup is about markup: it stays.
    """
    marks = Marks(value)
    _read(marks)
    plain = _plain(marks)
    if plain.text:
        return plain
    bare = Marks(value)
    bare.media = marks.media
    return _plain(bare)


def shows_nothing(value: str) -> bool:
    """Whether a value is nothing but markup that puts nothing on the screen."""
    marks = Marks(value)
    _read(marks)
    return not marks.media and not _plain(marks).text and _PUTS.search(value) is None


def _read(marks: Marks) -> None:
    """Find all markup, the kinds that make others literal first."""
    value = marks.value
    if "```" in value or "~~~" in value:
        markdown.fences(marks)
    if "`" in value:
        markdown.code_spans(marks)
    if "$" in value or "\\(" in value or "\\[" in value:
        markdown.formulas(marks)
    if "\\" in value:
        markdown.escapes(marks)
    if "<" in value:
        html.tags(marks)
    if "](" in value or "][" in value:
        markdown.links(marks)
    if "&" in value:
        html.entities(marks)
    if "\n" in value:
        markdown.line_marks(marks)
    if "*" in value or "_" in value or "~~" in value:
        emphasis(marks)
    if not value.isascii():
        for match in marks.free(_INVISIBLE):
            marks.drop(*match.span())


def _plain(marks: Marks) -> Plain:
    stages: list[Rewriting] = []
    text = _rewritten(stages, marks.value, marks.changes())
    text = _rewritten(stages, text, space_changes(text))
    if not (text.isascii() or is_normalized("NFC", text)):
        whole = normalize("NFC", text)
        text = _rewritten(stages, text, list(composing_changes(text)))
        if text != whole:  # a script that composes in a way unknown here
            text = _rewritten(stages, text, [(0, len(text), whole)])
    code, math = (_carried(stages, text, spans) for spans in (marks.code, marks.math))
    return Plain(text, tuple(stages), code, math, marks.media)


def _rewritten(stages: list[Rewriting], text: str, changes: list[Change]) -> str:
    if not changes:
        return text
    stage = Rewriting(text, changes)
    stages.append(stage)
    return stage.text


def _carried(stages: list[Rewriting], text: str, spans: list[tuple[int, int]]) -> Ranges:
    """Where ranges of the value stand in the text, without space at their ends."""
    carried = []
    for start, end in sorted(spans):
        for stage in stages:
            start, end = stage.forth(start, end)
        start += text[start : start + 1] == " "
        end -= text[end - 1 : end] == " "
        if start < end:
            carried.append((start, end))
    return tuple(carried)
