"""What looks like a question and was not read: told by lines, whatever readers make of them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizlint.content.problems import Shape
from quizlint.formats.markdown import marks
from quizlint.formats.markdown.pieces import lines_in
from quizlint.formats.markdown.stems import is_chore
from quizlint.text import Span

_BOX = re.compile(r"[ \t>]*+(?:[-*+•]|\d{1,3}[.)])?[ \t]*\[[^\]\[\n]?\](?![(\[:])[ \t]*\S")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+\S")
_ASKS = re.compile(r"[?？؟:：…]\W{0,6}\s*$|_{3,}|\.\.\.\s*$")
_PLAIN = re.compile(r"[ \t>]*+(?:[-*+•]|\d{1,2}[.)])[ \t]+\S")
_QUERY = re.compile(r"[?？؟]")
_LEAST = 2
"""Options of a question."""

_FAR = 3
"""Lines above options, blank ones not counted, among which their stem is looked for."""


class Look(NamedTuple):
    """One such place: `span` is the line that does not fit, `shape` says why.

    `options`: options that no question took; `answer`: an answer to nothing that was read; `stem`:
    a numbered question, or a heading that asks. `sure`
    where even a file that nothing claims as a quiz is one if it holds many of these.
    """

    shape: Shape
    span: Span
    start: int
    end: int
    sure: bool


class _Line(NamedTuple):
    start: int
    end: int
    kind: str  # box, letter, answer, heading, stem, plain, words
    place: int  # of a letter
    asks: bool


def has_question(text: str) -> bool:
    """Whether a text has one whole question: a stem that asks or is numbered, and its options."""
    lines = list(_lines(text, 0))
    for at, line in enumerate(lines):
        if line.kind != "letter" or line.place != 0 or _run(lines, at) - at < _LEAST:
            continue
        above = lines[max(at - _FAR, 0) : at]
        if any(each.kind in _STEMS or (each.asks and each.kind == "words") for each in above):
            return True
    return False


def looks(text: str, begin: int, *, headings: bool = False) -> list[Look]:
    """Every such place in a text in which all that was read, and all code, is blanked.

    `headings` where a heading that asks is a question too, as in a file that says it is a quiz.
    """
    lines = list(_lines(text, begin))
    found: list[Look] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.kind in ("box", "letter") and (line.kind == "box" or line.place == 0):
            stop = _run(lines, at)
            look = _options(text, lines, at, stop) if stop - at > 1 else None
            if look is not None:
                found.append(look)
            at = stop
            if look is not None and at < len(lines) and lines[at].kind == "answer":
                at += 1
            continue
        asked = line.kind == "stem" or (headings and line.kind == "heading")
        if asked and _QUERY.search(text, line.start, line.end):
            found.append(Look("stem", Span(line.start, line.end), line.start, line.end, False))
        elif line.kind == "answer":
            found.append(Look("answer", Span(line.start, line.end), line.start, line.end, False))
        at += 1
    return found


def _lines(text: str, begin: int) -> Iterator[_Line]:
    for start, stop in lines_in(text, begin, len(text)):
        written = text[start:stop]
        words = written.strip()
        if not words:
            continue
        first = start + written.index(words[0])
        end = first + len(words)
        asks = _ASKS.search(words) is not None
        letter = marks.LETTER.match(written)
        kind, place = "words", -1
        if _BOX.match(written) or marks.ROUND.match(written):
            kind = "box"
        elif letter is not None and marks.place_of(letter["letter"]) >= 0:
            kind, place = "letter", marks.place_of(letter["letter"])
        elif (label := marks.LABEL.match(written)) and marks.label_of(label) == "answer":
            rest = written[label.end() :]
            kind = "answer" if marks.is_key(rest, 0, len(rest)) else "words"
        elif _HEADING.match(written):
            kind = "heading"
        elif marks.NUMBER.match(words):
            kind = "stem"
        elif _PLAIN.match(written):
            kind = "plain"
        yield _Line(first, end, kind, place, asks)


def _run(lines: Sequence[_Line], at: int) -> int:
    """Where a run of options ends; one of their texts may go on over a line."""
    kind, stop, due = lines[at].kind, at + 1, 1
    while stop < len(lines):
        line = lines[stop]
        goes_on = line.kind == "words" and not line.asks and stop + 1 < len(lines)
        ahead = lines[stop + 1] if goes_on else line
        if ahead.kind != kind or (kind == "letter" and not due - 1 <= ahead.place <= due + 1):
            break
        due = ahead.place + 1
        stop += 1 + goes_on
    return stop


def _options(text: str, lines: Sequence[_Line], at: int, stop: int) -> Look | None:
    """Options that no question took, or None where they may be things to do."""
    above = [line for line in lines[max(at - _FAR, 0) : at] if line.kind not in ("box", "letter")]
    stem = next((line for line in reversed(above) if line.asks or line.kind in _STEMS), None)
    first, last = lines[at], lines[stop - 1]
    said = text[stem.start : stem.end] if stem is not None else ""
    if is_chore(said) or (stem is None and first.kind == "box"):
        return None
    if first.kind == "box" and stem is not None and not stem.asks:
        return None
    sure = _QUERY.search(said) is not None and first.kind == "letter"
    start = first.start if stem is None else stem.start
    return Look("options", Span(first.start, first.end), start, last.end, sure)


_STEMS = frozenset({"heading", "stem"})
