"""Answers written on a line of their own: `Answer: B`."""

import re
from collections.abc import Sequence

from quizlint.content import Key, Option
from quizlint.formats.kit.keys import Choices, key_of, read_answer
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span, Text

_MARKS = " \t*_`"
_WORD = re.compile(r"\w+")
_JOINING = frozenset({"and", "or"})
_FIRST = re.compile(r"[*_`(\[]*(?P<letter>[A-Za-z])(?:[)\].:*_`]|\s+[-–—]\s|\s*$|,\s)")


def answer_texts(text: str, label: Block) -> tuple[list[Text], int]:
    """The answer on a label's line as one text, or none; and where the lines after it begin."""
    end = text.find("\n", label.body, label.end)
    stop = label.end if end < 0 else end
    words = text_of(text, [(label.body, stop)])
    value = words.value
    start = len(value) - len(value.lstrip(_MARKS))
    kept = len(value.rstrip(" \t*_"))
    if value[start:kept].count("`") % 2 == 1:  # the marks were a pair around code
        start = value.find("`")
    words = words.slice(start, max(start, kept))
    return ([words] if words.value else []), stop


def key_from(text: str, label: Block, options: Sequence[Option]) -> Key | None:
    """The key that an answer's line names, or None where it says nothing."""
    words, _ = answer_texts(text, label)
    if not words:
        return None
    choices = Choices(options)
    whole = words[0]
    parts = [whole]
    if not read_answer(whole, choices).readings:
        words_in = [match for match in _WORD.finditer(whole.value) if match[0] not in _JOINING]
        if words_in and all(len(match[0]) == 1 and match[0].isalpha() for match in words_in):
            parts = [whole.slice(*match.span()) for match in words_in]
        else:
            first = _FIRST.match(whole.value)
            if first is not None:
                parts = [whole.slice(*first.span("letter"))]
    span = Span(parts[0].span.start, parts[-1].span.end)
    return key_of([read_answer(part, choices) for part in parts], choices.count, span)
