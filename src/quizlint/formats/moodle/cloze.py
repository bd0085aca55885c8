"""Gaps in a text: `{1:SHORTANSWER:=Paris~%50%Lyon#no}`, as Moodle embeds them."""

import re
from collections.abc import Iterator

from quizlint.content import Key, KeyState, WrittenKey
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Decoded, Span, Spelling, Text

MAX_LENGTH = 50_000
"""Characters of a text in which gaps are looked for."""

BLANK = "_____"
"""What a learner sees of a gap."""

_GAP = re.compile(
    r"\{[0-9]*:(?P<kind>(?:MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|MW|NM)[A-Z_]*):"
    r"(?P<answers>(?:[^{}\\]|\\.)*)\}",
    re.DOTALL,
)
_ANSWER = re.compile(
    r"(?:^|~)(?:(?P<right>=)|%(?P<percent>-?[0-9.]+)%)?(?P<text>(?:[^~#\\]|\\.)*)", re.DOTALL
)


class _Gapped:
    """A text whose gaps are shown as blanks."""

    def __init__(self, whole: Spelling, gaps: list[tuple[int, int]]) -> None:
        self._whole = whole
        self._gaps = gaps

    def decode(self, source: str, span: Span) -> Decoded:
        whole = self._whole.decode(source, span)
        value, starts, ends = "", list[int](), list[int]()
        for start, end, gap in _segments(len(whole.value), self._gaps):
            if gap:
                value += BLANK
                starts += [whole.starts[start]] * len(BLANK)
                ends += [whole.ends[end - 1]] * len(BLANK)
            else:
                value += whole.value[start:end]
                starts += whole.starts[start:end]
                ends += whole.ends[start:end]
        return Decoded(value, starts, ends)


def _segments(length: int, gaps: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """The ranges between the gaps and the gaps, in order."""
    at = 0
    for start, end in gaps:
        yield at, start, False
        yield start, end, True
        at = end
    yield at, length, False


def read_gaps(stem: Text, leaf: Scalar, source: str) -> tuple[Text, Key]:
    """The stem with blanks for its gaps, and what is right in them, gap after gap."""
    gaps: list[tuple[int, int]] = []
    written: list[WrittenKey] = []
    for gap in _GAP.finditer(leaf.value, 0, MAX_LENGTH):
        gaps.append(gap.span())
        offset = gap.start("answers")
        for answer in _ANSWER.finditer(gap["answers"]):
            if answer["right"] or answer["percent"] == "100":
                start, end = answer.span("text")
                if gap["kind"].startswith("N"):  # `=425:5`: five more or less will do
                    end = start + len(answer["text"].partition(":")[0])
                text = stem.slice(offset + start, offset + end)
                if text:
                    written.append(WrittenKey(text))
    if not gaps:
        return stem, Key(KeyState.ABSENT)
    value = "".join(
        BLANK if gap else leaf.value[start:end]
        for start, end, gap in _segments(len(leaf.value), gaps)
    )
    shown = Text(value, stem.span, source, _Gapped(leaf.spelling, gaps))
    if not written:
        return shown, Key(KeyState.ABSENT)
    return shown, Key(KeyState.PRESENT, (), tuple(written), "answer", written[0].text.span)
