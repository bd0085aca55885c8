"""Blocks told apart more finely: labelled lines, lettered options, checkboxes gone wrong."""

import re

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.folds import FOLD_LINE, asked_in, fold_label, unfolded
from quizlint.formats.markdown.lists import is_boxed, is_ticked, list_of, offers
from quizlint.formats.markdown.paragraphs import label_block, paragraph_of
from quizlint.formats.markdown.runs import letters_in

_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_SHOWS = re.compile(r"<(?:img|svg|video|audio|iframe|table|pre|code|math)\b", re.IGNORECASE)
_FOLDED = re.compile(r"</?(?:details|summary)\b", re.IGNORECASE)
_MAX_DEPTH = 20  # lists in lists in lists: nobody nests questions deeper


def refine(text: str, blocks: list[Block], depth: int = 0) -> list[Block]:
    """The blocks with lines of their own meaning split off, and lists of questions opened up."""
    refined: list[Block] = []
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind == "paragraph":
            refined += paragraph_of(text, block)
        elif kind == "heading":
            refined.append(_heading(text, block))
        elif kind == "html":
            refined += _html(text, block)
        elif kind == "quote":
            refined += _quote(text, block)
        elif kind == "code" and text[block.start] not in "`~":
            refined += _indented(text, block)
        elif kind == "list":
            lists = list_of(text, block)
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            refined += lists if depth > _MAX_DEPTH else _opened(text, lists, following, depth)
        else:
            refined.append(block)
    return _completed(text, refined)


def _heading(text: str, block: Block) -> Block:
    match = marks.LABEL_HEADING.match(text, block.start, block.end)
    if match is None:
        return block
    label = label_block(marks.label_of(match), block.start, match.end(), block.end)
    label.level = 1
    return label


def _html(text: str, block: Block) -> list[Block]:
    written = _COMMENT.sub("", text[block.start : block.end])
    if not written.strip():
        return [_said_aside(text, block)]
    labels = unfolded(text, block)
    if labels is not None:
        found: list[Block] = []
        for label in labels:
            inside = paragraph_of(text, Block("paragraph", label.body, label.end))
            found += inside if any(each.kind == "label" for each in inside) else [label]
        return found
    asked = asked_in(text, block)
    if asked is not None:
        return [Block("chrome", block.start, asked.start), asked]
    if _FOLDED.search(written) or (
        not _TAG.sub("", written).strip() and not _SHOWS.search(written)
    ):
        block.kind = "chrome"
    return [block]


def _said_aside(text: str, block: Block) -> Block:
    """A comment; one that holds an answer is its label."""
    opened = text.find("<!--", block.start, block.end) + len("<!--")
    closed = text.find("-->", opened, block.end)
    match = marks.LABEL.match(text, opened, closed) if closed >= 0 else None
    if match is not None and marks.label_of(match) == "answer":
        label = label_block("answer", block.start, match.end(), block.end)
        label.end = match.end() + len(text[match.end() : closed].rstrip())
        return label
    block.kind = "comment"
    return block


def _quote(text: str, block: Block) -> list[Block]:
    """A quote; one that begins with a label is what it announces."""
    fold = FOLD_LINE.match(text, block.start, block.end)
    if fold is not None and fold_label(fold["said"]):
        return paragraph_of(text, block)
    if any(offers(text, child) for child in block.children):
        return refine(text, block.children)
    match = marks.LABEL.match(text, block.start, block.end)
    if match is not None and marks.label_of(match) in ("answer", "explanation"):
        return paragraph_of(text, block)
    body = (
        block.start
        + len(text[block.start : block.end])
        - len(text[block.start : block.end].lstrip("> \t"))
    )
    if marks.is_key(text, body, block.end):
        return [label_block("answer", block.start, body, block.end)]
    return [block]


def _indented(text: str, block: Block) -> list[Block]:
    """Lines that Markdown takes for code because of their indentation; options are none."""
    pieces = paragraph_of(text, block)
    return pieces if any(is_boxed(each) or each.kind == "letters" for each in pieces) else [block]


def _opened(text: str, lists: list[Block], following: Block | None, depth: int) -> list[Block]:
    """Lists whose items are stems, with the options nested in them or right behind."""
    opened: list[Block] = []
    for at, block in enumerate(lists):
        if block.kind != "list" or is_boxed(block):
            opened.append(block)
            continue
        after = lists[at + 1] if at + 1 < len(lists) else following
        if not _holds_stems(text, block, after):
            opened.append(block)
            continue
        for item in block.children:
            opened += refine(text, _contents(text, item), depth + 1)
    return opened


def _holds_stems(text: str, block: Block, following: Block | None) -> bool:
    """Whether a list's items are stems: with options in them, or the last with options behind."""
    last = block.children[-1]
    asks = text[last.body : last.end].rstrip(" \t*_").endswith(("?", "？", ":", "："))
    numbered = asks and text[last.start].isdigit()
    if following is not None and (numbered or len(block.children) == 1):
        if offers(text, following):
            return True
        bullets = following.kind == "list" and not text[following.start].isdigit()
        if bullets and (numbered or (text[last.start].isdigit() and is_ticked(text, following))):
            return len(following.children) > 1
    return any(_holds_options(text, item) for item in block.children)


def _holds_options(text: str, item: Block) -> bool:
    """Whether an item holds options, or a list under a question."""
    if any(offers(text, child) for child in item.children):
        return True
    if letters_in(text, item.body, item.end) or _boxes(text, item) > 1:
        return True
    nested = next((child for child in item.children if child.kind == "list"), None)
    if nested is None or len(nested.children) < 2:
        return "\n" in text[item.body : item.end] and _answers(text, item)
    if text[item.body : nested.start].rstrip(" \t\r\n*_").endswith(("?", "？", ":", "：")):
        return True
    return text[item.start].isdigit() and is_ticked(text, nested)


def _boxes(text: str, item: Block) -> int:
    """How many lines of an item begin with a box or a round button."""
    starts = marks.line_starts(text, item.body, item.end)
    return sum(
        bool(marks.ROUND.match(text, at, item.end) or marks.OPEN_BOX.match(text, at, item.end))
        for at in starts
    )


def _answers(text: str, item: Block) -> bool:
    """Whether a line of an item is the answer to what its first line asks."""
    for at in marks.line_starts(text, item.body, item.end):
        match = marks.LABEL.match(text, at, item.end)
        if match is not None and at > item.body and marks.label_of(match) == "answer":
            return True
    return False


def _contents(text: str, item: Block) -> list[Block]:
    """What stands in an item, as blocks; its first words keep their number, not their bullet."""
    start = item.start if text[item.start].isdigit() else item.body
    blocks: list[Block] = []
    at = start
    for child in item.children:
        if child.start > at and (blocks or child.start > item.body or child.kind != "paragraph"):
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


def _completed(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with what an answer's label announces taken in where it is the next block."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.kind == "label"
            and last.label == "answer"
            and last.body >= last.end
            and block.kind == "paragraph"
            and (last.level or marks.is_key(text, block.start, block.end))
        ):
            last.body, last.end = block.start, block.end
            continue
        if block.kind == "label" and last is not None and last.level and last.body >= last.end:
            last.kind, last.label = "chrome", ""  # it only announces what is labelled itself
        kept.append(block)
    return kept
