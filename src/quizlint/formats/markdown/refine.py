"""Blocks told apart more finely: labelled lines, lettered options, checkboxes gone wrong."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.folds import (
    FOLD_LINE,
    FOLD_MARK,
    asked_in,
    fold_label,
    unfolded,
)
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.ticks import ticked, told
from quizlint.text import Span

_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_SHOWS = re.compile(r"<(?:img|svg|video|audio|iframe|table|pre|code|math)\b", re.IGNORECASE)
_FOLDED = re.compile(r"</?(?:details|summary)\b", re.IGNORECASE)
_WIDE = re.compile(r"[ ]{3,}|\t+")
_INDENT = re.compile(r"[ \t]*")
_MAX_LEVEL_WORDS = 4
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
            lists = _list(text, block)
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            refined += lists if depth > _MAX_DEPTH else _opened(text, lists, following, depth)
        else:
            refined.append(block)
    return _completed(text, refined)


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


def _heading(text: str, block: Block) -> Block:
    match = marks.LABEL_HEADING.match(text, block.start, block.end)
    if match is None:
        return block
    label = _label(marks.label_of(match), block.start, match.end(), block.end)
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
        label = _label("answer", block.start, match.end(), block.end)
        label.end = match.end() + len(text[match.end() : closed].rstrip())
        return label
    block.kind = "comment"
    return block


def _quote(text: str, block: Block) -> list[Block]:
    """A quote; one that begins with a label is what it announces."""
    fold = FOLD_LINE.match(text, block.start, block.end)
    if fold is not None and fold_label(fold["said"]):
        return paragraph_of(text, block)
    if any(_offers(text, child) for child in block.children):
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
        return [_label("answer", block.start, body, block.end)]
    return [block]


def _indented(text: str, block: Block) -> list[Block]:
    """Lines that Markdown takes for code because of their indentation; options are none."""
    pieces = paragraph_of(text, block)
    return pieces if any(is_boxed(each) or each.kind == "letters" for each in pieces) else [block]


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
            begins[at] = _folder(text, fold)
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


def _plain(first: int, kept: int) -> Block:
    return Block("paragraph", first, kept)


def _aside(first: int, kept: int) -> Block:
    return Block("comment", first, kept)


def _folder(text: str, fold: re.Match[str]) -> Callable[[int, int], Block]:
    def folded(first: int, kept: int) -> Block:
        label = _label(fold_label(fold["said"]) or "answer", first, fold.end(), kept)
        label.level = 1
        return label

    return folded


def _labeller(match: re.Match[str]) -> Callable[[int, int], Block]:
    return lambda first, kept: _label(marks.label_of(match), first, match.end(), kept)


def _boxer(text: str) -> Callable[[int, int], Block]:
    def boxed(first: int, kept: int) -> Block:
        item = Block("item", first, kept)
        _near(text, item)
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


def letters_in(text: str, start: int, end: int) -> dict[int, int]:
    """Where the options A, B, … of a paragraph begin, and the place of each letter.

    A line may hold several. Nothing where the letters are no run.
    """
    found: list[re.Match[str]] = []
    for at in marks.line_starts(text, start, end):
        match = marks.LETTER.match(text, at, end)
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if match is not None:
            found.append(match)
            found += _beside(text, match, stop)
        elif (asked := text.rfind("?", at, stop)) >= 0 or (asked := text.rfind(":", at, stop)) >= 0:
            match = marks.LETTER.match(text, asked + 1, stop)
            if match is not None and marks.place_of(match["letter"]) == 0:
                beside = _beside(text, match, stop)
                found += [match, *beside] if len(beside) > 1 else []
    first = next(
        (
            at
            for at in range(len(found))
            if marks.starts_run([match[0] for match in found[at : at + 3]])
        ),
        None,
    )
    if first is None and len(found) == 1 and _is_alone(text, start, found[0]):
        first = 0
    if first is None:
        return {}
    return {match.start(): marks.place_of(match["letter"]) for match in found[first:]}


def _column(text: str, at: int, stop: int, place: int, close: str) -> re.Match[str] | None:
    """The gap before an option in the next column: a later letter, far to the right."""
    for gap in _WIDE.finditer(text, at, stop):
        match = marks.LETTER.match(text, gap.start(), stop)
        if match is not None and marks.place_of(match["letter"]) > place:
            return gap if text[match.end("letter")] == close else None
    return None


def _is_alone(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a letter begins the only option that is left of a question above it."""
    asked = text[start : match.start()].rstrip(" \t\r\n*_").endswith(("?", "？"))
    return asked and marks.place_of(match["letter"]) == 0


def _beside(text: str, match: re.Match[str], stop: int) -> list[re.Match[str]]:
    """The options that follow one on its line."""
    found: list[re.Match[str]] = []
    row = "а" if match["letter"].lower() in "абвгдежзиклмн" else "a"
    place = marks.place_of(match["letter"])
    close = text[match.end("letter")] if match.end("letter") < stop else ""
    at = match.end()
    while place >= 0 and close in ").:]、．）：":
        place += 1
        due = chr(ord(row) + place)
        due = due.upper() if match["letter"].isupper() else due
        pattern = re.compile(rf"[ \t]+[*_]{{0,2}}[(\[]?(?={due}{re.escape(close)})")
        gap = pattern.search(text, at, stop) or _column(text, at, stop, place, close)
        if gap is None:
            break
        following = marks.LETTER.match(text, gap.start(), stop)
        if following is None:
            break
        found.append(following)
        at = following.end()
    wide = found and (len(found) > 1 or found[0].start() + 2 < found[0].start("letter"))
    return found if wide else []


def _label(name: str, start: int, body: int, end: int) -> Block:
    block = Block("label", start, end)
    block.label = name
    block.body = min(body, end)
    return block


def _join(pieces: list[Block], kind: str, item: Block, *, fresh: bool = False) -> None:
    """Add an item to the list that stands last, or to a new one."""
    if fresh or not pieces or pieces[-1].kind != kind:
        pieces.append(Block(kind, item.start, item.end))
    pieces[-1].children.append(item)
    pieces[-1].end = item.end


def _near(text: str, item: Block) -> bool:
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


def _list(text: str, block: Block) -> list[Block]:
    """A list with near-boxes noted, and what only lazily continues its items split off."""
    for item in block.children:
        if item.mark is None:
            _near(text, item)
    before = _before_boxes(text, block)
    if before:
        stems = Block("list", block.start, before[-1].end)
        stems.children = before
        block.start = block.children[len(before)].start
        block.children = block.children[len(before) :]
        return [*_list(text, stems), *_list(text, block)]
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
    if alone and not marks.is_key(text, match.end(), item.end):
        return None
    return _label(marks.label_of(match), item.start, match.end(), item.end)


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
        if _offers(text, following):
            return True
        bullets = following.kind == "list" and not text[following.start].isdigit()
        if bullets and (numbered or (text[last.start].isdigit() and _ticked(text, following))):
            return len(following.children) > 1
    return any(_holds_options(text, item) for item in block.children)


def _holds_options(text: str, item: Block) -> bool:
    """Whether an item holds options, or a list under a question."""
    if any(_offers(text, child) for child in item.children):
        return True
    if letters_in(text, item.body, item.end) or _boxes(text, item) > 1:
        return True
    nested = next((child for child in item.children if child.kind == "list"), None)
    if nested is None or len(nested.children) < 2:
        return "\n" in text[item.body : item.end] and _answers(text, item)
    if text[item.body : nested.start].rstrip(" \t\r\n*_").endswith(("?", "？", ":", "：")):
        return True
    return text[item.start].isdigit() and _ticked(text, nested)


def _ticked(text: str, block: Block) -> bool:
    """Whether an item of a plain list is ticked."""
    options = [text_of(text, [(each.body, each.end)]) for each in block.children]
    return any(ticked([told(each, False) for each in options])[0])


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


def _offers(text: str, block: Block) -> bool:
    """Whether a block, not refined yet, holds options."""
    if block.kind == "paragraph" or (block.kind == "code" and text[block.start] not in "`~"):
        return bool(letters_in(text, block.start, block.end))
    if block.kind == "list" and any(_is_sign(text, item) for item in block.children):
        return True
    return is_boxed(block) or is_lettered(text, block)


def _is_sign(text: str, item: Block) -> bool:
    return marks.ROUND.match(text, item.start, item.end) is not None


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
