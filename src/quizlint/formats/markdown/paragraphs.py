"""A paragraph told apart by its lines: labelled lines, lettered options, boxes gone wrong."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.folds import FOLD_LINE, FOLD_MARK, fold_label
from quizlint.formats.markdown.runs import letters_in
from quizlint.text import Span

_MAX_LEVEL_WORDS = 4


def paragraph_of(text: str, block: Block) -> list[Block]:
    """A paragraph as runs of lines: plain, labelled, lettered options, options without a space."""
    start, end = block.start, block.end
    begins: dict[int, Callable[[int, int], Block]] = {}
    answered: list[tuple[int, int]] = []
    boxes: list[tuple[int, re.Match[str]]] = []
    for at in marks.line_starts(text, start, end):
        match = marks.LABEL.match(text, at, end)
        if match is not None:
            if not _is_long_level(text, match, end):
                begins[at] = _labeller(match)
                if marks.label_of(match) == "answer":
                    answered.append((at, text.find("\n", match.end(), end) + 1))
        elif (fold := FOLD_LINE.match(text, at, end)) and fold_label(fold["said"]):
            begins[at] = _folder(fold)
        elif marks.ONLY_OPTIONS.match(text, at, end) or FOLD_MARK.match(text, at, end):
            begins[at] = _aside
            below = text.find("\n", at, end) + 1
            begins.setdefault(below or end, _plain)
        elif marks.GLUED.match(text, at, end):
            begins[at] = _boxer(text)
        elif box := marks.ROUND.match(text, at, end) or marks.OPEN_BOX.match(text, at, end):
            boxes.append((at, box))
    if len(boxes) > 1:
        begins.update((at, _boxer(text)) for at, _ in boxes)
    letters = letters_in(text, start, end)
    if not begins and not letters:
        return [block]
    for at in _stems_between(text, start, end, letters, answered):
        begins.setdefault(at, _plain)
    pieces: list[Block] = []
    places = list(letters.values())
    columns = len(set(places)) == len(places) and places != sorted(places)
    bounds = sorted({start, *begins, *letters, end})
    for first, last in pairwise(bounds):
        kept = first + len(text[first:last].rstrip())
        if first in letters:
            item = Block("item", first, kept)
            item.level = letters[first]
            _join(pieces, "letters", item, fresh=letters[first] == 0)
            continue
        made = begins.get(first, _plain)(first, kept)
        if made.kind == "item":
            _join(pieces, "list", made)
        elif made.kind == "label" or kept > first:
            pieces.append(made)
    if columns and len(set(places)) == max(places) + 1:
        for piece in pieces:
            piece.children.sort(key=lambda item: item.level)
    return pieces


def label_block(name: str, start: int, body: int, end: int) -> Block:
    block = Block("label", start, end)
    block.label = name
    block.body = min(body, end)
    return block


def near_box(text: str, item: Block) -> bool:
    """Take note of a checkbox that Markdown does not see: written badly, round, or a sign."""
    sign = marks.ROUND.match(text, item.start, item.end)
    sign = sign or marks.OPEN_BOX.match(text, item.start, item.end)
    if sign is not None:
        round_ = sign.re is marks.ROUND
        item.mark = marks.round_meant(sign) if round_ else marks.box_meant(sign["inner"])
        item.body = sign.end()
        return True
    match = marks.BOX.match(text, item.start, item.end)
    meant = None if match is None else marks.box_meant(match["inner"])
    if match is None or meant is None:
        return False
    item.mark = meant
    item.body = match.end()
    item.near = (Span(match.start("bullet"), match.end()), marks.box_written_right(match))
    return True


def _join(pieces: list[Block], kind: str, item: Block, *, fresh: bool = False) -> None:
    """Add an item to the list that stands last, or to a new one."""
    if fresh or not pieces or pieces[-1].kind != kind:
        pieces.append(Block(kind, item.start, item.end))
    pieces[-1].children.append(item)
    pieces[-1].end = item.end


def _plain(first: int, kept: int) -> Block:
    return Block("paragraph", first, kept)


def _aside(first: int, kept: int) -> Block:
    return Block("comment", first, kept)


def _folder(fold: re.Match[str]) -> Callable[[int, int], Block]:
    def folded(first: int, kept: int) -> Block:
        label = label_block(fold_label(fold["said"]) or "answer", first, fold.end(), kept)
        label.level = 1
        return label

    return folded


def _labeller(match: re.Match[str]) -> Callable[[int, int], Block]:
    return lambda first, kept: label_block(marks.label_of(match), first, match.end(), kept)


def _boxer(text: str) -> Callable[[int, int], Block]:
    def boxed(first: int, kept: int) -> Block:
        item = Block("item", first, kept)
        near_box(text, item)
        return item

    return boxed


def _stems_between(
    text: str, start: int, end: int, letters: dict[int, int], answered: list[tuple[int, int]]
) -> Iterator[int]:
    """Where the next stem begins behind an answer, in text without blank lines."""
    firsts = [at for at, place in letters.items() if place == 0]
    for at, behind in answered:
        following = bisect_right(firsts, at)
        if following < len(firsts) and start < behind < firsts[following]:
            yield behind
    above = start
    begun = set(firsts[1:])
    for at in marks.line_starts(text, start, end) if begun else ():
        if at in begun and above not in letters and marks.NUMBER.match(text, above):
            yield above  # nothing was answered between
        above = at


def _is_long_level(text: str, match: re.Match[str], end: int) -> bool:
    if marks.label_of(match) != "level":
        return False
    line_end = text.find("\n", match.end(), end)
    words = text[match.end() : end if line_end < 0 else line_end].split()
    return not 0 < len(words) <= _MAX_LEVEL_WORDS
