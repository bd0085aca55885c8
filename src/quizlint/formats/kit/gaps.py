"""Texts with gaps that a learner fills."""

from collections.abc import Iterator

from quizlint.content import BLANK
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Decoded, Span, Spelling, Text

Gaps = list[tuple[int, int]]
"""Where the gaps of a value are, in order."""


def with_blanks(leaf: Scalar, gaps: Gaps, source: str) -> Text:
    """A text as a learner sees it, with a blank for each of its gaps."""
    return gapped(leaf, gaps).text(source)


def gapped(leaf: Scalar, gaps: Gaps) -> Scalar:
    """The same before it is a leaf of content."""
    if not gaps:
        return leaf
    value = "".join(
        BLANK if gap else leaf.value[start:end]
        for start, end, gap in _segments(len(leaf.value), gaps)
    )
    return Scalar(value, leaf.start, leaf.end, spelling=_Gapped(leaf.spelling, gaps))


class _Gapped:
    """A text whose gaps are shown as blanks."""

    def __init__(self, whole: Spelling, gaps: Gaps) -> None:
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


def _segments(length: int, gaps: Gaps) -> Iterator[tuple[int, int, bool]]:
    """The ranges between the gaps and the gaps, in order."""
    at = 0
    for start, end in gaps:
        yield at, start, False
        yield start, end, True
        at = end
    yield at, length, False
