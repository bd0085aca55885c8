"""What stands behind the options, and on labelled lines."""

from collections.abc import Sequence

from quizlint.formats.markdown.answers import answer_texts
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.pieces import text_of, unquoted
from quizlint.text import Span, Text

_EMPHASIS = " \t*_`"


def behind(text: str, tail: Sequence[Block], native: bool) -> tuple[list[Block], Text | None]:
    """The labelled lines behind the options, and the rationale."""
    labels = [block for block in tail if block.kind == "label"]
    ranges: list[tuple[int, int]] = []
    open_ = native  # in a native file what follows the options explains the key
    after = tail[0].start if tail else 0
    for block in tail:
        start = block.start if not ranges else after
        if block.kind == "label":
            if block.label == "explanation":
                ranges = _within(text, block.body, block.end)
                open_ = True
            elif block.label == "answer":
                _, rest = answer_texts(text, block)
                if rest < block.end:
                    ranges += _within(text, rest, block.end)
                open_ = True
        elif block.kind == "quote":
            if open_ or not ranges:
                ranges += [(start, block.start), *unquoted(text, block.start, block.end)]
        elif block.kind == "rule" or block.kind == "heading":
            open_ = False
        elif block.kind not in APART and open_:
            ranges.append((start, block.end))
        after = block.end
    rationale = text_of(text, ranges)
    return labels, rationale if rationale.value else None


def _within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of a label's words, whose later lines may be quoted as the label is."""
    stop = text.find("\n", start, end) + 1
    return [(start, end)] if stop <= 0 else [(start, stop), *unquoted(text, stop, end)]


def level(text: str, blocks: Sequence[Block]) -> Text | None:
    for block in blocks:
        if block.kind == "label" and block.label == "level":
            said = words(text, block)
            if said:
                return said
    return None


def words(text: str, block: Block) -> Text:
    """What a label says, without marks around it."""
    words = text_of(text, [(block.body, block.end)])
    value = words.value
    if block.label != "level":
        opened = text[block.start : block.body].lstrip()
        lone = value.endswith("*") and value.count("*") % 2 and opened.startswith("*")
        return words.slice(0, len(value.rstrip("*"))) if lone else words
    start = len(value) - len(value.lstrip(_EMPHASIS))
    return words.slice(start, max(start, len(value.rstrip(_EMPHASIS + "."))))


def span_of(*blocks: Block) -> Span:
    return Span(blocks[0].start, max(block.end for block in blocks if block.kind not in APART))
