"""Fixes that put options in another order, with all that says which is which.

What moves along: the key, whether it stands as letters, numbers, texts or flags; feedback; and the
letters by which an explanation names options. Where one of these cannot be told for sure there is
no fix, as half a move is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizlint.content import Edit, Fix, Question, Safety, WrittenKey
from quizlint.rules.context import Context
from quizlint.text import Span, Text
from quizlint.text.letters import letter
from quizlint.text.patterns import lazy

_LETTER = lazy(r"(?<![\w'’.-])[A-Za-z](?![\w'’-]|\.\w)")
"""A letter that stands alone, and may be the name of an option."""

_CALLED = lazy(r"\b(?:options?|answers?|choices?|both|and|or|,|/|&)\s*\(?$", re.IGNORECASE)
_OWN_NAME = lazy(r"\b(?:options?|answers?|choices?)\s+\(?$|\($", re.IGNORECASE)
_JUDGED = lazy(
    r"\)?\s*(?:(?:is|are|was|were|would|cannot|can|does|do|has|have|names?|shows?|describes?)\b"
    r"|[,:)]|and\b|or\b|/|&)"
)
_ARTICLE = re.compile(r"A (?=[a-z])|I\b|a (?=[a-z])")


def reordered(question: Question, order: Sequence[int], ctx: Context) -> Fix | None:
    """Edits after which the option at place `i` is the one that was at `order[i]`.

    `order` may be shorter than the options: those behind it stay. None if not all can be moved.
    """
    flagged = question.key.origin in ("flags", "checkboxes")
    rows = _wholes(question) if flagged else _texts(question)
    if not rows:
        return None
    places = {old: new for new, old in enumerate(order)}
    edits = [
        Edit(row[new], ctx.text[slice(*row[old])])
        for row in rows
        for new, old in enumerate(order)
        if new != old
    ]
    key = [] if flagged else _keyed(question, places)
    names = _named(question, places)
    if key is None or names is None:
        return None
    taken = [edit.span for edit in edits]
    if any(span.covers(edit.span) for edit in names for span in taken):
        return None  # feedback moves as it is
    return Fix((*edits, *key, *names), Safety.UNSAFE)


def _wholes(question: Question) -> list[list[Span]]:
    """The ranges of whole options, which trade places together with their flags."""
    options = question.options
    spans = [option.span for option in options]
    told = [(each, each.feedback) for each in options if each.feedback is not None]
    inside = all(option.span.covers(feedback.span) for option, feedback in told)
    apart = all(one.end <= other.start for one, other in pairwise(spans))
    labelled = any(option.label is not None for option in options)
    return [spans] if inside and apart and not labelled else []


def _texts(question: Question) -> list[list[Span]]:
    """The ranges of the options' texts, and of their feedback; letters and names stay."""
    if question.key.origin != "answer":
        return []
    told = [option.feedback.span for option in question.options if option.feedback is not None]
    texts = [option.text.span for option in question.options]
    if not told:
        return [texts]
    return [texts, told] if len(told) == len(texts) else []


def _keyed(question: Question, places: dict[int, int]) -> list[Edit] | None:
    """Edits of the key; none where it names options by their texts. None if it is not clear."""
    edits = []
    for written in question.key.written:
        if written.as_text is not None and len(written.readings) == 1:
            continue
        new = _renamed(written, places)
        if new is None:
            return None
        if new != written.text.value:
            raw = written.text.raw.replace(written.text.value, new)
            if raw == written.text.raw:
                return None
            edits.append(Edit(written.text.span, raw))
    return edits


def _renamed(written: WrittenKey, places: dict[int, int]) -> str | None:
    """What an answer is to be called now; None where it is not clear how it is meant."""
    if len(written.readings) != 1:
        return None
    (old,) = written.readings
    new = places.get(old, old)
    value = written.text.value
    if written.as_letter is not None and len(value) == 1:
        return letter(new).lower() if value.islower() else letter(new)
    if written.as_index is not None and value.isdecimal():
        return str(new)
    if written.as_ordinal is not None and value.isdecimal():
        return str(new + 1)
    return None


def _named(question: Question, places: dict[int, int]) -> list[Edit] | None:
    """Edits of the letters by which explanations name options; None where one may be no name."""
    edits: list[Edit] = []
    told = [question.rationale, *(option.feedback for option in question.options)]
    for text in told:
        if text is None:
            continue
        for at, name in _names(text):
            old = ord(name.upper()) - ord("A")
            if old >= len(question.options) or places.get(old, old) == old:
                continue
            if not _is_name(text.value, at):
                return None
            new = letter(places[old])
            edits.append(Edit(text.at(at, at + 1), new.lower() if name.islower() else new))
    return edits


def _names(text: Text) -> Iterator[tuple[int, str]]:
    for match in _LETTER.finditer(text.value):
        article = _ARTICLE.match(text.value, match.start()) is not None
        called = _OWN_NAME if match[0] == "a" else _CALLED
        if not article or called.search(text.value[: match.start()][-20:]) is not None:
            yield match.start(), match[0]


def _is_name(value: str, at: int) -> bool:
    """Whether a letter surely names an option: by the word before it, or what is said behind it."""
    before, after = value[:at][-20:], value[at + 1 :]
    if _CALLED.search(before) is not None:
        return True
    bracketed = before.endswith("(") and after.startswith(")")
    begins = not before.strip() or before.rstrip()[-1:] in ".;:!?\n"
    return bracketed or (begins and _JUDGED.match(after) is not None)
