"""Gaps in a text: `{1:SHORTANSWER:=Paris~%50%Lyon#no}`, as Moodle embeds them."""

import re

from quizlint.content import Key, KeyState
from quizlint.formats.kit.gaps import with_blanks
from quizlint.formats.kit.keys import accepted
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Text

MAX_LENGTH = 50_000
"""Characters of a text in which gaps are looked for."""

_GAP = re.compile(
    r"\{[0-9]*:(?P<kind>(?:MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|MW|NM)[A-Z_]*):"
    r"(?P<answers>(?:[^{}\\]|\\.)*)\}",
    re.DOTALL,
)
_ANSWER = re.compile(
    r"(?:^|~)(?:(?P<right>=)|%(?P<percent>-?[0-9.]+)%)?(?P<text>(?:[^~#\\]|\\.)*)", re.DOTALL
)


def read_gaps(stem: Text, leaf: Scalar, source: str) -> tuple[Text, Key]:
    """The stem with blanks for its gaps, and what is right in them, gap after gap."""
    gaps: list[tuple[int, int]] = []
    right: list[Text] = []
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
                    right.append(text)
    if not gaps:
        return stem, Key(KeyState.ABSENT)
    return with_blanks(leaf, gaps, source), accepted(right)
