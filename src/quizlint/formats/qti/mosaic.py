"""Texts that stand in several places of a file, put together without losing any of them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Decoded, Span, Spelling

_TAG = re.compile(r"<[^<>]*>")
_MEDIA = re.compile(r"<(?:img|video|audio|iframe|object|svg|canvas|math)\b")
_CLOSING = re.compile(r"[.,;:?!)\]}%]")


class TextPiece(NamedTuple):
    """A piece of a text. Without a spelling its whole range spells each of its characters.

    `before` and `after` say whether white space stands at that side.
    """

    value: str
    start: int
    end: int
    spelling: Spelling | None = None
    before: bool = False
    after: bool = False


class Mosaic:
    """The spelling of parts set side by side."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[TextPiece]) -> None:
        self._parts = tuple(parts)

    def decode(self, source: str, _span: Span) -> Decoded:
        value = ""
        starts: list[int] = []
        ends: list[int] = []
        for part in self._parts:
            value += part.value
            if part.spelling is not None:
                decoded = part.spelling.decode(source, Span(part.start, part.end))
                if decoded.value == part.value:
                    starts += decoded.starts
                    ends += decoded.ends
                    continue
            starts += [part.start] * len(part.value)
            ends += [part.end] * len(part.value)
        return Decoded(value, starts, ends)


def part(leaf: Scalar, source: str) -> TextPiece:
    """A leaf as a part, which remembers whether white space was cut off around it."""
    before = leaf.start > 0 and source[leaf.start - 1].isspace()
    after = leaf.end < len(source) and source[leaf.end].isspace()
    return TextPiece(leaf.value, leaf.start, leaf.end, leaf.spelling, before, after)


def joined(parts: Iterable[TextPiece]) -> Scalar | None:
    """One text from parts in order, with a space wherever two would run together."""
    found: list[TextPiece] = []
    for each in parts:
        if not each.value:
            continue
        if found:
            last = found[-1]
            if last.after or each.before or not _CLOSING.match(each.value):
                found.append(TextPiece(" ", last.end, max(last.end, each.start)))
        found.append(each)
    if not found:
        return None
    if len(found) == 1 and found[0].spelling is not None:
        only = found[0]
        return Scalar(only.value, only.start, only.end, spelling=only.spelling or Mosaic(found))
    value = "".join(each.value for each in found)
    start, end = min(each.start for each in found), max(each.end for each in found)
    return Scalar(value, start, end, spelling=Mosaic(found))


def is_seen(value: str) -> bool:
    """Whether a learner sees anything of a text with tags."""
    return bool(_TAG.sub("", value).strip()) or _MEDIA.search(value) is not None
