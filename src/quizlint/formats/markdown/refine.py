"""Blocks told apart more finely: labelled lines, lettered options, checkboxes gone wrong."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.text import Span

_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_SHOWS = re.compile(r"<(?:img|svg|video|audio|iframe|table|pre|code|math)\b", re.IGNORECASE)
_FOLDED = re.compile(r"</?(?:details|summary)\b", re.IGNORECASE)
_FOLDED_ANSWER = re.compile(
    r"<summary[^<>]{0,80}>(?:<b>|<strong>)?[^<]{0,40}\b(?:answer|solution)\b[^<]{0,40}"
    r"(?:</b>|</strong>)?\s{0,4}</summary>(?:\s|<p>|<b>|<strong>){0,8}(?P<value>[^<\s][^<\n]*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
_LETTER_ITEM = re.compile(r"\(?(?P<letter>[A-Za-z])[).:](?:\s|$)")
_MAX_LEVEL_WORDS = 4
_MAX_DEPTH = 20  # lists in lists in lists: nobody nests questions deeper


def refine(text: str, blocks: list[Block], depth: int = 0) -> list[Block]:
    """The blocks with lines of their own meaning split off, and lists of questions opened up."""
    refined: list[Block] = []
    for block in blocks:
        for item in block.children if block.kind == "list" else ():
            if item.mark is None:
                item.body = _behind_bullet(text, item)
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind == "paragraph":
            refined += _paragraph(text, block)
        elif kind == "heading":
            refined.append(_heading(text, block))
        elif kind == "html":
            refined += _html(text, block)
        elif kind == "list":
            lists = _list(text, block)
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            refined += lists if depth > _MAX_DEPTH else _opened(text, lists, following, depth)
        else:
            refined.append(block)
    return refined


def is_boxed(block: Block | None) -> bool:
    """Whether a block is a list with checkboxes, malformed ones included."""
    return (
        block is not None
        and block.kind == "list"
        and any(item.mark is not None for item in block.children)
    )


def _heading(text: str, block: Block) -> Block:
    match = marks.LABEL_HEADING.match(text, block.start, block.end)
    if match is None:
        return block
    return _label(marks.label_of(match), block.start, match.end(), block.end)


def _html(text: str, block: Block) -> list[Block]:
    written = _COMMENT.sub("", text[block.start : block.end])
    if not written.strip():
        block.kind = "comment"
        return [block]
    answer = _FOLDED_ANSWER.search(text, block.start, block.end)
    if answer is not None:
        return [_label("answer", block.start, answer.start("value"), answer.end("value"))]
    if _FOLDED.search(written) or (
        not _TAG.sub("", written).strip() and not _SHOWS.search(written)
    ):
        block.kind = "chrome"
    return [block]


def _paragraph(text: str, block: Block) -> list[Block]:
    """A paragraph as runs of lines: plain, labelled, lettered options, options without a space."""
    start, end = block.start, block.end
    begins: dict[int, re.Match[str] | None] = {}
    for match in marks.LABEL.finditer(text, start, end):
        if not _is_long_level(text, match, end):
            begins[match.start()] = match
    for match in marks.GLUED.finditer(text, start, end):
        begins[match.start()] = None
    letters = _letters(text, start, end)
    if not begins and not letters:
        return [block]
    pieces: list[Block] = []
    bounds = sorted({start, *begins, *letters, end})
    for first, last in pairwise(bounds):
        kept = first + len(text[first:last].rstrip())
        if first in begins:
            label = begins[first]
            if label is not None:
                pieces.append(_label(marks.label_of(label), first, label.end(), kept))
                continue
            item = Block("item", first, kept)
            _near(text, item)
            _join(pieces, "list", item)
        elif first in letters:
            _join(pieces, "letters", Block("item", first, kept))
        else:
            pieces.append(Block("paragraph", first, kept))
    return pieces


def _is_long_level(text: str, match: re.Match[str], end: int) -> bool:
    if marks.label_of(match) != "level":
        return False
    line_end = text.find("\n", match.end(), end)
    words = text[match.end() : end if line_end < 0 else line_end].split()
    return not 0 < len(words) <= _MAX_LEVEL_WORDS


def _letters(text: str, start: int, end: int) -> set[int]:
    """Where the lines of a run A, B, … begin; nothing where the letters are no run."""
    found = list(marks.LETTER.finditer(text, start, end))
    if len(found) < 2 or [match["letter"].upper() for match in found[:2]] != ["A", "B"]:
        return set()
    return {match.start() for match in found}


def _label(name: str, start: int, body: int, end: int) -> Block:
    block = Block("label", start, end)
    block.label = name
    block.body = min(body, end)
    return block


def _join(pieces: list[Block], kind: str, item: Block) -> None:
    """Add an item to the list that stands last, or to a new one."""
    if not pieces or pieces[-1].kind != kind:
        pieces.append(Block(kind, item.start, item.end))
    pieces[-1].children.append(item)
    pieces[-1].end = item.end


def _near(text: str, item: Block) -> bool:
    """Take note of a checkbox that Markdown does not see."""
    match = marks.BOX.match(text, item.start, item.end)
    meant = None if match is None else marks.box_meant(match["inner"])
    if match is None or meant is None:
        return False
    item.mark = meant
    item.body = match.end()
    item.near = (Span(match.start("bullet"), match.end()), marks.box_written_right(match))
    return True


def _list(text: str, block: Block) -> list[Block]:
    """A list with near-boxes noted, and what only lazily continues its items split off."""
    for item in block.children:
        if item.mark is None:
            _near(text, item)
    boxed = is_boxed(block)
    pieces: list[Block] = []
    current = Block("list", block.start, block.end)
    current.level = block.level
    for item in block.children:
        if not pieces or pieces[-1] is not current:
            pieces.append(current)
        current.children.append(item)
        rest = _lazy(text, item) if boxed or block.children[-1] is item else None
        if rest is None:
            continue
        item.end = rest.start
        item.end = item.start + len(text[item.start : item.end].rstrip())
        current.end = item.end
        for piece in _paragraph(text, rest):
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


def _lazy(text: str, item: Block) -> Block | None:
    """The part of an item that begins with a labelled or glued line at its left edge."""
    if "\n" not in text[item.body : item.end]:
        return None
    column = item.start - (text.rfind("\n", 0, item.start) + 1)
    for match in _beginnings(text, item):
        indent = len(match[0]) - len(match[0].lstrip(" \t"))
        last = all(c.end <= match.start() for c in item.children if c.kind != "paragraph")
        if indent <= column and last:
            return Block("paragraph", match.start(), item.end)
    return None


def _beginnings(text: str, item: Block) -> Iterator[re.Match[str]]:
    found = [*marks.GLUED.finditer(text, item.body, item.end)]
    found += marks.LABEL.finditer(text, item.body, item.end)
    yield from sorted(found, key=lambda match: match.start())


def _behind_bullet(text: str, item: Block) -> int:
    match = _BULLET.match(text, item.start, item.end)
    return match.end() if match else item.start


def _opened(text: str, lists: list[Block], following: Block | None, depth: int) -> list[Block]:
    """Lists whose items are stems, with the options nested in them or right behind."""
    opened: list[Block] = []
    for block in lists:
        if block.kind != "list" or is_boxed(block):
            opened.append(block)
            continue
        if not _holds_stems(text, block, following if block is lists[-1] else None):
            opened.append(block)
            continue
        for item in block.children:
            opened += refine(text, _contents(text, item), depth + 1)
    return opened


def _holds_stems(text: str, block: Block, following: Block | None) -> bool:
    """Whether a list's items are stems: with options in them, or a lone one with options behind."""
    if len(block.children) == 1 and following is not None and _offers(text, following):
        return True
    return any(
        any(_offers(text, child) for child in item.children)
        or ("\n" in text[item.body : item.end] and _letters(text, item.body, item.end))
        for item in block.children
    )


def _offers(text: str, block: Block) -> bool:
    """Whether a block, not refined yet, holds options."""
    if block.kind == "paragraph":
        return bool(_letters(text, block.start, block.end))
    return is_boxed(block) or is_lettered(text, block)


def is_lettered(text: str, block: Block) -> bool:
    """Whether a list's items, or a paragraph's lines, are lettered from A."""
    if block.kind == "letters":
        return True
    if block.kind != "list" or len(block.children) < 2:
        return False
    for item, due in zip(block.children, "ab", strict=False):
        match = _LETTER_ITEM.match(text, item.body or item.start, item.end)
        if match is None or match["letter"].lower() != due:
            return False
    return True


def _contents(text: str, item: Block) -> list[Block]:
    """What stands in an item, as blocks; its first words keep their number, not their bullet."""
    start = item.start if text[item.start].isdigit() else item.body
    blocks: list[Block] = []
    at = start
    for child in item.children:
        if child.start > at:
            words = Block("paragraph", at, at + len(text[at : child.start].rstrip()))
            if words.end > words.start:
                blocks.append(words)
        if child.kind == "paragraph" and not blocks:
            blocks.append(Block("paragraph", start, child.end))
        else:
            blocks.append(child)
        at = child.end
    if at < item.end and text[at : item.end].strip():
        lead = len(text[at : item.end]) - len(text[at : item.end].lstrip())
        blocks.append(Block("paragraph", at + lead, item.end))
    return blocks
