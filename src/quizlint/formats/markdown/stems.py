"""Headings and stems: number, id, text, and whether they ask something."""

import re
from dataclasses import dataclass, field

from quizlint.formats.markdown import marks, words
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.pieces import Range, text_of
from quizlint.text import Span, Text

_HASHES = re.compile(r"[ \t]*#{1,6}(?:[ \t]+|$)", re.MULTILINE)
_UNDERLINE = re.compile(r"\r?\n[ \t]*(?:=+|-+)[ \t]*$")
_WORD = re.compile(
    r"(?:>[ \t]?)*(?:\[!\w+\][-+]?[ \t]+|"
    rf"[*_]{{0,3}}(?i:{words.QUESTION})[*_]{{0,3}}[ \xa0\u202f]?[:：]"
    r"[*_]{0,3}[ \t]+)(?=\S)"
)
"""What announces a stem, and is no part of it."""

_BLANK = re.compile(r"[？؟…]|_{3,}|\.\.\.\s*$")
_ASKS = re.compile(
    r"\W*(?:which|what|who|whom|when|where|why|how|select|choose|pick"
    r"|identify|name|true or false|complete the|fill in)\b",
    re.IGNORECASE,
)
_CHORES = re.compile(
    r"\b(?:to-?do|tasks?|check ?list|steps?|before|please|i have|prerequisites?|roadmap|progress"
    r"|goals?|milestones?|features?|status)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Stem:
    """A stem under way: what it consists of, and what stood before it."""

    ranges: list[Range] = field(default_factory=list)
    number: Text | None = None
    id: Text | None = None

    def text(self, source: str) -> Text:
        """The stem, without bold marks around the whole of it."""
        text = text_of(source, self.ranges)
        value = text.value
        bold = len(value) > 4 and value.startswith("**") and value.endswith("**")
        if bold and "**" not in value[2:-2]:
            return text.slice(2, len(value) - 2)
        return text


def heading_range(source: str, block: Block) -> Range:
    """Where a heading's own text stands."""
    start, end = block.start, block.end
    hashes = _HASHES.match(source, start, end)
    if hashes is not None:
        start = hashes.end()
        words = source[start:end].rstrip(" \t")
        bare = words.rstrip("#")
        if not bare or bare[-1] in " \t":
            words = bare
        end = start + len(words)
    else:
        underline = _UNDERLINE.search(source, start, end)
        if underline is not None:
            end = underline.start()
    return start, max(start, end)


def stem_of(source: str, heading: Block | None, lead: list[Block]) -> Stem:
    """The stem that a heading and the blocks under it make."""
    stem = Stem()
    after = lead[0].start if lead else 0
    if heading is not None:
        start, end = heading_range(source, heading)
        at = source.rfind("{#", start, end)
        found = marks.ID.fullmatch(source, at, end) if at >= 0 else None
        if found is not None:
            stem.id = Text(found["id"], Span(*found.span("id")), source)
            end = start + len(source[start : found.start()].rstrip())
        start, end = _numbered(source, start, end, stem)
        if start < end:
            stem.ranges.append((start, end))
        after = heading.end
    for block in lead:
        if block.kind != "label" and block.kind not in APART:
            start, end = after, block.end
            if not stem.ranges:
                start, end = _numbered(source, block.start, end, stem)
            stem.ranges.append((start, end))
        after = block.end
    return stem


def _numbered(source: str, start: int, end: int, stem: Stem) -> Range:
    """The range without the number before it, which goes to the stem."""
    match = marks.NUMBER.match(source, start, end) if stem.number is None else None
    if match is None:
        word = _WORD.match(source, start, end)
        return (start if word is None else word.end()), end
    stem.number = Text(match["number"], Span(*match.span("number")), source)
    start = match.end()
    if match["bold"] and not match["closed"]:
        bold = match["bold"]
        if source.endswith(bold, start, end):
            end -= len(bold)
        elif bold in source[start:end]:  # only the beginning is bold: leave its marks in pairs
            start = match.start()
            stem.number = None
    return start, max(start, end)


def asks(value: str) -> bool:
    """Whether a text asks something."""
    if "?" in value:
        return True
    return _ASKS.match(value) is not None or _BLANK.search(value) is not None


def is_chore(value: str) -> bool:
    """Whether a text announces things to do rather than answers to choose from."""
    return "?" not in value and _CHORES.search(value) is not None
