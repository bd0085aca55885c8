"""Answers that fold out: `<details><summary>Answer</summary>B</details>`, in one line or many."""

import re

from quizlint.formats.markdown import marks, words
from quizlint.formats.markdown.blocks import Block

_SUMMARY = re.compile(
    r"<summary\b[^<>]{0,200}>(?P<said>(?:[^<]|<(?!/?summary\b|/?details\b)){0,200})</summary>",
    re.IGNORECASE,
)
_OPENED = re.compile(r"<(?:summary|details)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</details\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_SAYS_ANSWER = re.compile(rf"(?<!\w)(?:{words.ANSWER})(?!\w)", re.IGNORECASE | re.VERBOSE)
_SAYS_WHY = re.compile(rf"(?<!\w)(?:{words.EXPLANATION})(?!\w)", re.IGNORECASE | re.VERBOSE)
_REVEALS = re.compile(r"\W*(?:show|reveal|spoiler|click|view|see|check|toggle|expand)\b", re.I)
_LONG = 60
"""Characters of a summary that only announces what folds out."""


FOLD_LINE = re.compile(
    r"[ \t]*+(?:>[ \t]?)*+(?::{3,}[ \t]*\{?\.?[\w-]+\}?"
    r"|[?!]{3}\+?[ \t]+[\w -]{1,30}|\[![\w-]+\][-+]?)"
    r"[ \t]*[\"\[]?(?P<said>[^\"\]\r\n]{0,60})[\"\]]?[ \t]*\r?$",
    re.MULTILINE,
)
"""The first line of a fold as site generators and note-takers write it: `??? "Answer"`."""

FOLD_MARK = re.compile(r"[ \t]*:{3,}[ \t]*\{?\.?[\w-]*\}?[ \t]*\r?$", re.MULTILINE)
"""A line that only opens or closes a container."""


def fold_label(summary: str) -> str | None:
    """What a summary announces: an answer, an explanation, or neither (a question, say)."""
    said = " ".join(_TAG.sub(" ", summary).split())
    if len(said) > _LONG or "?" in said[:-1]:
        return None
    if _SAYS_ANSWER.search(said):
        return "answer"
    if _SAYS_WHY.search(said):
        return "explanation"
    return "answer" if _REVEALS.match(said) else None


def asked_in(text: str, block: Block) -> Block | None:
    """The question that a summary asks, where what folds out stands in blocks of its own."""
    match = _SUMMARY.search(text, block.start, block.end)
    if match is None or _CLOSED.search(text, match.end(), block.end):
        return None
    start, end = bare(text, *match.span("said"))
    after = bare(text, match.end(), block.end)
    asks = text[start:end].endswith(("?", "？")) or marks.NUMBER.match(text, start, end)
    if start >= end or after[0] < after[1] or not asks:
        return None
    return Block("paragraph", start, end)


def unfolded(text: str, block: Block) -> list[Block] | None:
    """What stands in an HTML block that opens a fold, as blocks; None where it opens none.

    The first is a label, whose body is empty where what it announces stands further down.
    """
    found: list[Block] = []
    for match in _SUMMARY.finditer(text, block.start, block.end):
        name = fold_label(match["said"])
        if name is None:
            return None
        following = _SUMMARY.search(text, match.end(), block.end)
        stop = block.end if following is None else following.start()
        closed = _CLOSED.search(text, match.end(), stop)
        start, end = bare(text, match.end(), stop if closed is None else closed.start())
        label = Block("label", block.start if not found else match.start(), max(end, match.end()))
        label.label = name
        label.body = start if start < end else label.end
        label.level = 1  # of HTML: what it says may be in a block of its own
        found.append(label)
        if start < end and _OPENED.search(text, start, end):
            return None
    return found or None


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space and tags at both ends."""
    while start < end:
        if text[start].isspace():
            start += 1
        elif text[start] == "<" and (tag := _TAG.match(text, start, end)):
            start = tag.end()
        else:
            break
    while start < end:
        if text[end - 1].isspace():
            end -= 1
            continue
        at = text.rfind("<", start, end) if text[end - 1] == ">" else -1
        if at < 0 or _TAG.fullmatch(text, at, end) is None:
            break
        end = at
    return start, end
