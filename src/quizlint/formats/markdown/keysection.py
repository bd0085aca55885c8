"""Keys of a whole quiz in one place: `## Answers`, with a letter for each number under it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quizlint.formats.markdown import marks, words
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.lists import is_boxed, is_lettered
from quizlint.formats.markdown.pieces import Range

_PAIR = re.compile(
    r"(?<![\w.])(?:Q(?:uestion)?[ .]?)?(?P<number>\d{1,3})[*_]{0,2}[ \t]*"
    r"(?:[.):=|]|[-–—]>?|→)?[ \t|]*"
    r"(?P<key>[*_`(\[]{0,3}[A-Ha-h](?:[ \t]*(?:[,/&+]|and|und|y|et|e)[ \t]*[A-Ha-h](?!\w))*)"
    r"(?![\w'’])[)\]*_`.]{0,3}"
)
_COUNTED = re.compile(
    r"(?<![\w.])(?:Q(?:uestion)?[ .]?)?(?P<number>\d{1,3})[ \t]*[-–—:=][ \t]*"
    r"(?P<key>\d{1,2})(?![\w.])"
)
_LINE = re.compile(
    rf"[ \t>]*(?:[-*+|][ \t]*)?[*_]{{0,3}}(?:(?:{words.QUESTION}|Answer)?[ .]{{0,2}})"
    r"(?P<number>\d{1,3})[*_]{0,3}[ \t]*(?:[.):=|]|[-–—])[*_]{0,3}[ \t]*"
    r"(?P<key>[^\s|][^|\r\n]*?)[ \t|]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?P<key>[*_(]{0,3}[A-Ha-h](?![\w'’])[^\r\n]*)\r?$", re.M)
_MANY = re.compile(words.KEYS, re.IGNORECASE)
_MAX = 2_000
"""Pairs in one section."""


class Pair(NamedTuple):
    """The key of one question: its number, None where only the order tells, and where it stands."""

    number: int | None
    where: Range


class KeySection(NamedTuple):
    """Keys for the questions above it: `blocks[first:stop]`."""

    first: int
    stop: int
    start: int
    pairs: tuple[Pair, ...]


def key_sections(text: str, blocks: Sequence[Block]) -> list[KeySection]:
    """The sections of keys among blocks, in order."""
    found: list[KeySection] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        begin = _titled(text, block)
        if begin is None:
            at += 1
            continue
        alone = block.kind == "label" and begin < block.end
        stop = at + 1 if alone else _end(text, blocks, at)
        written = _MANY.search(text, block.start, max(begin, block.start)) is not None
        pairs = _pairs(text, begin, max(blocks[stop - 1].end, block.end), written and not alone)
        if len(pairs) < 2:
            at += 1
            continue
        found.append(KeySection(at, stop, blocks[at].start, tuple(pairs)))
        at = stop
    return found


def _titled(text: str, block: Block) -> int | None:
    """Where the keys under a title begin; None for other blocks."""
    if block.kind == "label" and block.label == "answer":
        return block.body
    if block.kind in ("heading", "paragraph"):
        match = marks.KEY_TITLE.match(text, block.start, block.end)
        return None if match is None else match.end()
    return None


def _end(text: str, blocks: Sequence[Block], at: int) -> int:
    """Where the section ends: at the next heading or answer, or where options begin."""
    stop = at + 1
    while stop < len(blocks):
        block = blocks[stop]
        if block.kind == "heading" or is_boxed(block) or is_lettered(text, block):
            break
        if block.kind == "label" and block.label == "answer":
            break
        if block.kind == "rule" and stop > at + 1:
            break
        stop += 1
    while stop > at + 1 and blocks[stop - 1].kind in APART:
        stop -= 1
    return stop


def _pairs(text: str, start: int, end: int, written: bool) -> list[Pair]:
    """Numbers with keys, if that is what the range holds; `written` where texts may be keys."""
    lines = list(_LINE.finditer(text, start, end))
    for pattern in (_PAIR, _COUNTED):
        close = list(pattern.finditer(text, start, end))[:_MAX]
        if len(close) >= len(lines) and _ascends([int(each["number"]) for each in close]):
            return [Pair(int(each["number"]), each.span("key")) for each in close]
    if written and lines and _ascends([int(each["number"]) for each in lines]):
        return [Pair(int(each["number"]), each.span("key")) for each in lines[:_MAX]]
    if not written:
        return []
    bullets = list(_BULLET.finditer(text, start, end))
    return [Pair(None, each.span("key")) for each in bullets[:_MAX]]


def _ascends(numbers: Sequence[int]) -> bool:
    """Whether numbers are those of questions: one after the other, a few left out."""
    return (
        len(numbers) > 1
        and all(a < b for a, b in pairwise(numbers))
        and numbers[-1] - numbers[0] < 4 * len(numbers)
    )
