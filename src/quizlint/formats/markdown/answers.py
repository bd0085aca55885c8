"""Answers written on a line of their own: `Answer: B`."""

from collections.abc import Sequence

from quizlint.content import Key, Option
from quizlint.formats.kit.keys import Choices, key_of, read_answer
from quizlint.formats.kit.spoken import spoken
from quizlint.formats.kit.told import explanation
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.pieces import Range, text_of
from quizlint.text import Span, Text


def answer_range(text: str, label: Block) -> Range:
    """Where the answer's first line stands, and where the lines after it begin."""
    start = label.body
    while start < label.end and (text[start].isspace() or text[start] == ">"):
        start += 1
    end = text.find("\n", start, label.end)
    return start, label.end if end < 0 else end


def answer_texts(text: str, label: Block) -> tuple[list[Text], int]:
    """The answer on a label's line as one text, or none; and where the lines after it begin."""
    start, stop = answer_range(text, label)
    words = text_of(text, [(start, stop)])
    value = words.value
    start = len(value) - len(value.lstrip(_MARKS))
    kept = len(value.rstrip(" \t*_"))
    if value[start:kept].count("`") % 2 == 1:  # the marks were a pair around code
        start = value.find("`")
    words = words.slice(start, max(start, kept))
    return ([words] if words.value else []), stop


def key_from(text: str, label: Block, options: Sequence[Option]) -> Key | None:
    """The key that an answer's line names, or None where it says nothing.

    A line that names no option is a key all the same: what is wrong with it, a rule says.
    """
    words, _ = answer_texts(text, label)
    return key_said(words[0], options) if words else None


def why_said(text: str, label: Block, key: Key, options: Sequence[Option]) -> Text | None:
    """What an answer's line says behind the options that it names."""
    words, _ = answer_texts(text, label)
    if not words or not key.indices:
        return None
    return explanation(words[0], [each.text for each in key.written], options)


def key_said(words: Text, options: Sequence[Option]) -> Key:
    """The key that words name."""
    choices = Choices(options)
    parts = spoken(words, choices)
    span = Span(parts[0].span.start, parts[-1].span.end)
    written = [read_answer(part, choices, counts=True, base=1) for part in parts]
    return key_of(written, choices.count, span)


_MARKS = " \t*_`"
