"""Emphasis in Markdown: told more strictly than by CommonMark, so that no operator is lost."""

import re

from quizlint.text.marks import Marks

_DELIMITER = re.compile(r"\*+|_+|~~+|\n[ \t\r]*\n")
_IDENTIFIER = re.compile(r"_\w*_", re.ASCII)
_BEFORE_OPENING = frozenset("([{\"'“‘«¿¡-–—|*_~")
_NOT_AFTER_OPENING = frozenset(",.;:!?)]}*_=/|%~")
_NOT_BEFORE_CLOSING = frozenset("([{<=/|,")
_AFTER_CLOSING = frozenset(".,;:!?)]}\"'”’»…-–—/|*_~")
_DUNDERS = frozenset(
    "add all annotations author await bases bool bytes call class closure code construct contains "
    "copy debug defaults del delattr delete delitem dict dir dirname doc enter eq exit "
    "file filename float floordiv format func future ge get getattr getattribute getitem global gt "
    "hash iadd import index init init_subclass int invert iter le len length_hint lshift lt main "
    "match_args matmul missing mod module mro mul name ne neg new next or package path pos pow "
    "post_init proto qualname radd reduce repr reversed round rshift set set_name setattr setitem "
    "setstate sizeof slots spec str sub subclasses truediv version weakref xor".split()
)
"""Names that Python, and a few other languages, write between double underscores."""


def emphasis(marks: Marks) -> None:
    """Drop pairs of `*`, `_` (one to three) and `~~` around words, within a paragraph."""
    value = marks.value
    if _IDENTIFIER.fullmatch(value.strip()):  # an answer such as `_name_` is about underscores
        return
    opened: dict[str, int] = {}
    for match in marks.free(_DELIMITER):
        start, end = match.span()
        mark = match[0]
        if mark[0] == "\n":
            opened.clear()
        elif end - start > 3 - (mark[0] == "~") or not marks.is_free(start, end):
            continue
        elif mark in opened and _may_close(marks, start, end):
            begin = opened.pop(mark)
            if mark == "__" and end - begin < 24 and value[begin + 2 : start] in _DUNDERS:
                continue
            marks.drop(begin, begin + len(mark))
            marks.drop(start, end)
        elif _may_open(marks, start, end):
            opened[mark] = start


def _may_open(marks: Marks, start: int, end: int) -> bool:
    value = marks.value
    if end == len(value) or value[end].isspace() or value[end] in _NOT_AFTER_OPENING:
        return end < len(value) and value[end] in "*_~" and value[end] != value[start]
    return (
        start == 0
        or value[start - 1].isspace()
        or value[start - 1] in _BEFORE_OPENING
        or marks.is_dropped(start - 1)
        or _is_unspaced(value[start - 1])
    )


def _may_close(marks: Marks, start: int, end: int) -> bool:
    value = marks.value
    if value[start - 1].isspace() or value[start - 1] in _NOT_BEFORE_CLOSING:
        return False
    return (
        end == len(value)
        or value[end].isspace()
        or value[end] in _AFTER_CLOSING
        or marks.is_dropped(end)
        or _is_unspaced(value[end])
    )


def _is_unspaced(char: str) -> bool:
    """Whether a character is of a script without spaces around emphasis (Han, Kana, Hangul)."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" or "\uff00" <= char <= "\uffef"
    )
