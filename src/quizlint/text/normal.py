"""Texts made comparable without losing what tells answers apart."""

from collections.abc import Iterator
from unicodedata import category, normalize

from quizlint.text.patterns import lazy
from quizlint.text.rewriting import Change

_UNEVEN_SPACE = lazy(r"[^\S ]\s*| \s+")
_FOREIGN = lazy(r"[\0-\x7f]?[^\0-\x7f]+")


def collapse(value: str) -> str:
    """NFC with white space collapsed and trimmed; markup and case are kept."""
    if not value.isascii():
        value = normalize("NFC", value)
    return " ".join(value.split())


def space_changes(text: str) -> list[Change]:
    """The changes that collapse white space to single spaces and trim it."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first > last:
        return [(0, len(text), "")]
    changes: list[Change] = [(0, first, "")] if first else []
    changes += [(*run.span(), " ") for run in _UNEVEN_SPACE.finditer(text, first, last)]
    if last < len(text):
        changes.append((last, len(text), ""))
    return changes


def composing_changes(text: str) -> Iterator[Change]:
    """The changes that make a text NFC, each over one character and the marks that join it."""
    for run in _FOREIGN.finditer(text):
        if normalize("NFC", run[0]) == run[0]:
            continue
        at, end = run.span()
        while at < end:
            to = at + 1
            while to < end and _joins(text[to]):
                to += 1
            composed = normalize("NFC", text[at:to])
            if composed != text[at:to]:
                same = _shared(text[at:to], composed)
                yield at + same, to, composed[same:]
            at = to


def _joins(char: str) -> bool:
    """Whether a character may compose with the one before it: marks, and Hangul vowels and ends."""
    return category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def _shared(written: str, composed: str) -> int:
    """How many characters at the beginning stay as they are, short of all."""
    most = min(len(written), len(composed)) - 1
    return next((at for at in range(most) if written[at] != composed[at]), most)
