"""Lists told apart: their checkboxes, what belongs to no item, and whether they hold options."""

import re
from itertools import pairwise

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.folds import FOLD_MARK
from quizlint.formats.markdown.paragraphs import label_block, near_box, paragraph_of
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.runs import letters_in
from quizlint.formats.markdown.ticks import ticked, told
from quizlint.text import Span

_INDENT = re.compile(r"[ \t]*")


def is_boxed(block: Block | None) -> bool:
    """Whether a block is a list with checkboxes, malformed ones included."""
    return (
        block is not None
        and block.kind == "list"
        and any(item.mark is not None for item in block.children)
    )


def is_lettered(text: str, block: Block) -> bool:
    """Whether a list's items, or a paragraph's lines, are lettered from A."""
    if block.kind == "letters":
        return True
    if block.kind != "list" or len(block.children) < 2:
        return False
    heads = [text[item.body : min(item.end, item.body + 20)] for item in block.children[:3]]
    return marks.starts_run(heads)


def is_ticked(text: str, block: Block) -> bool:
    """Whether an item of a plain list is ticked."""
    options = [text_of(text, [(each.body, each.end)]) for each in block.children]
    return any(ticked([told(each, False) for each in options])[0])


def offers(text: str, block: Block) -> bool:
    """Whether a block, not refined yet, holds options."""
    if block.kind == "paragraph" or (block.kind == "code" and text[block.start] not in "`~"):
        return bool(letters_in(text, block.start, block.end))
    if block.kind == "list" and any(_is_sign(text, item) for item in block.children):
        return True
    return is_boxed(block) or is_lettered(text, block)


def list_of(text: str, block: Block) -> list[Block]:
    """A list with near-boxes noted, and what only lazily continues its items split off."""
    for item in block.children:
        if item.mark is None:
            near_box(text, item)
    before = _before_boxes(text, block)
    if before:
        stems = Block("list", block.start, before[-1].end)
        stems.children = before
        block.start = block.children[len(before)].start
        block.children = block.children[len(before) :]
        return [*list_of(text, stems), *list_of(text, block)]
    boxed = is_boxed(block)
    lettered = not boxed and is_lettered(text, block)
    pieces: list[Block] = []
    current = Block("list", block.start, block.end)
    current.level = block.level
    for item in block.children:
        first = not pieces and not current.children
        said = None if item.mark is not None else _labelled(text, item, alone=first)
        if said is not None:
            pieces.append(said)
            current = Block("list", said.end, block.end)
            continue
        if not pieces or pieces[-1] is not current:
            pieces.append(current)
        current.children.append(item)
        last = block.children[-1] is item
        rest = _lazy(text, item, inside=last and not boxed) if boxed or lettered or last else None
        if rest is None:
            continue
        item.end = rest.start
        item.end = item.start + len(text[item.start : item.end].rstrip())
        item.children = [child for child in item.children if child.start < rest.start]
        current.end = item.end
        for piece in paragraph_of(text, rest):
            if piece.kind == "list":
                current.children += piece.children
            else:
                pieces.append(piece)
                current = Block("list", piece.end, block.end)
    if boxed:
        for item in block.children:
            if item.mark is None:  # one box forgotten among boxes
                item.mark = False
                bullet = text[item.start : item.body].rstrip()
                item.near = (Span(item.start, item.start + len(bullet)), None)
    return [piece for piece in pieces if piece.kind != "list" or piece.children]


def _before_boxes(text: str, block: Block) -> list[Block]:
    """The plain items that a blank line parts from boxes: Markdown joins the two lists."""
    items = block.children
    first = next((at for at, item in enumerate(items) if item.mark is not None), 0)
    boxes = items[first:]
    if not first or len(boxes) < 2 or any(item.mark is None for item in boxes):
        return []
    gaps = [text.count("\n", a.end, b.start) > 1 for a, b in pairwise(items)]
    return items[:first] if gaps[first - 1] and not any(gaps[first:]) else []


def _labelled(text: str, item: Block, *, alone: bool) -> Block | None:
    """An item of a list of options that is the answer, or the reason for it.

    Where no option goes before (`alone`), it must be the letters of an answer.
    """
    match = marks.LABEL.match(text, item.body, item.end)
    if match is None or marks.label_of(match) not in ("answer", "explanation"):
        return None
    named = marks.is_key(text, match.end(), item.end) or (
        marks.label_of(match) == "answer" and marks.begins_key(text, match.end(), item.end)
    )
    if alone and not named:
        return None
    return label_block(marks.label_of(match), item.start, match.end(), item.end)


def _lazy(text: str, item: Block, *, inside: bool) -> Block | None:
    """The part of an item that begins with a labelled or glued line at its left edge.

    `inside` where an answer may also stand further in, as a part of the last option.
    """
    if "\n" not in text[item.body : item.end]:
        return None
    column = item.start - (text.rfind("\n", 0, item.start) + 1)
    taken = max((c.end for c in item.children if c.kind != "paragraph"), default=0)
    for at in marks.line_starts(text, item.body, item.end):
        label = marks.LABEL.match(text, at, item.end)
        glued = label is None and marks.GLUED.match(text, at, item.end)
        if at == item.body or at < taken:
            continue
        if FOLD_MARK.match(text, at, item.end):
            return Block("paragraph", at, item.end)
        if not (label or glued):
            continue
        indented = _INDENT.match(text, at, item.end)
        indent = len(indented[0]) if indented else 0
        if indent <= column or (inside and label and marks.label_of(label) == "answer"):
            return Block("paragraph", at, item.end)
    return None


def _is_sign(text: str, item: Block) -> bool:
    return marks.ROUND.match(text, item.start, item.end) is not None
